import type { Ledger } from '../../search/ledger.ts'
import { type Answer, blank } from '../answer.ts'
import { placedEntries } from '../select.ts'
import type { Slots } from '../slots.ts'

/** Tasks of other documents on the same matter, each with the words it shares. */
export type RelatedFinder = (task: number) => readonly { readonly task: number; readonly shared: readonly string[] }[]

/** 高青县哪些任务对应省里第62项 */
export function answerRelated(ledger: Ledger, slots: Slots, origin: number, related: RelatedFinder): Answer {
  const wanted = new Set(placedEntries(ledger, slots.places).map(({ document }) => document.id))
  const found = related(origin).filter(({ task }) => wanted.has(ledger.entryOf(task).document.id))
  const name = `${ledger.tasks[origin]?.ordinal ?? ''}“${ledger.tasks[origin]?.title ?? ''}”`
  if (found.length === 0) return blank(slots, 'none', `其他文件里没有与${name}明显对应的任务。`)
  return {
    ...blank(slots, 'tasks', `与${name}相关的任务共${found.length}项`),
    tasks: found.map(({ task }) => task),
    total: found.length,
    notes: found.slice(0, 3).map(({ task, shared }) => `${ledger.tasks[task]?.title ?? ''}：都提到“${shared.slice(0, 3).join('”“')}”`),
  }
}
