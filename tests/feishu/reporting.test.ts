import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CardView, cardIn, onlyAnswer, viewOf } from './card-view.ts'
import { type Answered, type Duban, fakeAhead, startDuban, type Transport, temporaryFolder } from './duban-process.ts'
import { type StandIn, startStandIn } from './stand-in.ts'
import { FAULTS, MESSAGES } from './stand-in-faults.ts'

const GROUP = 'oc_supervision'
const ID = '鲁政办字〔2023〕5号#27'
const PLACE = '鲁政办字〔2023〕5号·三·第27项“大力发展可再生能源”'
const NOBODYS = '现在没有等您确认的内容（10分钟内有效，只能由本人确认）。要报进展，请再说一次。'

/** A Thursday morning: letters go out in working hours. */
const movedMs = Date.parse('2023-06-01T09:00:00+08:00') - Date.now()
const fake = fakeAhead(movedMs)

/** A department of the address book that is a unit of the ledger, and two people in it. */
function peopled(standIn: StandIn): StandIn {
  standIn.departments.set('od_energy', { name: '省能源局' })
  standIn.users.set('ou_wang', { name: '王工', department_ids: ['od_energy'] })
  standIn.users.set('ou_li', { name: '李工' })
  return standIn
}

/** A fresh platform and a fresh folder for every test, and nothing left running after it. */
function laboratory(transport: Transport) {
  const started: Duban[] = []
  const at = { standIn: null as StandIn | null, folder: '', remove: () => Promise.resolve() }
  const standIn = (): StandIn => at.standIn ?? expect.unreachable('before the first test')
  let serial = 0

  beforeEach(async () => {
    Object.assign(at, { standIn: peopled(await startStandIn()), ...(await temporaryFolder()) })
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ kill }) => kill('SIGKILL')))
    await standIn().close()
    await at.remove()
  })

  async function start(settings: Readonly<Record<string, string>> = {}) {
    const duban = await startDuban({
      standIn: standIn(),
      transport,
      folder: at.folder,
      movedMs,
      settings: { DUBAN_ADMINS: 'feishu:ou_guan', ...settings },
    })
    started.push(duban)

    /** Says something in the group, and gives what the answer to it shows. */
    async function say(person: string, text: string, chat = GROUP): Promise<CardView> {
      const messageId = `om_${++serial}`
      await duban.deliver(fake.message({ text: `@_user_1 ${text}`, messageId, person, chat }))
      await duban.settled()
      // A file comes behind the answer.
      const [answer, ...more] = standIn()
        .repliesTo(messageId)
        .filter(({ msgType }) => msgType !== 'file')
      expect(more).toEqual([])
      return viewOf(answer?.content)
    }

    const click = (person: string, clicked: Parameters<typeof fake.click>[0], chat = GROUP): Promise<Answered> =>
      duban.deliver(fake.click({ ...clicked, person, chat }))

    /** Somebody asks for a unit or an office, and the administrator agrees by the button of the card. */
    async function bind(person: string, words: string): Promise<void> {
      await say(person, `绑定 ${words}`)
      const card = await letter('ou_guan', '申请绑定')
      expect(cardIn(await click('ou_guan', { value: card.press('同意') })).text).toContain('已同意')
      await letter(person, '管理员已同意')
    }

    return { duban, say, click, bind }
  }

  /** The last message to a person in private that has these words. */
  async function letter(person: string, words: string): Promise<CardView> {
    return vi.waitFor(
      () => {
        const texts = standIn()
          .sent.filter(({ receiveId }) => receiveId === person)
          .map(({ content }) => viewOf(content))
        return texts.findLast(({ text }) => text.includes(words)) ?? expect.unreachable(`${words} to ${person}`)
      },
      { timeout: 5000 },
    )
  }

  const lettersTo = (person: string) => standIn().sent.filter(({ receiveId }) => receiveId === person)

  return { standIn, start, letter, lettersTo }
}

/** What who pressed is told, while the card stays as it is. */
const toastIn = ({ body }: Answered) => (body as { readonly toast?: { readonly content: string } }).toast?.content

