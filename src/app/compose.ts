import { intentOf } from '../core/dialog/answer-json.ts'
import type { Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Reply } from '../core/dialog/reply.ts'
import type { Accepted, Action, Clock } from '../core/ports.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { Converse } from './converse.ts'
import { greeting, liveExamples, unreadable } from './greeting.ts'
import { todayOf } from './today.ts'

/** What an answer is made from. */
export interface Knowledge {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly converse: Converse
  readonly clock: Clock
}

/** A reply, and what the log says it was for. */
export interface Composed {
  readonly reply: Reply
  readonly intent: string
}

/** What somebody is told who said or did something. */
export function compose(received: Accepted, knowledge: Knowledge): Composed {
  const sources = { ...knowledge, today: todayOf(knowledge.clock) }
  switch (received.kind) {
    case 'message':
      return composed(knowledge.converse.answer(received.text, received.speaker), knowledge)
    case 'unreadable':
      return { reply: unreadable(sources), intent: 'unreadable' }
    case 'greeting':
      return { reply: greeting(sources), intent: 'greeting' }
    default:
      return received satisfies never
  }
}

/** What a card becomes when its button is pressed. */
export function composeAction(action: Action, knowledge: Knowledge): Composed {
  const { reply, intent } = composed(knowledge.converse.replay(action), knowledge)
  // The whole way here, so that the card can lead back to the list it came from.
  return { reply: { ...reply, again: { turns: action.turns, today: action.today } }, intent }
}

/** 帮助 has examples to press, like a greeting. */
function composed({ reply, answer: { slots } }: Turn, knowledge: Knowledge): Composed {
  const intent = intentOf(slots)
  if (intent !== 'help') return { reply, intent }
  const suggestions = liveExamples({ ...knowledge, today: reply.again.today })
  return { reply: { ...reply, suggestions }, intent }
}
