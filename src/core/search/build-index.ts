import { tasksContaining } from './phrase.ts'
import { buildPostings } from './postings.ts'
import { Ranker } from './rank.ts'
import type { TaskIndex, TaskText } from './task-index.ts'

/** An index that is built when it is first looked into: most questions name a unit or a number and never need it. */
export function lazyTaskIndex(tasks: readonly TaskText[]): TaskIndex {
  let built: TaskIndex | undefined
  const index = () => {
    built ??= buildTaskIndex(tasks)
    return built
  }
  return {
    size: tasks.length,
    containing: (phrase, most) => index().containing(phrase, most),
    rank: (query, options) => index().rank(query, options),
  }
}

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
