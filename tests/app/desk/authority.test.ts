import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/progress/entry.ts'
import { deskOffice } from '../desk-office.ts'

/** What everything is tried on: 27 waits for review with a problem and an extension, 28 is done, 29 is suspended. */
async function busyOffice() {
  const office = await deskOffice()
  await office.say('管', '绑定 省科技厅')
  await office.say('旧', '绑定 省能源局')
  await office.press('管', '同意绑定 fake:旧')
  await office.say('旧', '解绑')
  await office.say('新', '绑定 省能源局')
  await office.say('新', '本群是省科技厅的', '新群')
  for (const text of ['27 可再生能源装机已达7600万千瓦，完成，问题：送出线路未批', '28完成']) {
    await office.say('王', text)
    await office.say('王', '是')
  }
  await office.say('王', '27条申请延期到2024年3月底，原因：设备未到货')
  await office.say('督', '通过28')
  await office.say('督', '中止 鲁政办字〔2023〕5号#29 停工')
  return office
}

/** 王 is liaison of 省能源局, 李 of another unit; 旧 was of 省能源局, 新 has only asked; 外 is nobody. */
const PEOPLE = ['王', '李', '督', '管', '旧', '新', '外'] as const
const ID = '鲁政办字〔2023〕5号'

/** What is said, what is written by it, and by whom it may be. */
const SAID: readonly (readonly [text: string, kind: Entry['kind'], who: readonly string[]])[] = [
  [`撤回第28条`, 'withdrawal', []],
  [`${ID}#30申请延期到2024年3月底，原因：设备未到货`, 'extension', ['王']],
  [`通过 ${ID}#27`, 'move', ['督']],
  [`退回 ${ID}#27 数据无来源`, 'move', ['督']],
  [`${ID}#28销号`, 'move', ['督']],
  [`退回 ${ID}#28 数据无来源`, 'move', ['督']],
  [`中止 ${ID}#30 停工`, 'move', ['督']],
  [`终止 ${ID}#30 取消`, 'move', ['督']],
  [`恢复 ${ID}#29 复工`, 'move', ['督']],
  [`同意 ${ID}#27 延期`, 'extension-decision', ['督']],
  [`不同意 ${ID}#27 延期 理由不充分`, 'extension-decision', ['督']],
  [`协调 ${ID}#27 已函商`, 'problem-step', ['督']],
  [`解决 ${ID}#27 已批复`, 'problem-step', ['督']],
  ['同意绑定 fake:新', 'binding', ['管']],
  ['同意绑定 fake:新 山东省/省能源局', 'binding', ['管']],
  ['拒绝绑定 fake:新 山东省/省能源局', 'binding', ['管']],
  ['解绑 fake:督', 'binding', ['督', '管']],
  ['同意本群 fake:新群', 'chat-unit', ['管']],
  ['拒绝本群 fake:新群 山东省/省科学技术厅', 'chat-unit', ['管']],
  [`本群用${ID}`, 'chat-document', ['王', '李', '督', '管']],
]

const FILLED: readonly (readonly [name: string, subject: string, kind: Entry['kind'], who: readonly string[]])[] = [
  ['return', `${ID}#27`, 'move', ['督']],
  ['approve', `${ID}#27`, 'move', ['督']],
  ['suspend', `${ID}#27`, 'move', ['督']],
  ['resume', `${ID}#29`, 'move', ['督']],
  ['refuse-extension', `${ID}#27`, 'extension-decision', ['督']],
]

/** The kinds of entries that something leads to. */
async function kindsAfter(
  office: Awaited<ReturnType<typeof deskOffice>>,
  act: () => Promise<unknown>,
): Promise<readonly string[]> {
  const { length } = await office.store.entries(0)
  await act()
  return (await office.store.entries(length)).map(({ kind }) => kind)
}

describe('whoever tries, only who may has it written', () => {
  it.each(SAID)('%s', async (text, kind, who) => {
    const office = await busyOffice()
    for (const person of PEOPLE.filter(one => !who.includes(one))) {
      expect([person, await kindsAfter(office, () => office.say(person, text))]).toEqual([person, []])
      expect([person, await kindsAfter(office, () => office.press(person, text))]).toEqual([person, []])
    }
    for (const [i, person] of who.entries()) {
      const fresh = i === 0 ? office : await busyOffice()
      const act = () => (i === 0 ? fresh.press(person, text) : fresh.say(person, text))
      expect([person, await kindsAfter(fresh, act)]).toEqual([person, [kind]])
    }
  })

  it.each(FILLED)('the form %s of %s', async (name, subject, kind, who) => {
    const office = await busyOffice()
    const fields = { reason: '数据无来源', unit: '省能源局', by: 'fake:督', role: 'office' }
    const submit = (person: string) => () => office.fill(person, { name, subject, fields })
    for (const person of PEOPLE.filter(one => !who.includes(one))) {
      expect([person, await kindsAfter(office, submit(person))]).toEqual([person, []])
    }
    for (const person of who) expect(await kindsAfter(office, submit(person))).toEqual([kind])
  })
})

describe('a report', () => {
  it.each(PEOPLE)('of 省能源局 is written by none but 王: %s', async person => {
    const office = await busyOffice()
    const said = await kindsAfter(office, async () => {
      for (const text of [
        `${ID}第30条完成80%`,
        '省能源局第30条完成80%',
        '我是省能源局的王工，第30条完成80%',
        `进展 ${ID}#30 完成80%`,
      ]) {
        await office.say(person, text)
        await office.say(person, '是')
      }
    })
    expect(new Set(said.filter(kind => kind === 'report'))).toEqual(new Set(person === '王' ? ['report'] : []))
  })

  it.each(PEOPLE)('that waits for 王 is confirmed by none but 王, and there only: %s', async person => {
    const office = await busyOffice()
    const { actions = [] } = await office.reply('王', `${ID}第30条完成80%`)
    const [yes, edit, no] = actions.map(({ say }) => say)
    const there = await kindsAfter(office, () => office.press(person, yes ?? '', '别的群'))
    expect(there).toEqual([])
    if (person === '王') return
    const here = await kindsAfter(office, async () => {
      for (const say of [yes, edit, no, '确认', '是', '取消']) await office.press(person, say ?? '')
    })
    expect(here).toEqual([])
    expect(await kindsAfter(office, () => office.press('王', yes ?? ''))).toEqual(['report'])
  })

  it('leaves the card of another as it is: who pressed is told in a sentence', async () => {
    const office = await busyOffice()
    const { actions = [] } = await office.reply('王', `${ID}第30条完成80%`)
    const body = await office.take({
      kind: 'said',
      id: 'fake:ev_other',
      speaker: { chat: '督查群', person: '李' },
      text: actions[0]?.say ?? '',
    })
    expect(body).toEqual({ told: '现在没有等您确认的内容（10分钟内有效，只能由本人确认）。要报进展，请再说一次。' })
  })
})
