import type * as z from 'zod/mini'
import type { Accepted, LedgerDocument, Letter } from '../../src/core/ports.ts'
import { Entry, Proposal } from '../../src/core/progress/entry.ts'
import { AcceptedSchema, LetterSchema } from './chat-schemas.ts'
import { DocumentSchema } from './record.ts'

/** How something is kept in a column. */
interface Json<T> {
  format(value: T): string
  /** Throws for what `format` did not write. */
  parse(text: string): T
}

const json = <T>(schema: z.ZodMiniType<T>): Json<T> => ({
  format: value => JSON.stringify(value),
  parse: text => schema.parse(JSON.parse(text)),
})

export const DocumentJson = json<LedgerDocument>(DocumentSchema)
export const AcceptedJson = json<Accepted>(AcceptedSchema)
export const EntryJson = json<Entry>(Entry)
export const ProposalJson = json<Proposal>(Proposal)
export const LetterJson = json<Letter>(LetterSchema)
