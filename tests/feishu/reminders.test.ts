import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createFeishuAdapter } from '../../adapters/feishu/index.ts'
import { createService } from '../../src/app/service.ts'
import { createFakeLog, sheetFile } from '../app/fake-adapter.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { componentsIn } from './card-values.ts'
import { viewOf } from './card-view.ts'
import { CREDENTIALS, fake } from './duban-process.ts'
import { SETTINGS } from './fake-feishu.ts'
import { APP, type StandIn, startStandIn } from './stand-in.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn()
  standIn.users.set('ou_wang', { name: '王五', department_ids: [] })
  standIn.users.set('ou_office', { name: '赵六', department_ids: [] })
})
afterAll(() => standIn.close())

/** The service with the real adapter, on a clock that the test sets. */
function startOffice() {
  const time = { at: Date.parse('2023-11-29T09:00:00+08:00') }
  const clock = { now: () => new Date(time.at) }
  const { log, lines } = createFakeLog()
  const settings = {
    ...APP,
    encryptKey: CREDENTIALS.FEISHU_ENCRYPT_KEY,
    verificationToken: SETTINGS.verificationToken,
    domain: standIn.domain,
  }
  const adapter = createFeishuAdapter(settings, { clock, log })
  const store = createMemoryStore()
  const calendar = createWorkCalendar({})
  const admins = ['feishu:ou_admin']
  const { inbox, tick } = createService({ adapter, store, ledger, clock, calendar, log, sheetFile, admins })
  let serial = 0

  async function receive(envelope: unknown) {
    const works: Promise<void>[] = []
    const timestamp = String(Math.floor(time.at / 1000))
    const inbound = await adapter.receive(fake.request(envelope, { timestamp }))
    const { body } = await inbox.take(inbound, work => works.push(work))
    await Promise.all(works)
    await tick()
    return body
  }

  return {
    lines,
    /** Says something, and gives the card that answers it. */
    async say(person: string, text: string, chat: string) {
      const messageId = `om_${++serial}`
      const chatType = chat.startsWith('oc_p2p') ? 'p2p' : 'group'
      const words = chatType === 'group' ? `@_user_1 ${text}` : text
      await receive(fake.message({ text: words, messageId, chat, person, chatType }))
      return viewOf(standIn.repliesTo(messageId)[0]?.content)
    },
    press: (person: string, value: unknown, chat: string) => receive(fake.click({ value, chat, person })),
    /** What is sent to a chat or a person until that moment, the clock asking every hour. */
    async until(moment: string): Promise<void> {
      while (time.at < Date.parse(moment)) {
        time.at += 60 * 60_000
        await tick()
      }
    },
  }
}

it('binds, subscribes, reminds, urges: each once, each as a card', { timeout: 60_000 }, async () => {
  const office = startOffice()
  const cards = (to: string) => standIn.sentTo(to).map(({ content }) => viewOf(content))
  const GROUP = 'oc_energy'

  for (const [person, words] of [
    ['ou_wang', '绑定 省能源局'],
    ['ou_office', '绑定 督查室'],
  ] as const) {
    await office.say(person, words, `oc_p2p_${person}`)
    const asked = cards('oc_p2p_ou_admin').at(-1)
    await office.press('ou_admin', asked?.pressSay('同意'), 'oc_p2p_ou_admin')
  }
  await office.say('ou_wang', '本群是省能源局的', GROUP)
  await office.press('ou_admin', cards('oc_p2p_ou_admin').at(-1)?.pressSay('同意'), 'oc_p2p_ou_admin')

  const echo = await office.say('ou_wang', '每周五下午4点发周报', GROUP)
  expect(echo.text).toContain('好的：每周五 16:00 向本群推送“周报”，下次是2023年12月1日（周五）16:00。')

  const preview = await office.say('ou_office', '催办省能源局', 'oc_p2p_ou_office')
  expect(preview.text).toContain('请确认催办：1个单位')
  expect(preview.text).toContain('省能源局：8项，送工作群')
  await office.press('ou_office', preview.pressSay('确认'), 'oc_p2p_ou_office')
  await vi.waitFor(() => expect(cards(GROUP)).toHaveLength(1), { timeout: 20_000 })

  await office.until('2023-12-04T09:00:00+08:00')
  const [urging, notice, digest, ...more] = cards(GROUP)
  expect(more).toEqual([])
  expect(urging?.text).toContain('督查室提醒省能源局：以下8项任务请关注进展。')
  expect(notice?.text).toContain('6项任务还有30天到期')
  expect(notice?.text).toContain('年底（2023-12-31）｜还有30天')
  expect(digest?.text).toContain('督办简报：省能源局8项任务，未反馈8项')
  expect(digest?.labels).toEqual(['未反馈'])
  const sent = standIn.sentTo(GROUP)
  expect(componentsIn(sent[2]?.content).some(({ tag }) => tag === 'chart')).toBe(true)
  expect(new Set(sent.map(({ uuid }) => uuid)).size).toBe(sent.length)

  const list = await office.press('ou_wang', digest?.press('未反馈'), GROUP)
  expect(JSON.stringify(list)).toContain('省能源局负责、未反馈的任务共8项')
  expect(office.lines.filter(({ level }) => level !== 'info')).toEqual([])
})