describe.each(['webhook', 'websocket'] as const)('reports in Feishu by %s', { timeout: 60_000 }, transport => {
  const { standIn, start, letter, lettersTo } = laboratory(transport)

  it('go the whole way: bound, reported, confirmed, sent back, reported again, passed, closed', async () => {
    const { say, click, bind } = await start()
    await bind('ou_du', '督查室')

    const unbound = await say('ou_wang', '27完成80%')
    expect(unbound.text).toContain('我还不知道您是哪个单位的')
    const asked = cardIn(await click('ou_wang', { value: unbound.pressSay('绑定 省能源局') }))
    expect(asked.text).toContain('已申请绑定省能源局，等管理员同意后会告诉您。')
    const wish = await letter('ou_guan', '王工申请绑定省能源局')
    expect(toastIn(await click('ou_li', { value: wish.press('同意') }))).toBe('这一步由管理员办理，您不是管理员。')
    expect(cardIn(await click('ou_guan', { value: wish.press('同意') })).text).toContain('已同意王工绑定省能源局。')
    await letter('ou_wang', '您现在绑定省能源局')

    const echo = await say('ou_wang', '第27条 可再生能源装机已达7600万千瓦，完成')
    expect(echo.text).toContain('请确认这项进展，确认后才记录')
    expect(echo.text).toContain('7600 ≥ 7500万千瓦，达到指标')
    expect(echo.labels).toEqual(expect.arrayContaining(['确认', '修改', '取消']))
    expect(toastIn(await click('ou_li', { value: echo.press('确认') }))).toBe(NOBODYS)
    expect(toastIn(await click('ou_wang', { value: echo.press('确认') }, 'oc_other'))).toBe(NOBODYS)
    expect(lettersTo('ou_du').some(({ content }) => viewOf(content).text.includes('待审核'))).toBe(false)
    expect(cardIn(await click('ou_wang', { value: echo.press('确认') })).text).toContain('已记录1项进展')

    const review = await letter('ou_du', '省能源局报来进展：1项待审核')
    expect(review.text).toContain('可再生能源装机已达7600万千瓦，完成')
    for (const person of ['ou_wang', 'ou_li', 'ou_guan']) {
      expect(toastIn(await click(person, { value: review.press('通过') }))).toBe(
        '这一步由督查室办理，您没有督查室的权限。',
      )
    }
    const reason = cardIn(await click('ou_du', { value: review.press('退回') }))
    expect(reason.text).toContain('请写明退回的原因')
    const returned = reason.fill({ reason: '数据无来源' }).submit()
    expect(toastIn(await click('ou_wang', returned))).toBe('这一步由督查室办理，您没有督查室的权限。')
    expect(cardIn(await click('ou_du', returned)).text).toContain(
      `退回已记录：${PLACE}现在是“进行中”，原因：数据无来源`,
    )

    const told = await letter('ou_wang', `督查室退回了${PLACE}，原因：数据无来源`)
    const form = cardIn(await click('ou_wang', { value: told.press('报进展') }))
    expect(form.text).toContain('填报进展')
    const wrong = cardIn(
      await click('ou_wang', form.fill({ percent: '一百五', text: '并网验收已完成，附统计局数据' }).submit()),
    )
    expect(wrong.text).toContain('完成进度“一百五”不是0到100的数，请填如“80”。')
    expect(wrong.fields).toMatchObject({ percent: '一百五', text: '并网验收已完成，附统计局数据' })
    const right = wrong.fill({ percent: '100', status: 'done' }).submit()
    const filled = cardIn(await click('ou_wang', right))
    expect(filled.text).toContain('进展：并网验收已完成，附统计局数据')
    expect(cardIn(await click('ou_wang', { value: filled.press('确认') })).text).toContain('已记录1项进展')

    const again = await letter('ou_du', '并网验收已完成')
    expect(cardIn(await click('ou_du', { value: again.press('通过') })).text).toContain('现在是“已办结”')
    await letter('ou_wang', `督查室通过了${PLACE}`)
    expect((await say('ou_du', '27销号')).text).toContain(`销号已记录：${PLACE}现在是“已销号”`)
    const history = await say('ou_wang', '鲁政办字〔2023〕5号第27条历史进展')
    expect(history.text).toContain('历史进展共5条')
  })

  it('cannot be forged: not by a value, not by a form, not by who is nobody here', async () => {
    const { say, click, bind } = await start()
    await bind('ou_wang', '省能源局')
    await bind('ou_li', '省科技厅')
    await say('ou_wang', '27完成')
    await say('ou_wang', '是')
    const echo = await say('ou_wang', '28完成80%')
    const { say: confirmation } = echo.pressSay('确认')

    const fields = { status: 'done', percent: '100', text: '完成', unit: '省能源局', by: 'feishu:ou_wang' }
    for (const person of ['ou_li', 'ou_nobody', 'ou_guan']) {
      const answers = [
        await click(person, { value: { say: confirmation } }),
        await click(person, { value: { say: `通过 ${ID}` } }),
        await click(person, { value: { say: `退回 ${ID} 数据无来源` } }),
        await click(person, { value: { form: 'return', subject: ID }, formValue: { reason: '数据无来源' } }),
        await click(person, { value: { form: 'approve', subject: ID }, formValue: {} }),
        await click(person, { value: { form: 'report', subject: ID }, formValue: fields }),
        await click(person, { value: { say: `同意 ${ID} 延期` } }),
      ]
      expect(answers.map(answer => [person, typeof toastIn(answer)])).toEqual(answers.map(() => [person, 'string']))
    }
    expect(toastIn(await click('ou_li', { value: { say: '同意绑定 feishu:ou_li' } }))).toBe(
      '这一步由管理员办理，您不是管理员。',
    )
    expect((await say('ou_wang', '鲁政办字〔2023〕5号第27条历史进展')).text).toContain('历史进展共1条')
    expect((await say('ou_wang', '鲁政办字〔2023〕5号第28条历史进展')).text).toContain('还没有报过进展')
  })

  it('bring problems and extensions to the office and the answers back', async () => {
    const { say, click, bind } = await start()
    await bind('ou_du', '督查室')
    await bind('ou_wang', '省能源局')
    await say('ou_wang', '27已开工，问题：送出线路未批')
    await say('ou_wang', '是')
    await letter('ou_du', '省能源局报来进展：1项有新问题')
    expect((await say('ou_du', '有哪些问题')).text).toContain('送出线路未批')
    expect((await say('ou_du', '协调27 已函商省自然资源厅')).text).toContain('已记录协调')
    await letter('ou_wang', '协调：已函商省自然资源厅')
    expect((await say('ou_du', '解决27 已批复')).text).toContain('已记录解决')
    await letter('ou_wang', '解决：已批复')
    expect((await say('ou_du', '有哪些问题')).text).toContain('没有待解决的问题')

    const asked = await say('ou_wang', '27条申请延期到2099年9月底，原因：设备未到货')
    expect(asked.text).toContain('延期到2099-09-30，等督查室答复')
    const wish = await letter('ou_du', '延期申请：')
    const refusing = cardIn(await click('ou_du', { value: wish.press('不同意') }))
    const refused = refusing.fill({ reason: '理由不充分' }).submit()
    expect(cardIn(await click('ou_du', refused)).text).toContain('已记录：不同意')
    await letter('ou_wang', '原因：理由不充分')
    await say('ou_wang', '27条申请延期到2099年9月底，原因：设备仍未到货')
    const second = await letter('ou_du', '设备仍未到货')
    expect(cardIn(await click('ou_du', { value: second.press('同意延期') })).text).toContain('已记录：同意')
    await letter('ou_wang', `督查室同意${PLACE}延期到2099-09-30`)
  })

  it('are corrected, taken back, noted by a supporting unit, and exported as a file that opens', async () => {
    const { say, bind } = await start({ DUBAN_CONFIRM: 'inexact' })
    await bind('ou_wang', '省能源局')
    expect((await say('ou_wang', '27 =1+1，可再生能源装机已达7600万千瓦')).text).toContain('已记录1项进展')
    expect((await say('ou_wang', '改成7060')).text).toContain('7060 < 7500万千瓦，未达到指标')
    expect((await say('ou_wang', '是')).text).toContain('已记录1项进展')
    expect((await say('ou_wang', '28完成50%')).text).toContain('已记录1项进展')
    expect((await say('ou_wang', '撤回刚才的')).text).toContain('已撤回')
    expect((await say('ou_wang', '82条 绿电供应方案已印发')).text).toContain('配合单位，另附说明')
    expect((await say('ou_wang', '是')).text).toContain('已记为配合单位的说明')

    expect((await say('ou_wang', '导出 省能源局台账')).text).toContain('已导出省能源局台账，共9项。')
    const [message, ...more] = standIn().sent.filter(({ msgType }) => msgType === 'file')
    expect(more).toEqual([])
    const file = message ? standIn().fileIn(message) : null
    expect(file?.name).toBe('省能源局台账.xlsx')
    const { sheets } = await readXlsx(file?.bytes ?? new Uint8Array())
    const rows = sheets[0]?.rows ?? []
    expect(rows).toHaveLength(10)
    const first = rows[1]?.map(cell => String(cell ?? '')) ?? []
    expect(first).toContain('大力发展可再生能源')
    expect(first.find(cell => cell.includes('7600万千瓦'))).toContain(
      '=1+1，可再生能源装机已达7600万千瓦（更正：7060）',
    )
  })

  it('killed between the writing and the answer is recorded once and said once', async () => {
    const first = await start()
    await first.bind('ou_wang', '省能源局')
    await first.say('ou_wang', '27完成80%')
    standIn().failNext(1, FAULTS.hang)
    await first.duban.deliver(
      fake.message({ text: '@_user_1 是', messageId: 'om_yes', person: 'ou_wang', chat: GROUP }),
    )
    await vi.waitFor(() => expect(standIn().requests.map(({ path }) => path)).toContain(`${MESSAGES}/om_yes/reply`), {
      timeout: 20_000,
    })
    await first.duban.kill('SIGKILL')

    const second = await start()
    await second.duban.settled()
    expect(viewOf(onlyAnswer(standIn(), 'om_yes').content).text).toContain('已经记录过了，没有重复记录')
    const history = await second.say('ou_wang', '鲁政办字〔2023〕5号第27条历史进展')
    expect(history.text).toContain('历史进展共1条')
  })
})
