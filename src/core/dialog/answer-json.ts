import type { Ledger } from '../search/ledger.ts'
import type { Turn } from './assistant.ts'
import { citationsOf } from './citations.ts'
import { replyText } from './reply.ts'
import type { Slots } from './slots.ts'

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
  const {
    ask,
    units,
    unitLogic,
    role,
    documents,
    places,
    ordinals,
    section,
    due,
    year,
    quantity,
    flags,
    grouping,
    top,
    topic,
  } = slots
  return {
    intent: intentOf(slots),
    units: units.map(({ text, candidates, certainty, role: own, except }) => ({
      text,
      names: candidates.map(({ name }) => name),
      certainty,
      role: own ?? role ?? 'any',
      except,
    })),
    unitLogic,
    role,
    documents,
    places: places.map(({ text, level, region, except }) => ({ text, level, region, except })),
    ordinals: ordinals.map(({ path, from, to }) => path ?? (from === to ? String(from) : `${from}-${to}`)),
    section,
    due: due && { text: due.text, from: due.from, to: due.to },
    year,
    quantity,
    flags,
    grouping,
    top,
    topic,
    ask: ask ?? 'list',
  }
}

/** What the question is for, where no word of asking says it. */
export function intentOf({ ask, ordinals, taskIds, topic, units, documents }: Slots): string {
  if (ask && ask !== 'list') return ask
  if (ordinals.length > 0 || taskIds.length > 0) return 'detail'
  if (units.length > 0) return 'list'
  if (topic.length > 0) return 'topic'
  return documents.length > 0 && ask === null ? 'facts' : 'list'
}
