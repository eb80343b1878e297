import type { Progress } from '../progress/progress.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Answer } from './answer.ts'
import { showTask } from './answers/show-task.ts'
import type { Reply, ReplyItem } from './reply.ts'
import type { Slots } from './slots.ts'

/** Tasks on one screen of a phone. */
export const PAGE_SIZE = 10
/** Views that need more room show fewer. */
const LONG_PAGE_SIZE = 3
/** Lines of counts, one each. */
const LINES = 50
/** Most items that 全部 shows at once. */
const WHOLE = 200

interface PageWanted {
  readonly wanted: number
  readonly whole: boolean
  readonly progress: Progress | null
}

/** Cuts one page out of an answer. Page numbers outside are brought back to the first or last. */
export function pageOf(ledger: Ledger, answer: Answer, { wanted, whole, progress }: PageWanted) {
  const total = itemsOf(answer)
  const size = whole ? WHOLE : sizeOf(answer)
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(wanted, 1), pages)
  const from = (page - 1) * size
  const to = Math.min(from + size, total)
  const items =
    answer.lines.length > 0 ? answer.lines.slice(from, to) : taskItems(ledger, answer, { from, to, progress })
  const reply = replyOf(answer, items, { number: page, pages, from: from + 1, to, total })
  return { page, listed: listedIds(ledger, answer), reply }
}

/** A question back shows its choices; everything else its lines or its tasks. */
function itemsOf({ kind, lines, tasks }: Answer): number {
  if (kind === 'clarify') return 0
  return lines.length > 0 ? lines.length : tasks.length
}

function sizeOf({ view, lines }: Answer): number {
  if (lines.length > 0) return lines.some(isOfTask) ? PAGE_SIZE : LINES
  return view === 'progress' || view === 'detail' || view === 'original' ? LONG_PAGE_SIZE : PAGE_SIZE
}

/** Ids of the documents or tasks that 第3个 can point at. */
function listedIds(ledger: Ledger, { lines, documents, tasks }: Answer): readonly string[] {
  if (lines.some(isOfTask)) return lines.slice(0, WHOLE).flatMap(({ taskId }) => taskId ?? [])
  if (lines.length > 0) return documents
  return tasks.slice(0, WHOLE).flatMap(task => ledger.tasks[task]?.id ?? [])
}

/** A problem of a task, told in lines of its own. */
const isOfTask = ({ taskId }: ReplyItem): boolean => taskId !== null

interface Cut {
  readonly from: number
  readonly to: number
  readonly progress: Progress | null
}

function taskItems(ledger: Ledger, answer: Answer, { from, to, progress }: Cut): readonly ReplyItem[] {
  const numbered = answer.tasks.length > 1
  return answer.tasks.slice(from, to).map((task, i) => {
    const number = numbered ? from + i + 1 : null
    const item = showTask(ledger, task, { number, view: answer.view, slots: answer.slots, progress })
    return withReason(item, answer.reasons[from + i], answer.slots)
  })
}

/** What was done goes below where a task stands; of a related task, the words that relate it take the place of its units. */
function withReason(item: ReplyItem, reason: string | undefined, { standing }: Slots): ReplyItem {
  if (reason === undefined) return item
  if (standing.length > 0) return { ...item, lines: [...item.lines, reason] }
  return { ...item, lines: [...item.lines.slice(0, 1).map(line => line.replace(/｜.*$/u, '')), reason] }
}

function replyOf(answer: Answer, items: readonly ReplyItem[], page: NonNullable<Reply['page']>): Omit<Reply, 'again'> {
  const paged = page.pages > 1 ? `，本页${page.from}–${page.to}` : ''
  return {
    summary: `${answer.summary}${paged}`,
    notes: answer.notes,
    items,
    page: page.total > 0 ? page : null,
    choices: answer.choices.map(({ label, say }) => ({ label, say })),
    suggestions: answer.suggestions,
    ...(answer.actions ? { actions: answer.actions } : {}),
    hint: answer.hint ?? hintOf(answer, page),
  }
}

/** What one might say next. */
function hintOf({ kind, lines, tasks }: Answer, { number, pages }: NonNullable<Reply['page']>): string | null {
  if (kind === 'clarify') return '回复数字即可。'
  if (lines.length > 0 || tasks.length < 2) return null
  if (number < pages) return '看后面的，说“下一页”；看某一项，说“第3个”。'
  return number > 1 ? '已是最后一页。' : '看某一项，说“第2个”。'
}
