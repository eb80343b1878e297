import { describe, expect, it } from 'vitest'
import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import { createService } from '../../../src/app/service.ts'
import { replyText } from '../../../src/core/dialog/reply.ts'
import { createMemoryStore } from '../../contracts/memory-store.ts'
import { ledger } from '../../core/dialog/seed-ledger.ts'
import { deskOffice } from '../desk-office.ts'
import { createFakeAdapter, createFakeLog, sheetFile } from '../fake-adapter.ts'

type Office = Awaited<ReturnType<typeof deskOffice>>

const PLACE = '鲁政办字〔2023〕5号·三·第27项“大力发展可再生能源”'

const reportsIn = async ({ store }: Pick<Office, 'store'>) =>
  (await store.entries(0)).filter(entry => entry.kind === 'report')

async function bindMany(office: Office, unit: string, count: number) {
  const people = Array.from({ length: count }, (_, i) => `人${i + 1}`)
  for (const person of people) {
    await office.say(person, `绑定 ${unit}`)
    await office.press('管', `同意绑定 fake:${person}`)
  }
  return people
}

describe('many at once', () => {
  it('100 reports of 20 people are all recorded, each once', async () => {
    const office = await deskOffice({ skipsConfirmation: true })
    const people = await bindMany(office, '省能源局', 20)
    const said = people.flatMap((person, i) =>
      Array.from({ length: 5 }, (_, j) => ({ person, text: `${27 + ((i + j) % 8)}条 第${i}组已完成第${j}步` })),
    )
    const answers = await Promise.all(said.map(({ person, text }) => office.say(person, text)))
    expect(answers.filter(answer => !answer.startsWith('已记录1项进展'))).toEqual([])
    const reports = await reportsIn(office)
    expect(new Set(reports.map(({ by, text }) => `${by} ${text}`)).size).toBe(100)
    expect(reports).toHaveLength(100)
  })

  it('40 reports on one task are all recorded, in the order of the answers', async () => {
    const office = await deskOffice({ skipsConfirmation: true })
    const people = await bindMany(office, '省能源局', 40)
    const answers = await Promise.all(people.map(person => office.say(person, `27条 ${person}已到场`)))
    expect(answers.filter(answer => !answer.startsWith('已记录1项进展'))).toEqual([])
    expect(await reportsIn(office)).toHaveLength(40)
  })

  it('confirmations of one proposal are one report', async () => {
    const office = await deskOffice()
    const { actions = [] } = await office.reply('王', '27完成80%')
    const say = actions[0]?.say ?? ''
    const answers = await Promise.all(Array.from({ length: 10 }, () => office.press('王', say)))
    expect(answers.filter(answer => !/^已记录1项进展|^这条已经记录过了/u.test(answer))).toEqual([])
    expect(await reportsIn(office)).toHaveLength(1)
  })

  it('reviews of one report are one decision', async () => {
    const office = await deskOffice()
    await bindMany(office, '督查室', 5)
    await office.say('王', '27完成')
    await office.say('王', '是')
    const answers = await Promise.all(['督', '人1', '人2', '人3', '人4'].map(one => office.say(one, '通过27')))
    expect(answers.filter(answer => answer.startsWith('通过已记录'))).toHaveLength(1)
    expect(answers.filter(answer => answer.includes('不能通过'))).toHaveLength(4)
    expect(office.lettersTo('王')).toHaveLength(1)
  })

  it('deliveries of one message are one report and one answer', async () => {
    const office = await deskOffice({ skipsConfirmation: true })
    const speaker = { chat: '督查群', person: '王' }
    const id = 'fake:om_twice'
    const message = {
      kind: 'message',
      id,
      speaker,
      text: '27完成80%',
      to: { ...speaker, messageId: id, inThread: false, chatType: 'group' },
    } as const
    await Promise.all([office.take(message), office.take(message)])
    await office.take(message)
    expect(office.sent.filter(({ key }) => key === id)).toHaveLength(1)
    expect(await reportsIn(office)).toHaveLength(1)
  })
})

const noop = () => undefined

/** A process that ended after it had written and before it had answered, and the one that comes after it. */
async function endedBeforeAnswering(
  before: readonly (readonly [person: string, text: string])[],
  said: string,
  by: string,
) {
  const store = createMemoryStore()
  const office = await deskOffice({ store })
  for (const [person, text] of before) await office.say(person, text)
  const { length } = await store.entries(0)
  const reached = Promise.withResolvers<void>()
  office.behaviour.wait = ({ to }) => {
    if (to.person !== by || to.chat === null) return Promise.resolve()
    reached.resolve()
    return new Promise<void>(noop)
  }
  const speaker = { chat: '督查群', person: by }
  const to = { ...speaker, messageId: 'fake:om_last', inThread: false, chatType: 'group' } as const
  office.take({ kind: 'message', id: 'fake:om_last', speaker, text: said, to })
  await reached.promise
  const written = await store.entries(length)

  const { adapter, sent } = createFakeAdapter()
  const clock = { now: () => new Date('2023-06-01T09:01:00+08:00') }
  const { log } = createFakeLog()
  const next = createService({
    adapter,
    store,
    ledger,
    clock,
    calendar: createWorkCalendar({}),
    log,
    sheetFile,
    admins: ['fake:管'],
  })
  await next.inbox.resume(await next.inbox.unsettled())
  await next.inbox.close(5000)
  await next.deliver()
  return {
    written,
    again: (await store.entries(length)).slice(written.length),
    answers: sent.filter(({ to: { chat } }) => chat !== null).map(({ reply }) => replyText(reply).split('\n')[0]),
    unsettled: await store.unsettled(),
  }
}

describe('after a process that ended between writing and answering', () => {
  const REPORTED = [
    ['王', '28完成50%'],
    ['王', '是'],
    ['王', '27完成，问题：送出线路未批'],
    ['王', '是'],
  ] as const

  it.each<readonly [by: string, said: string, before: readonly (readonly [string, string])[], answer: string]>([
    ['王', '是', [['王', '27完成80%']], '这条已经记录过了，没有重复记录。'],
    ['王', '撤回刚才的', REPORTED, `已撤回${PLACE}的进展`],
    ['督', '通过27', REPORTED, `通过已记录：${PLACE}现在是“已办结”`],
    ['督', '退回27 数据无来源', REPORTED, `退回已记录：${PLACE}现在是“进行中”，原因：数据无来源`],
    ['督', '解决27', REPORTED, `已记录解决：${PLACE}`],
    [
      '王',
      '27条申请延期到2024年3月底，原因：设备未到货',
      REPORTED,
      `已提交延期申请：${PLACE}延期到2024-03-31，等督查室答复`,
    ],
    ['督', '同意27延期', [['王', '27条申请延期到9月底，原因：设备']], `已记录：同意${PLACE}延期到2023-09-30`],
    ['王', '解绑', [], '已解除绑定：省能源局。'],
    ['外', '绑定 省科技厅', [], '已申请绑定省科技厅，等管理员同意后会告诉您。'],
    ['管', '绑定 省科技厅', [], '已绑定省科技厅（您是管理员，立即生效）。'],
  ])('%s who said %s gets the answer, and nothing is written twice', async (by, said, before, answer) => {
    const { written, again, answers, unsettled } = await endedBeforeAnswering(before, said, by)
    expect(written.length).toBeGreaterThan(0)
    expect(again).toEqual([])
    expect(answers).toEqual([answer])
    expect(unsettled).toEqual([])
  })
})
