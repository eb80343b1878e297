import type { Span, Task } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Answer } from './answer.ts'
import { deadlinesDue, targetsFitting } from './select.ts'
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
    return evidence(ledger, task, record, slots, text).map(span => ({ taskId: record.id, quote: text.slice(...span), span }))
  })
}

function evidence(ledger: Ledger, task: number, record: Task, slots: Slots, text: string): readonly Span[] {
  const { due, quantity, ask, units } = slots
  const spans = due
    ? deadlinesDue(record, due).map(({ span }) => span)
    : quantity
      ? targetsFitting(ledger, task, quantity).map(({ span }) => span)
      : ask === 'target'
        ? record.targets.map(({ span }) => span)
        : units.length > 0 || ask === 'who'
          ? annotationSpan(record, text)
          : []
  return spans.length > 0 ? spans : [record.span]
}

/** The annotation is printed after the body; between the lines of a PDF its words may be broken by white space. */
function annotationSpan({ responsibilityText, span }: Task, text: string): readonly Span[] {
  const words = [...responsibilityText].filter(char => !/\s/u.test(char))
  let at = span[1] - 1
  let end = -1
  let left = words.length
  while (left > 0 && at >= span[0]) {
    const char = text[at] ?? ''
    if (char === words[left - 1]) {
      if (end < 0) end = at + 1
      left--
    } else if (!/\s/u.test(char)) {
      if (left < words.length) at = end - 1
      left = words.length
      end = -1
    }
    at--
  }
  return left === 0 && words.length > 0 ? [[at + 1, end]] : []
}
