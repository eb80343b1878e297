import type { Span, Task } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Answer } from './answer.ts'
import { deadlinesDue } from './due-tasks.ts'
import { targetsFitting } from './filters.ts'
import type { Slots } from './slots.ts'

/** The words of a document that an answer rests on: `quote` is the original text between the offsets of `span`. */
export interface Citation {
  readonly taskId: string
  readonly quote: string
  readonly span: Span
}

/** At least one citation for every task of an answer, in its order. */
export function citationsOf(ledger: Ledger, { tasks, slots }: Answer): readonly Citation[] {
  return tasks.flatMap(task => {
    const record = ledger.tasks[task]
    if (!record) return []
    const { text } = ledger.entryOf(task)
    return evidence(ledger, task, record, slots, text).map(span => ({
      taskId: record.id,
      quote: text.slice(...span),
      span,
    }))
  })
}

function evidence(ledger: Ledger, task: number, record: Task, slots: Slots, text: string): readonly Span[] {
  const spans = askedSpans(ledger, task, record, slots)
  if (spans.length > 0) return spans
  const annotation = slots.units.length > 0 || slots.ask === 'who' ? annotationSpan(record, text) : null
  return [annotation ?? record.span]
}

/** Spans of the limits and numbers that the question asks for. */
function askedSpans(ledger: Ledger, task: number, record: Task, { due, quantity, ask }: Slots): readonly Span[] {
  if (due) return deadlinesDue(record, due).map(({ span }) => span)
  if (quantity) return targetsFitting(ledger, task, quantity).map(({ span }) => span)
  return ask === 'target' ? record.targets.map(({ span }) => span) : []
}

/** The last place in the task where the annotation stands, white space aside: lines of a PDF break its words. */
function annotationSpan({ responsibilityText, span: [start, end] }: Task, text: string): Span | null {
  const words = responsibilityText.replace(/\s/gu, '')
  const places = Array.from(text.slice(start, end), (char, at) => ({ char, at })).filter(
    ({ char }) => !/\s/u.test(char),
  )
  const at =
    words === ''
      ? -1
      : places
          .map(({ char }) => char)
          .join('')
          .lastIndexOf(words)
  const [first, last] = [places[at], places[at + words.length - 1]]
  return first && last ? [start + first.at, start + last.at + 1] : null
}
