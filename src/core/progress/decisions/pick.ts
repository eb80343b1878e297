import type { Reply } from '../../dialog/reply.ts'
import type { TaskPointer } from '../reading/pointer.ts'
import { type Fits, resolveTasks } from '../resolve.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { foldInPlace } from '../verbatim.ts'
import { taskItem } from './words.ts'

/** Words that point at a task, as a pointer. */
export const pointerOf = (words: string): TaskPointer => {
  if (words === '') return { kind: 'context' }
  return /那[条项个]$/u.test(words)
    ? { kind: 'topic', words: words.replace(/那[条项个]$/u, '') }
    : { kind: 'ordinal', words }
}

interface Picking {
  /** What to say for one of several. */
  readonly again: (taskId: string) => string
  readonly fits?: Fits
}

/** 27、28 · 25-30条 · 27 28 */
const SEVERAL = /\d(?:条|项)?(?:\s*(?:[、,]|和|到|至|-|—|~)\s*|\s+)第?\d+(?:条|项)?$/u

/** The one task that words mean, or what to say where that is not clear. */
export function pickTask(words: string, situation: Situation, { again, fits }: Picking): Picked | Decision {
  if (SEVERAL.test(foldInPlace(words))) return tell(situation, `一次办一项，请分开说，例如“${again('27')}”。`)
  const { tasks, certainty, isUnclear } = resolveTasks(pointerOf(words), situation, fits)
  const ids = tasks.flatMap(task => situation.ledger.tasks[task]?.id ?? [])
  const [only, ...others] = ids
  if (only === undefined) return notFound(words, situation, again('27'))
  if (isUnclear || others.length > 0) return decision(askWhich(ids, situation, again))
  return { taskId: only, isExact: certainty === 'exact' }
}

interface Picked {
  readonly taskId: string
  /** Named by its number, of one document. */
  readonly isExact: boolean
}

/** `example`: how the same is said of a task by its number. */
export function notFound(words: string, situation: Situation, example = '27完成80%'): Decision {
  return words === ''
    ? tell(situation, `请写明是哪一项，例如“${example}”；几个文件都有这个序号的，把文号也写上。`)
    : tell(situation, `没有找到“${words}”所指的任务。请写出序号，例如“第27条”；几个文件都有的，把文号也写上。`)
}

/** Most readings that are offered. */
const MOST_CHOICES = 5

/** The words fit several tasks: which one is meant. */
export function askWhich(ids: readonly string[], situation: Situation, again: (taskId: string) => string): Reply {
  const shown = ids.slice(0, MOST_CHOICES)
  return say(situation, `有${ids.length}项任务都说得通，请问是哪一项？`, {
    items: shown.map((id, i) => taskItem(situation.ledger, id, [], i + 1)),
    actions: shown.map((id, i) => ({ label: `${i + 1}`, say: again(id) })),
    hint: '回复编号即可，也可以把文号写上再说一遍。',
  })
}

export const isDecision = (value: Picked | Decision): value is Decision => 'reply' in value
