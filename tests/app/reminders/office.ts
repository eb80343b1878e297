import { replyText } from '../../../src/core/dialog/reply.ts'
import { deskOffice } from '../desk-office.ts'

/** The office of the desk tests, where people also write to the bot in private. */
export async function reminderOffice(options: Parameters<typeof deskOffice>[0] = {}) {
  const office = await deskOffice(options)
  let serial = 0

  async function whisper(person: string, text: string): Promise<string> {
    const id = `fake:om_private_${++serial}`
    const speaker = { chat: `单聊${person}`, person }
    const to = { ...speaker, messageId: id, inThread: false, chatType: 'private' } as const
    await office.take({ kind: 'message', id, speaker, text, to })
    const answer = office.sent.find(({ key }) => key === id)?.reply
    if (!answer) throw new Error(`no answer to ${text}`)
    return replyText(answer)
  }

  return {
    ...office,
    /** Says something to the bot alone, and gives the answer. */
    whisper,
    /** What came without being asked for: to whom, and its text. */
    unasked: () =>
      office.sent
        .filter(({ key }) => !key.startsWith('fake:om_'))
        .map(({ to, reply }) => ({ to: to.chat ?? to.person, text: replyText(reply) })),
    /** Lets whole days pass, hour by hour as the clock asks. */
    async days(count: number): Promise<void> {
      for (let hour = 0; hour < count * 24; hour++) {
        office.later(60)
        await office.tick()
      }
    },
  }
}

export type ReminderOffice = Awaited<ReturnType<typeof reminderOffice>>
