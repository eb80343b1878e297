import type { Deadline, DocumentRule, Span, Task } from '../model.ts'
import { type Source, spanOf } from '../text/source.ts'
import { type DeadlineContext, readDeadlineField, readDeadlines } from './deadline.ts'
import type { Draft } from './draft.ts'
import { assignUnits } from './roles.ts'
import { readTargets } from './target.ts'

/** What a document says that every task of it is read with. */
export interface TaskContext {
  readonly documentId: string
  readonly dates: DeadlineContext
  readonly rules: readonly DocumentRule[]
  /** The rules stand after everything, so they bind all of it. */
  readonly closing: boolean
}

/** Moves something found in a source to its place in the original. */
function placed<T extends { readonly span: Span }>(found: T, source: Source): T {
  return { ...found, span: spanOf(source, found.span[0], found.span[1]) }
}

function deadlinesOf({ title, body, deadlineFields, notes }: Draft, dates: DeadlineContext): Deadline[] {
  return [
    ...[title, ...body, ...notes].flatMap(part => readDeadlines(part.text, dates).map(found => placed(found, part))),
    ...deadlineFields.flatMap(field => readDeadlineField(field.text, dates).map(found => placed(found, field))),
  ]
}

/** A draft with its id, its units by part, its deadlines and targets. */
export function finishTask(draft: Draft, ordinal: string, context: TaskContext): Task {
  const { title, body, headings, assignments, responsibilityText, span } = draft
  const { documentId, dates } = context
  return {
    id: `${documentId}#${ordinal}`,
    documentId,
    ordinal,
    path: headings,
    title: title.text,
    body: body.map(part => part.text).join(draft.bodyJoint),
    ...assignUnits(assignments, context),
    responsibilityText,
    deadlines: deadlinesOf(draft, dates),
    targets: [title, ...body].flatMap(part => readTargets(part.text).map(found => placed(found, part))),
    span,
  }
}
