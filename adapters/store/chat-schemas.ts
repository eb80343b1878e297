import * as z from 'zod/mini'
import type { Reply } from '../../src/core/dialog/reply.ts'
import type { Accepted, Destination, Letter, LetterEnd } from '../../src/core/ports.ts'

/** How what chats bring in and what goes out to them is read from a file. */

const texts = z.readonly(z.array(z.string()))

const DestinationSchema = z.object({
  chat: z.nullable(z.string()),
  person: z.string(),
  messageId: z.nullable(z.string()),
  inThread: z.boolean(),
  chatType: z.enum(['private', 'group']),
}) satisfies z.ZodMiniType<Destination>

const received = {
  id: z.string(),
  speaker: z.object({ chat: z.string(), person: z.string() }),
  to: DestinationSchema,
}

export const AcceptedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...received, text: z.string() }),
  z.object({ kind: z.literal('unreadable'), ...received }),
  z.object({ kind: z.literal('greeting'), ...received }),
]) satisfies z.ZodMiniType<Accepted>

const ReplyActionSchema = z.object({
  label: z.string(),
  say: z.string(),
  look: z.exactOptional(z.enum(['primary', 'danger'])),
})

const ReplyFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  options: z.exactOptional(z.readonly(z.array(ReplyActionSchema))),
  longest: z.exactOptional(z.number()),
  placeholder: z.exactOptional(z.string()),
})

const ReplySchema = z.object({
  summary: z.string(),
  notes: texts,
  items: z.readonly(
    z.array(
      z.object({ number: z.nullable(z.number()), title: z.string(), lines: texts, taskId: z.nullable(z.string()) }),
    ),
  ),
  page: z.nullable(
    z.object({ number: z.number(), pages: z.number(), from: z.number(), to: z.number(), total: z.number() }),
  ),
  choices: z.readonly(z.array(z.object({ label: z.string(), say: z.string() }))),
  suggestions: texts,
  actions: z.exactOptional(z.readonly(z.array(ReplyActionSchema))),
  form: z.exactOptional(
    z.object({
      name: z.string(),
      subject: z.string(),
      fields: z.readonly(z.array(ReplyFieldSchema)),
      submit: z.string(),
    }),
  ),
  chart: z.exactOptional(
    z.object({
      title: z.string(),
      bars: z.readonly(z.array(z.object({ name: z.string(), value: z.number() }))),
    }),
  ),
  again: z.object({ turns: texts, today: z.string() }),
  hint: z.nullable(z.string()),
}) satisfies z.ZodMiniType<Reply>

export const LetterSchema = z.object({
  key: z.string(),
  channel: z.string(),
  to: DestinationSchema,
  reply: ReplySchema,
  notBefore: z.number(),
  atAnyTime: z.boolean(),
}) satisfies z.ZodMiniType<Letter>

export const LetterEndSchema = z.enum(['delivered', 'gone', 'dropped', 'withdrawn']) satisfies z.ZodMiniType<LetterEnd>
