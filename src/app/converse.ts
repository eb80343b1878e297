import type { AskOptions, Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Conversation } from '../core/dialog/follow-up.ts'
import type { Reply, ReplyAction } from '../core/dialog/reply.ts'
import { emptySlots } from '../core/dialog/slots.ts'
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
  /** Something was done and answered: its tasks can be pointed at, and its buttons can be typed. */
  note(speaker: Speaker, reply: Reply): void
  /** What somebody means who types the words on a button of the last reply, as people do where there are no buttons. */
  meant(text: string, speaker: Speaker): string
}

/** What is known besides the documents: how tasks stand on a day, and who asks. */
export type Surroundings = (
  speaker: Speaker,
  today: string,
) => Promise<Pick<AskOptions, 'progress' | 'speaker' | 'documentId'>>

export interface ConverseOptions {
  readonly assistant: Assistant
  readonly clock: Clock
  /** None: only the documents are known. */
  readonly surroundings?: Surroundings
}

const ONLY_DOCUMENTS: Surroundings = async () => ({})

export function createConverse({ assistant, clock, surroundings = ONLY_DOCUMENTS }: ConverseOptions): Converse {
  const memory = createMemory(clock)
  const recall = (speaker: Speaker) => memory.recall(speaker)?.conversation ?? null

  function keep(speaker: Speaker, turn: Turn): Turn {
    memory.keep(speaker, turn.conversation, turn.reply)
    return turn
  }

  return {
    async answer(question, speaker) {
      const today = todayOf(clock)
      const around = await surroundings(speaker, today)
      return keep(speaker, assistant.ask(question, { today, ...around, conversation: recall(speaker) }))
    },
    async replay({ speaker, turns: [first = '', ...more], today }) {
      const around = await surroundings(speaker, today)
      const start = assistant.ask(first, { today, ...around })
      const last = more.reduce(
        (turn, said) => assistant.ask(said, { today, ...around, conversation: turn.conversation }),
        start,
      )
      return keep(speaker, last)
    },
    recall,
    note(speaker, reply) {
      const listed = reply.items.flatMap(({ taskId }) => taskId ?? [])
      memory.keep(speaker, listed.length > 0 ? aboutTasks(listed) : recall(speaker), reply)
    },
    meant(text, speaker) {
      const { actions = [], isChoice = false } = memory.recall(speaker) ?? {}
      const typed = text.trim()
      return actions.find(({ label }, i) => label === typed || (isChoice && `${i + 1}` === typed))?.say ?? text
    },
  }
}

/** A conversation that has come to some tasks: 完成90% is about the only one, 第2个 about the second. */
function aboutTasks(ids: readonly string[]): Conversation {
  const [only = '', ...others] = ids
  const slots = { ...emptySlots, taskIds: others.length === 0 ? [only] : [] }
  return { turns: [only], slots, listed: ids, page: 1, whole: false, choices: [] }
}

interface Memory {
  readonly conversation: Conversation | null
  readonly actions: readonly ReplyAction[]
  /** Nothing but the buttons could be meant by a number. */
  readonly isChoice: boolean
  readonly at: number
}

function createMemory(clock: Clock) {
  const memory = new Map<string, Memory>()
  const keyOf = ({ chat, person }: Speaker) => JSON.stringify([chat, person])
  const now = () => clock.now().getTime()
  return {
    recall(speaker: Speaker): Memory | null {
      const last = memory.get(keyOf(speaker))
      return last && now() - last.at < EXPIRES_MS ? last : null
    },
    keep(speaker: Speaker, conversation: Conversation | null, { actions = [], items }: Reply): void {
      const key = keyOf(speaker)
      memory.delete(key)
      memory.set(key, { conversation, actions, isChoice: items.length === 0 && actions.length > 1, at: now() })
      forgetOldest(memory)
    },
  }
}

function forgetOldest(memory: Map<string, unknown>): void {
  const [oldest] = memory.keys()
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
}
