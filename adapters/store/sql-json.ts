import * as z from 'zod/mini'
import { ParsedDocument } from '../../src/core/model.ts'
import type { Accepted, LedgerDocument, Letter } from '../../src/core/ports.ts'
import { Entry, Proposal } from '../../src/core/progress/entry.ts'

const Destination = z.object({
  chat: z.nullable(z.string()),
  person: z.string(),
  messageId: z.nullable(z.string()),
  inThread: z.boolean(),
  chatType: z.enum(['private', 'group']),
})

const received = {
  id: z.string(),
  speaker: z.object({ chat: z.string(), person: z.string() }),
  to: Destination,
}

const AcceptedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...received, text: z.string() }),
  z.object({ kind: z.literal('unreadable'), ...received }),
  z.object({ kind: z.literal('greeting'), ...received }),
])

const Document = z.object({
  digest: z.string(),
  text: z.string(),
  parsed: ParsedDocument,
  keyTerms: z.record(z.string(), z.array(z.string())),
})

const action = {
  label: z.string(),
  say: z.string(),
  look: z.exactOptional(z.enum(['primary', 'danger'])),
}

const Reply = z.object({
  summary: z.string(),
  notes: z.array(z.string()),
  items: z.array(
    z.object({
      number: z.nullable(z.number()),
      title: z.string(),
      lines: z.array(z.string()),
      taskId: z.nullable(z.string()),
    }),
  ),
  page: z.nullable(
    z.object({ number: z.number(), pages: z.number(), from: z.number(), to: z.number(), total: z.number() }),
  ),
  choices: z.array(z.object({ label: z.string(), say: z.string() })),
  suggestions: z.array(z.string()),
  actions: z.exactOptional(z.array(z.object(action))),
  form: z.exactOptional(
    z.object({
      name: z.string(),
      subject: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          value: z.string(),
          options: z.exactOptional(z.array(z.object(action))),
          longest: z.exactOptional(z.number()),
          placeholder: z.exactOptional(z.string()),
        }),
      ),
      submit: z.string(),
    }),
  ),
  again: z.object({ turns: z.array(z.string()), today: z.string() }),
  hint: z.nullable(z.string()),
})

const LetterSchema = z.object({
  key: z.string(),
  channel: z.string(),
  to: Destination,
  reply: Reply,
  notBefore: z.number(),
})

/** How something is kept in a column, and read again. `parse` throws for what `format` did not write. */
interface Json<T> {
  format(value: T): string
  parse(json: string): T
}

const json = <T>(schema: z.ZodMiniType<T>): Json<T> => ({
  format: value => JSON.stringify(value),
  parse: text => schema.parse(JSON.parse(text)),
})

export const AcceptedJson = json<Accepted>(AcceptedSchema)
export const LedgerDocumentJson = json<LedgerDocument>(Document)
export const EntryJson = json<Entry>(Entry)
export const ProposalJson = json<Proposal>(Proposal)
export const LetterJson = json<Letter>(LetterSchema)
