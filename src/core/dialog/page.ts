import type { Ledger } from '../search/ledger.ts'
import type { Answer } from './answer.ts'
import { showTask } from './answers/show-task.ts'
import type { Reply, ReplyItem } from './reply.ts'

/** Tasks on one screen of a phone. */
export const PAGE_SIZE = 10
/** Views that need more room show fewer. */
const LONG_PAGE_SIZE = 3
/** Lines of counts, one each. */
const LINES = 50
/** Most items that 全部 shows at once. */
const WHOLE = 200

/** Cuts one page out of an answer. Page numbers outside are brought back to the first or last. */
export function pageOf(ledger: Ledger, answer: Answer, wanted: number | 'all') {
  const lines = answer.lines.length > 0
  const total = lines ? answer.lines.length : answer.kind === 'clarify' ? 0 : answer.tasks.length
  const size = wanted === 'all' ? WHOLE : sizeOf(answer)
  const pages = Math.max(1, Math.ceil(total / size))
  const page = wanted === 'all' ? 1 : Math.min(Math.max(wanted, 1), pages)
  const from = (page - 1) * size
  const to = Math.min(from + size, total)
  const items = lines ? answer.lines.slice(from, to) : taskItems(ledger, answer, from, to)
  const listed = lines ? [] : answer.tasks.slice(0, WHOLE).flatMap(task => ledger.tasks[task]?.id ?? [])
  return { page, listed, reply: replyOf(answer, items, { number: page, pages, from: from + 1, to, total }) }
}

const sizeOf = ({ view, lines }: Answer): number =>
  lines.length > 0 ? LINES : view === 'detail' || view === 'original' ? LONG_PAGE_SIZE : PAGE_SIZE

function taskItems(ledger: Ledger, answer: Answer, from: number, to: number): readonly ReplyItem[] {
  const numbered = answer.tasks.length > 1
  return answer.tasks
    .slice(from, to)
    .map((task, i) => withReason(showTask(ledger, task, numbered ? from + i + 1 : null, answer.view, answer.slots), answer.reasons[from + i]))
}

/** Of a related task, the words that relate it take the place of its units. */
const withReason = (item: ReplyItem, reason: string | undefined): ReplyItem =>
  reason === undefined ? item : { ...item, lines: [...item.lines.slice(0, 1), reason] }

function replyOf(answer: Answer, items: readonly ReplyItem[], page: NonNullable<Reply['page']>): Reply {
  const paged = page.pages > 1 ? `，本页${page.from}–${page.to}` : ''
  return {
    summary: `${answer.summary}${paged}`,
    notes: answer.notes,
    items,
    page: page.total > 0 ? page : null,
    choices: answer.choices.map(({ label, say }) => ({ label, say })),
    suggestions: answer.suggestions,
  }
}
