/** One task, or one line of a count, as any platform shows it. */
export interface ReplyItem {
  /** Its place in the whole answer, from 1; null where the lines are no list. */
  readonly number: number | null
  readonly title: string
  /** Where it stands and what was asked of it. */
  readonly lines: readonly string[]
  readonly taskId: string | null
}

/** A way to go on: what the button says and what it sends. */
export interface ReplyChoice {
  readonly label: string
  readonly say: string
}

/** An answer as a channel shows it, without any channel's markup: one page. */
export interface Reply {
  /** The first line: what was found and how many. */
  readonly summary: string
  readonly notes: readonly string[]
  readonly items: readonly ReplyItem[]
  readonly page: {
    readonly number: number
    readonly pages: number
    readonly from: number
    readonly to: number
    readonly total: number
  } | null
  readonly choices: readonly ReplyChoice[]
  readonly suggestions: readonly string[]
}

/** The reply as plain text, for the terminal and for platforms without cards. */
export function replyText({ summary, notes, items, page, choices, suggestions }: Reply): string {
  const lines = [summary, ...notes, ...items.flatMap(itemLines)]
  if (page && page.pages > 1) lines.push(pageHint(page))
  lines.push(...choices.map(({ label }, i) => `${i + 1}. ${label}`))
  if (suggestions.length > 0) lines.push('您是不是想问：', ...suggestions.map(suggestion => `· ${suggestion}`))
  return lines.join('\n')
}

const itemLines = ({ number, title, lines }: ReplyItem): readonly string[] => [
  number === null ? title : `${number}. ${title}`,
  ...lines.map(line => (number === null ? line : `   ${line}`)),
]

const pageHint = ({ number, pages }: { readonly number: number; readonly pages: number }): string =>
  number < pages ? '看后面的，请说“下一页”。' : '已是最后一页。'
