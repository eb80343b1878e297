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

/** A button that says something new, as if who presses it had typed it. It gives no right that typing would not. */
export interface ReplyAction {
  readonly label: string
  readonly say: string
  readonly look?: 'primary' | 'danger'
}

/** One question of a form; what was typed is there again when the form comes back. */
export interface ReplyField {
  readonly name: string
  readonly label: string
  readonly value: string
  /** What can be chosen, with what each says; none: a text. */
  readonly options?: readonly ReplyAction[]
  /** Characters that a text may have; more than one line where it is long. */
  readonly longest?: number
  readonly placeholder?: string
}

/** A form to fill in. It comes back as an inbound `form` with this name and subject and the fields by their names. */
export interface ReplyForm {
  readonly name: string
  /** What it is about: a task's id. */
  readonly subject: string
  readonly fields: readonly ReplyField[]
  readonly submit: string
}

/** A few counts, as bars. */
export interface ReplyChart {
  readonly title: string
  readonly bars: readonly { readonly name: string; readonly value: number }[]
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
  /** What can be done about it. */
  readonly actions?: readonly ReplyAction[]
  readonly form?: ReplyForm
  /** Counts to be drawn where the platform draws; the items say the same in words. */
  readonly chart?: ReplyChart
  /** Saying these again on that day leads to this reply: buttons carry them, for as long as a card lives. */
  readonly again: { readonly turns: readonly string[]; readonly today: string }
  /** What to say next; null where nothing follows. */
  readonly hint: string | null
}

/** The reply as plain text, for the terminal and for platforms without cards. */
export function replyText({ summary, notes, items, choices, suggestions, actions = [], hint }: Reply): string {
  const asked = suggestions.length > 0 ? ['您是不是想问：', ...suggestions.map(suggestion => `· ${suggestion}`)] : []
  const lines = [
    summary,
    ...notes,
    ...items.flatMap(itemLines),
    ...choices.map(({ label }, i) => `${i + 1}. ${label}`),
    ...asked,
    hint ?? '',
    whatToSay(actions),
  ]
  return lines.filter(line => line !== '').join('\n')
}

/** What is longer, or names something by its id, nobody types. */
const TYPED = /^[^#:]{1,20}$/u

/** 可以回复：“确认”“取消” */
function whatToSay(actions: readonly ReplyAction[]): string {
  const words = actions.map(({ label, say }) => (TYPED.test(say) ? say : label))
  return words.length === 0 ? '' : `可以回复：${words.map(word => `“${word}”`).join('')}`
}

function itemLines({ number, title, lines }: ReplyItem): readonly string[] {
  return number === null ? [title, ...lines] : [`${number}. ${title}`, ...lines.map(line => `   ${line}`)]
}
