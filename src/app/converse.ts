import type { AskOptions, Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Conversation } from '../core/dialog/follow-up.ts'
import type { Action, Clock, Speaker } from '../core/ports.ts'
import { todayOf } from './today.ts'

/** A follow-up leans on the last question for this long (design §6.6). */
const EXPIRES_MS = 10 * 60 * 1000
/** Conversations kept at once; the longest silent goes first. */
const MOST = 10_000

/** Answers with the memory of each speaker's last question. */
export interface Converse {
  /** What somebody says now. */
  answer(question: string, speaker: Speaker): Promise<Turn>
  /** What a button says: all of its turns, on the day of its card. What is typed next goes on from there. */
  replay(action: Pick<Action, 'speaker' | 'turns' | 'today'>): Promise<Turn>
  /** What a speaker's next words may lean on; null where that is too long ago. */
  recall(speaker: Speaker): Conversation | null
}

/** What is known besides the documents: how tasks stand on a day, and who asks. */
export type Surroundings = (speaker: Speaker, today: string) => Promise<Pick<AskOptions, 'progress' | 'speaker'>>

export interface ConverseOptions {
  readonly assistant: Assistant
  readonly clock: Clock
  /** None: only the documents are known. */
  readonly surroundings?: Surroundings
}

const ONLY_DOCUMENTS: Surroundings = async () => ({})

export function createConverse({ assistant, clock, surroundings = ONLY_DOCUMENTS }: ConverseOptions): Converse {
  const memory = createMemory(clock)
  return {
    async answer(question, speaker) {
      const today = todayOf(clock)
      const around = await surroundings(speaker, today)
      return memory.keep(speaker, assistant.ask(question, { today, ...around, conversation: memory.recall(speaker) }))
    },
    async replay({ speaker, turns: [first = '', ...more], today }) {
      const around = await surroundings(speaker, today)
      const start = assistant.ask(first, { today, ...around })
      const last = more.reduce(
        (turn, said) => assistant.ask(said, { today, ...around, conversation: turn.conversation }),
        start,
      )
      return memory.keep(speaker, last)
    },
    recall: memory.recall,
  }
}

function createMemory(clock: Clock) {
  const memory = new Map<string, { readonly conversation: Conversation; readonly at: number }>()
  const keyOf = ({ chat, person }: Speaker) => JSON.stringify([chat, person])
  const now = () => clock.now().getTime()
  return {
    recall(speaker: Speaker): Conversation | null {
      const last = memory.get(keyOf(speaker))
      return last && now() - last.at < EXPIRES_MS ? last.conversation : null
    },
    keep(speaker: Speaker, turn: Turn): Turn {
      const key = keyOf(speaker)
      memory.delete(key)
      memory.set(key, { conversation: turn.conversation, at: now() })
      forgetOldest(memory)
      return turn
    },
  }
}

function forgetOldest(memory: Map<string, unknown>): void {
  const [oldest] = memory.keys()
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
}
