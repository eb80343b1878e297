import type { Ledger } from '../../search/ledger.ts'
import { relatedTasks } from '../../search/related.ts'
import { type Answer, blank } from '../answer.ts'
import { placedEntries } from '../filters.ts'
import { select } from '../select.ts'
import type { Place, Slots } from '../slots.ts'

/** Most tasks that are called related to one. */
const MOST = 5
/** How many are looked at before those of other places are left out. */
const CONSIDERED = 60

/** 高青县哪些任务对应省里第62项: tasks of other documents on the same matter, each with the words both have. */
export function answerRelated(ledger: Ledger, slots: Slots): Answer {
  const { origin, wanted } = endsOf(ledger, slots)
  if (origin === undefined)
    return blank(slots, 'none', '没有找到要对照的任务。请这样问：“高青县哪些任务对应省里第62项”。')
  const documents = new Set(wanted.map(({ document }) => document.id))
  const found = relatedTasks(ledger, origin, CONSIDERED)
    .filter(({ task }) => documents.has(ledger.entryOf(task).document.id))
    .slice(0, MOST)
  const name = nameOf(ledger, origin)
  if (found.length === 0) return blank(slots, 'none', `其他文件里没有与${name}明显对应的任务。`)
  return {
    ...blank(slots, 'tasks', `与${name}相关的任务共${found.length}项`),
    tasks: found.map(({ task }) => task),
    total: found.length,
    reasons: found.map(({ shared }) => `都提到“${shared.slice(0, 3).join('”“')}”`),
  }
}

function nameOf(ledger: Ledger, task: number): string {
  const { ordinal = '', title = '' } = ledger.tasks[task] ?? {}
  return `${ledger.entryOf(task).document.number ?? ''}${/^\d+$/u.test(ordinal) ? `第${ordinal}项` : ordinal}“${title}”`
}

/** The task to start from, and the documents to look into: 省里第62项 starts in a province, whatever other place is named. */
function endsOf(ledger: Ledger, slots: Slots) {
  const from = slots.documents.length > 0 ? undefined : placeOfOrdinal(slots)
  const others = slots.places.filter(place => place !== from)
  const { ranked } = select(ledger, { ...slots, places: from ? [from] : [], units: [], role: null })
  const [origin] = ranked.length > 0 ? ranked : select(ledger, slots).ranked
  const own = origin === undefined ? undefined : ledger.entryOf(origin)
  const named = slots.documents.filter(id => id !== own?.document.id)
  const placed = placedEntries(ledger, others).filter(entry => entry !== own)
  return { origin, wanted: named.length > 0 ? placed.filter(({ document }) => named.includes(document.id)) : placed }
}

/** The place that stands before the number belongs to it. */
function placeOfOrdinal({ places, ordinals }: Slots): Place | undefined {
  const at = ordinals[0]?.at
  return at === undefined ? undefined : places.findLast(place => place.at < at)
}
