import type { Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Conversation } from '../core/dialog/follow-up.ts'
import type { Clock, Speaker } from '../core/ports.ts'
import { todayOf } from './today.ts'

/** A follow-up leans on the last question for this long (design §6.6). */
const EXPIRES_MS = 10 * 60 * 1000
/** Conversations kept at once; the longest silent goes first. */
const MOST = 10_000

/** Answers with the memory of each speaker's last question. */
export function createConverse({ assistant, clock }: { readonly assistant: Assistant; readonly clock: Clock }) {
  const memory = new Map<string, { readonly conversation: Conversation; readonly at: number }>()
  return (question: string, { chat, person }: Speaker): Turn => {
    const key = JSON.stringify([chat, person])
    const at = clock.now().getTime()
    const last = memory.get(key)
    const conversation = last && at - last.at < EXPIRES_MS ? last.conversation : null
    const turn = assistant.ask(question, { today: todayOf(clock), conversation })
    memory.delete(key)
    memory.set(key, { conversation: turn.conversation, at })
    forgetOldest(memory)
    return turn
  }
}

function forgetOldest(memory: Map<string, unknown>): void {
  const [oldest] = memory.keys()
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
}
