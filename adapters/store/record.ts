import * as z from 'zod/mini'
import { ParsedDocument } from '../../src/core/model.ts'
import type { Accepted, LedgerDocument, Letter, LetterEnd } from '../../src/core/ports.ts'
import { Entry, Proposal } from '../../src/core/progress/entry.ts'
import { AcceptedSchema, LetterEndSchema, LetterSchema } from './chat-schemas.ts'

/** One change of what the store keeps, as its journal has it. Times are epoch milliseconds. */
export type StoreRecord =
  | { readonly kind: 'document'; readonly document: LedgerDocument }
  | { readonly kind: 'claim'; readonly key: string; readonly until: number }
  | { readonly kind: 'accept'; readonly received: Accepted; readonly until: number }
  | { readonly kind: 'settle'; readonly id: string }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'proposal-end'; readonly id: string }
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'attempt'; readonly key: string; readonly first: number; readonly until: number }
  | { readonly kind: 'give-back'; readonly key: string }
  | { readonly kind: 'letter-end'; readonly key: string; readonly end: LetterEnd }

// Strict: rewriting a file with members this program does not know would lose them.
export const DocumentSchema = z.strictObject({
  digest: z.string(),
  text: z.string(),
  parsed: ParsedDocument,
  keyTerms: z.record(z.string(), z.array(z.string())),
}) satisfies z.ZodMiniType<LedgerDocument>

export const RecordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), document: DocumentSchema }),
  z.object({ kind: z.literal('claim'), key: z.string(), until: z.number() }),
  z.object({ kind: z.literal('accept'), received: AcceptedSchema, until: z.number() }),
  z.object({ kind: z.literal('settle'), id: z.string() }),
  z.object({ kind: z.literal('entry'), entry: Entry }),
  z.object({ kind: z.literal('proposal'), proposal: Proposal }),
  z.object({ kind: z.literal('proposal-end'), id: z.string() }),
  z.object({ kind: z.literal('letter'), letter: LetterSchema }),
  z.object({ kind: z.literal('attempt'), key: z.string(), first: z.number(), until: z.number() }),
  z.object({ kind: z.literal('give-back'), key: z.string() }),
  z.object({ kind: z.literal('letter-end'), key: z.string(), end: LetterEndSchema }),
]) satisfies z.ZodMiniType<StoreRecord>
