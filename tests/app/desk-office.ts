import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createService } from '../../src/app/service.ts'
import { type Reply, replyText } from '../../src/core/dialog/reply.ts'
import type { Inbound, Store } from '../../src/core/ports.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { createFakeAdapter, createFakeLog, sheetFile } from './fake-adapter.ts'

const MINUTE = 60_000

/** Who works here, and how they were bound: 王 of 省能源局, 李 of 省科技厅, 督 of the office, 管 the administrator. */
export const PEOPLE = { 王: '绑定 省能源局', 李: '绑定 省科技厅', 财: '绑定 省财政厅', 督: '绑定 督查室' } as const

/** An organisation with one chat, in which everybody talks to the bot by name. */
export async function deskOffice({
  store = createMemoryStore(),
  skipsConfirmation = false,
  from = '2023-06-01T09:00:00+08:00',
}: {
  store?: Store
  skipsConfirmation?: boolean
  from?: string
} = {}) {
  const time = { at: Date.parse(from) }
  const clock = { now: () => new Date(time.at) }
  const { adapter, sent, files, behaviour, profiles } = createFakeAdapter()
  const { log, lines } = createFakeLog()
  const { inbox, tick } = createService({
    adapter,
    store,
    ledger,
    clock,
    calendar: createWorkCalendar({}),
    log,
    sheetFile,
    skipsConfirmation,
    admins: ['fake:管'],
  })
  let serial = 0

  async function take(inbound: Inbound) {
    const works: Promise<void>[] = []
    const { body } = await inbox.take(inbound, work => works.push(work))
    await Promise.all(works)
    await tick()
    return body
  }

  /** Says something in the group, and gives the answer to it. */
  async function reply(person: string, text: string, chat = '督查群'): Promise<Reply> {
    const id = `fake:om_${++serial}`
    const speaker = { chat, person }
    await take({
      kind: 'message',
      id,
      speaker,
      text,
      to: { ...speaker, messageId: id, inThread: false, chatType: 'group' },
    })
    const answer = sent.find(({ key }) => key === id)?.reply
    if (!answer) throw new Error(`no answer to ${text}`)
    return answer
  }

  const shown = (body: unknown): Reply | string => {
    const { shown: card, told } = body as { shown?: Reply; told?: string }
    return card ?? told ?? ''
  }

  const office = {
    store,
    sent,
    files,
    lines,
    behaviour,
    profiles,
    tick,
    take,
    reply,
    say: async (person: string, text: string, chat?: string) => replyText(await reply(person, text, chat)),
    /** Presses a button that says something. */
    async press(person: string, text: string, chat = '督查群') {
      const card = shown(await take({ kind: 'said', id: `fake:ev_${++serial}`, speaker: { chat, person }, text }))
      return typeof card === 'string' ? card : replyText(card)
    },
    async fill(
      person: string,
      form: { readonly name: string; readonly subject: string; readonly fields: Readonly<Record<string, string>> },
    ) {
      return shown(
        await take({ kind: 'form', id: `fake:ev_${++serial}`, speaker: { chat: '督查群', person }, ...form }),
      )
    },
    /** What was sent to a person in private since the last time. */
    lettersTo: (person: string) =>
      sent.filter(({ to }) => to.chat === null && to.person === person).map(letter => letter.reply),
    later(minutes: number) {
      time.at += minutes * MINUTE
    },
  }

  await bindAll(office)
  sent.length = 0
  return office
}

async function bindAll({
  say,
  press,
}: {
  say(person: string, text: string): Promise<string>
  press(person: string, text: string): Promise<string>
}) {
  for (const [person, words] of Object.entries(PEOPLE)) {
    await say(person, words)
    await press('管', `同意绑定 fake:${person}`)
  }
}
