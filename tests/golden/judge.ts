import * as z from 'zod/mini'

/** What a complete answer to one question of `questions.json` is, and whether an answer is one. */

const ids = z.array(z.string())

const Expectation = z.object({
  /** All of these, and nothing but these and `acceptable`. */
  tasks: z.optional(ids),
  acceptable: z.optional(ids),
  /** This one, or one of these, comes first; then others may follow. */
  first: z.optional(z.string()),
  firstAny: z.optional(ids),
  /** Words that the text has: all of them, or at least one. */
  contains: z.optional(z.array(z.string())),
  containsAny: z.optional(z.array(z.string())),
  /** There is nothing to find. */
  none: z.optional(z.boolean()),
  kinds: z.optional(z.array(z.string())),
  count: z.optional(z.number()),
  acceptableCounts: z.optional(z.array(z.number())),
  /** Numbers that the text has, each by what is counted. */
  counts: z.optional(z.record(z.string(), z.number())),
  clarifyOk: z.optional(z.boolean()),
})
type Expectation = z.infer<typeof Expectation>

const Question = z.object({
  id: z.string(),
  q: z.string(),
  turns: z.optional(z.array(z.string())),
  asOf: z.optional(z.string()),
  kind: z.string(),
  expect: Expectation,
})

export const Questions = z.array(Question)
export type Question = z.infer<typeof Question>

interface Answered {
  readonly kind: string
  readonly total: number
  readonly taskIds: readonly string[]
  readonly text: string
}

/** What an answer lacks or has too much; null where it is right. */
export function faultOf({ kind, expect }: Question, answer: Answered): string | null {
  if (expect.clarifyOk && answer.kind === 'clarify') return null
  const kinds = expect.kinds && !expect.kinds.includes(answer.kind) ? `kind ${answer.kind}` : null
  return kinds ?? faultInText(expect, answer) ?? faultInAnswer(kind, expect, answer)
}

function faultInText({ contains = [], containsAny = [] }: Expectation, { text }: Answered): string | null {
  const has = (words: string) => plain(text).includes(plain(words))
  const missing = contains.filter(words => !has(words))
  if (missing.length > 0) return `the text lacks ${missing.join(', ')}`
  return containsAny.length === 0 || containsAny.some(has) ? null : `the text has none of ${containsAny.join(', ')}`
}

function faultInAnswer(kind: string, expect: Expectation, answer: Answered): string | null {
  if (expect.none) return faultWhereNothing(expect, answer)
  if (expect.count !== undefined && (kind === 'count' || countsRight(expect, answer))) {
    return countsRight(expect, answer) ? null : `total ${answer.total}, not ${expect.count}`
  }
  if (expect.counts) return faultInCounts(expect.counts, answer)
  if (kind === 'doc') return null
  const firsts = expect.firstAny ?? (expect.first === undefined ? [] : [expect.first])
  return firsts.length > 0 ? faultInRanking(firsts, expect, answer) : faultInSet(expect, answer)
}

function faultWhereNothing({ acceptable = [] }: Expectation, { kind, taskIds }: Answered): string | null {
  if (kind === 'none' || kind === 'help') return null
  const extra = taskIds.filter(id => !acceptable.includes(id))
  return extra.length === 0 ? null : `answered ${extra.slice(0, 5).join(', ')} where there is nothing`
}

const countsRight = ({ count, acceptableCounts = [] }: Expectation, { total }: Answered): boolean =>
  total === count || acceptableCounts.includes(total)

function faultInCounts(counts: Readonly<Record<string, number>>, { text }: Answered): string | null {
  const missing = Object.entries(counts).filter(([, count]) => !text.includes(String(count)))
  return missing.length === 0 ? null : `the text lacks ${missing.map(([name, count]) => `${name} ${count}`).join(', ')}`
}

/** A search answer may go on after what was asked for, but not for long. */
function faultInRanking(firsts: readonly string[], { tasks = [] }: Expectation, { taskIds }: Answered): string | null {
  if (!firsts.includes(taskIds[0] ?? '')) return `first is ${taskIds[0]}, not ${firsts.join(' or ')}`
  const top = taskIds.slice(0, Math.max(10, tasks.length + 5))
  const missing = tasks.filter(id => !top.includes(id))
  return missing.length === 0 ? null : `not among the first: ${missing.join(', ')}`
}

function faultInSet({ tasks = [], acceptable = [] }: Expectation, { taskIds }: Answered): string | null {
  const missing = tasks.filter(id => !taskIds.includes(id))
  if (missing.length > 0) return `${missing.length} missing: ${missing.slice(0, 5).join(', ')}`
  const extra = taskIds.filter(id => !tasks.includes(id) && !acceptable.includes(id))
  return extra.length === 0 ? null : `${extra.length} too many: ${extra.slice(0, 5).join(', ')}`
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
