import { intentOf } from '../core/dialog/answer-json.ts'
import type { Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Reply } from '../core/dialog/reply.ts'
import type { Accepted, Action, Clock, Press, SentFile, Speaker } from '../core/ports.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { Converse } from './converse.ts'
import type { Desk } from './desk.ts'
import { greeting, liveExamples, unreadable } from './greeting.ts'
import { todayOf } from './today.ts'

/** What an answer is made from. */
export interface Knowledge {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly converse: Converse
  readonly desk: Desk
  readonly clock: Clock
}

/** A reply, and what the log says it was for. */
export interface Composed {
  readonly reply: Reply
  readonly intent: string
  readonly files: readonly SentFile[]
  /** Only who pressed needs to know. */
  readonly isAside?: boolean
}

/** What somebody is told who said or did something. What they wanted done is done by then. */
export async function compose(received: Accepted, knowledge: Knowledge, isResumed: boolean): Promise<Composed> {
  const sources = { ...knowledge, today: todayOf(knowledge.clock) }
  switch (received.kind) {
    case 'message':
      return heard({ ...received, isPrivate: received.to.chatType === 'private', isResumed }, knowledge)
    case 'unreadable':
      return { reply: unreadable(sources), intent: 'unreadable', files: [] }
    case 'greeting':
      return { reply: greeting(sources), intent: 'greeting', files: [] }
    default:
      return received satisfies never
  }
}

/** What a card becomes when its button is pressed. */
export async function composePress(press: Press, knowledge: Knowledge): Promise<Composed> {
  switch (press.kind) {
    case 'action':
      return composeAction(press, knowledge)
    case 'said':
      return heard({ ...press, isPrivate: false, isResumed: false }, knowledge)
    case 'form':
      return noted(
        await knowledge.desk.fill(press, knowledge.converse.recall(press.speaker)),
        press.speaker,
        knowledge.converse,
      )
    default:
      return press satisfies never
  }
}

interface Heard extends Pick<Extract<Accepted, { kind: 'message' }>, 'id' | 'speaker' | 'text'> {
  readonly isPrivate: boolean
  readonly isResumed: boolean
}

/** First whether something is to be done; else it is a question. */
async function heard({ text: typed, ...said }: Heard, knowledge: Knowledge): Promise<Composed> {
  const { converse, desk } = knowledge
  const text = converse.meant(typed, said.speaker)
  const done = await desk.hear({ ...said, text, conversation: converse.recall(said.speaker) })
  return done ? noted(done, said.speaker, converse) : composed(await converse.answer(text, said.speaker), knowledge)
}

function noted(done: Composed, speaker: Speaker, converse: Converse): Composed {
  converse.note(speaker, done.reply)
  return done
}

async function composeAction(action: Action, knowledge: Knowledge): Promise<Composed> {
  const answered = composed(await knowledge.converse.replay(action), knowledge)
  // The whole way here, so that the card can lead back to the list it came from.
  return { ...answered, reply: { ...answered.reply, again: { turns: action.turns, today: action.today } } }
}

/** 帮助 has examples to press, like a greeting. */
function composed({ reply, answer: { slots } }: Turn, knowledge: Knowledge): Composed {
  const intent = intentOf(slots)
  if (intent !== 'help') return { reply, intent, files: [] }
  const suggestions = liveExamples({ ...knowledge, today: reply.again.today })
  return { reply: { ...reply, suggestions }, intent, files: [] }
}
