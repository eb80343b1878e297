import type { Ledger } from '../search/ledger.ts'
import type { Turn } from './assistant.ts'
import { citationsOf } from './citations.ts'
import { replyText } from './reply.ts'
import type { Slots, StandingTerm } from './slots.ts'

/** One answer as `duban ask --json` prints it: design §5. */
export function answerJson(ledger: Ledger, question: string, { answer, reply }: Turn) {
  const empty = answer.kind === 'none' || answer.kind === 'help'
  return {
    question,
    understood: understoodJson(answer.slots),
    kind: answer.kind,
    total: empty ? 0 : answer.total,
    taskIds: empty ? [] : answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? []),
    citations: empty ? [] : citationsOf(ledger, answer),
    suggestions: answer.suggestions,
    text: replyText(reply),
  }
}

function understoodJson(slots: Slots) {
  return {
    intent: intentOf(slots),
    units: slots.units.map(({ text, candidates, certainty, role: own, except }) => ({
      text,
      names: candidates.map(({ name }) => name),
      certainty,
      role: own ?? slots.role ?? 'any',
      except,
    })),
    unitLogic: slots.unitLogic,
    role: slots.role,
    documents: slots.documents,
    places: slots.places.map(({ text, level, region, except }) => ({ text, level, region, except })),
    ordinals: slots.ordinals.map(({ path, from, to }) => path ?? (from === to ? String(from) : `${from}-${to}`)),
    section: slots.section,
    due: slots.due && { text: slots.due.text, from: slots.due.from, to: slots.due.to },
    year: slots.year,
    quantity: slots.quantity,
    flags: slots.flags,
    ...(slots.standing.length > 0 ? { standing: slots.standing.map(standingJson) } : {}),
    grouping: slots.grouping,
    top: slots.top,
    topic: slots.topic,
    ask: slots.ask ?? 'list',
  }
}

const standingJson = (term: StandingTerm) =>
  term.kind === 'state'
    ? { text: term.text, any: term.any, except: term.except }
    : { text: term.text, ...term.period, except: term.except }

/** What the question is for, where no word of asking says it. */
export function intentOf({ ask, ordinals, taskIds, topic, units, documents, standing }: Slots): string {
  if (ask && ask !== 'list') return ask
  if (ordinals.length > 0 || taskIds.length > 0) return 'detail'
  if (units.length > 0 || standing.length > 0) return 'list'
  if (topic.length > 0) return 'topic'
  return documents.length > 0 && ask === null ? 'facts' : 'list'
}
