import { tasksContaining } from './phrase.ts'
import { buildPostings } from './postings.ts'
import { Ranker } from './rank.ts'
import type { TaskIndex, TaskText } from './task-index.ts'

/** Indexes the tasks in the order given. The index keeps none of their text. */
export function buildTaskIndex(tasks: Iterable<TaskText>): TaskIndex {
  const postings = buildPostings([...tasks])
  const ranker = new Ranker(postings)
  return {
    size: postings.size,
    containing: (phrase, most) => tasksContaining(postings, phrase, most),
    rank: (query, options) => ranker.rank(query, options),
  }
}
