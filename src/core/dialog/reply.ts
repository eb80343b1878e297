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
  /** Saying these again on that day leads to this reply: buttons carry them, for as long as a card lives. */
  readonly again: { readonly turns: readonly string[]; readonly today: string }
  /** What to say next; null where nothing follows. */
  readonly hint: string | null
}

/** The reply as plain text, for the terminal and for platforms without cards. */
export function replyText({ summary, notes, items, choices, suggestions, hint }: Reply): string {
  const asked = suggestions.length > 0 ? ['您是不是想问：', ...suggestions.map(suggestion => `· ${suggestion}`)] : []
  const lines = [
    summary,
    ...notes,
    ...items.flatMap(itemLines),
    ...choices.map(({ label }, i) => `${i + 1}. ${label}`),
    ...asked,
    hint ?? '',
  ]
  return lines.filter(line => line !== '').join('\n')
}

function itemLines({ number, title, lines }: ReplyItem): readonly string[] {
  return number === null ? [title, ...lines] : [`${number}. ${title}`, ...lines.map(line => `   ${line}`)]
}
