import type { Press, SentFile } from '../core/ports.ts'
import type { Answering } from './answer-accepted.ts'
import { claimTerm } from './claim-term.ts'
import { composePress } from './compose.ts'
import { faultCode } from './fault-code.ts'
import { fieldsOf } from './fault-fields.ts'

/** The platform waits three seconds, its own way here and back included, and then shows an error of its own. */
const ACTION_MS = 2500

/** What a card becomes when its button is pressed; a sentence where that fails or takes too long. Never rejects. */
export async function press(action: Press, answering: Answering): Promise<unknown> {
  const { adapter } = answering
  const { promise: tooLate, resolve } = Promise.withResolvers<unknown>()
  const timer = setTimeout(() => resolve(adapter.tell('正在处理，请稍后再按一次。')), ACTION_MS)
  return Promise.race([cardAfter(action, answering), tooLate]).finally(() => clearTimeout(timer))
}

/** A press that was answered before leaves the card as it is. */
async function cardAfter(action: Press, answering: Answering): Promise<unknown> {
  const { adapter, store, clock, log } = answering
  const started = clock.now().getTime()
  const about = { id: action.id, kind: action.kind, chat: action.speaker.chat }
  try {
    if (!(await store.claimOnce(action.id, claimTerm(clock)))) return {}
    const { reply, intent, files, isAside = false } = await composePress(action, answering)
    const shown = isAside ? adapter.tell(reply.summary) : adapter.show(reply)
    await sendFiles(action, files, adapter)
    log.info({ ...about, intent, result: 'answered', ms: clock.now().getTime() - started }, 'action')
    return shown
  } catch (error) {
    const code = await faultCode(action.id)
    log.error({ ...about, code, ...fieldsOf(error), result: 'apologised' }, 'action')
    return adapter.tell(`抱歉，这一步没有成功，请稍后再试；若还不行，请把代码 ${code} 告诉管理员。`)
  }
}

/** A press brings no message to reply to: files go to the chat. */
async function sendFiles(
  { id, speaker }: Press,
  files: readonly SentFile[],
  adapter: Answering['adapter'],
): Promise<void> {
  const to = { ...speaker, messageId: null, inThread: false, chatType: 'group' } as const
  for (const [i, file] of files.entries()) await adapter.sendFile(to, file, `${id}:file${i}`)
}
