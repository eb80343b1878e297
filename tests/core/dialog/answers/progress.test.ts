import { describe, expect, it } from 'vitest'
import type { Asker } from '../../../../src/core/dialog/reading.ts'
import { answerTo, LIAISON, lastTurn, linesTo, OFFICE, PLAN } from '../seed-progress.ts'

describe('how one task has come', () => {
  it.each([
    '5号文27条现在啥进度',
    '5号文27条进展',
    '5号文第27条进展怎么样',
    '5号文27条完成了吗',
    '5号文第27条完成没有',
    '5号文27项到哪一步了',
    '5号文第27条目前进展情况如何',
    '5号文第27条完成多少了',
    '5号文第27条办结了没',
    '5号文第27条有什么进展',
    '5号文第27条报了没有',
    '可再生能源装机进展怎么样',
    `${PLAN}#27 进展`,
  ])('%s', question => {
    expect(answerTo(question)).toMatchObject({
      kind: 'fact',
      taskIds: [`${PLAN}#27`],
      understood: { intent: 'progress' },
    })
    expect(linesTo(question)).toEqual(
      expect.arrayContaining([
        '状态：绿灯（进行中）80%',
        '最新进展（省能源局，7月1日）：不是7600，是7700万千瓦',
        '下步打算：抓紧并网',
        '指标：可再生能源装机规模：7700 ≥ 7500万千瓦，达到指标',
        '省发展改革委补充（8月1日）：已下达投资计划',
        '时限：2023-12-31',
      ]),
    )
  })

  it.each([
    ['5号文1条进展', '状态：灰灯（未启动），还没有报过进展'],
    ['5号文28条进展', '申请延期到2024年6月30日，待审批：设备未到'],
    ['5号文32条进展', '督查室意见：数据无来源'],
    ['5号文102条进展', '存在问题：资金未到位（协调：已与省财政厅对接）'],
    ['5号文58条进展', '状态：红灯（逾期），还没有报过进展'],
    ['5号文27条', '进展：绿灯（进行中）80%，省能源局7月1日报'],
  ])('%s says %s', (question, line) => {
    expect(linesTo(question)).toContain(line)
  })

  it('asks which document is meant where several have the number', () => {
    for (const question of ['27条现在啥进度', '27现在啥进度', '27条历史进展'])
      expect([question, answerTo(question).kind]).toEqual([question, 'clarify'])
    expect(answerTo(['27条现在啥进度', '1']).taskIds).toEqual([`${PLAN}#27`])
  })

  it('is a list with counts where there are many', () => {
    const lines = linesTo('省能源局完成情况')
    expect(lines.slice(0, 2)).toEqual([
      '省能源局负责的任务共8项',
      '共8项，已办结1，已销号1，待审核1，进行中2，未启动1，已中止1，已终止1。',
    ])
    expect(answerTo('5号文25-30条都启动了吗').taskIds).toEqual([25, 26, 27, 28, 29, 30].map(no => `${PLAN}#${no}`))
    expect(answerTo('进展怎么样').total).toBe(276)
  })

  it('says nothing in the detail of a task that nobody has touched', () => {
    expect(linesTo('5号文第1条').filter(line => /进展：|状态/u.test(line))).toEqual([])
  })
})

describe('the history', () => {
  it.each([
    '5号文27条历史进展',
    '5号文27条的历史记录',
    '5号文27条以前报过什么',
    '5号文第27条历次进展',
    `${PLAN}#27 历史进展`,
  ])('%s', question => {
    expect(linesTo(question)).toEqual([
      `${PLAN}·三·第27项“大力发展可再生能源”的历史进展共4条`,
      '1. 6月1日 09:30 李四（省能源局）报：27完成50%',
      '2. 7月1日 09:30 李四（省能源局）报：装机7600万千瓦（已更正）',
      '3. 7月1日 10:00 李四（省能源局）更正为：不是7600，是7700万千瓦（80%）',
      '4. 8月1日 10:00 李四（省发展改革委）补充：已下达投资计划',
    ])
  })

  it.each([
    ['5号文第32条历史进展', '2. 11月27日 16:00 王五退回：数据无来源'],
    ['5号文第28条历史进展', '1. 5月20日 09:00 李四（省能源局）报：28已核准（已撤回）'],
    ['5号文第28条历史进展', '2. 5月20日 10:00 李四（省能源局）撤回了所报的进展'],
    ['5号文第28条历史进展', '3. 11月20日 09:00 李四（省能源局）申请延期到2024年6月30日：设备未到'],
    ['5号文第102条办理过程', '2. 11月10日 10:00 王五协调问题：已与省财政厅对接'],
    ['5号文第1条历史进展', `${PLAN}·一·第1项“高质量建设崂山实验室”还没有报过进展。`],
  ])('%s: %s', (question, line) => {
    expect(linesTo(question)).toContain(line)
  })
})

describe('problems', () => {
  it.each([
    '有哪些问题',
    '有什么问题',
    '存在哪些困难',
    '没解决的问题',
    '还有哪些问题没解决',
    '问题清单',
    '有没有问题',
    '省教育厅有哪些问题',
    '5号文第102条有什么问题',
  ])('%s', question => {
    expect(answerTo(question)).toMatchObject({ kind: 'count', total: 1, taskIds: [`${PLAN}#102`] })
    expect(linesTo(question).slice(1)).toEqual([
      '1. 资金未到位',
      `   ${PLAN}·十·第102项 推动基础教育高质量发展`,
      '   省教育厅11月2日反映',
      '   11月10日协调：已与省财政厅对接',
    ])
  })

  it.each(['解决了哪些问题', '已解决的问题有哪些', '哪些问题解决了'])('%s: those that are solved', question => {
    expect(answerTo(question)).toMatchObject({ total: 1, taskIds: [`${PLAN}#103`] })
  })

  it('tells the office what to type, and says so where there is none', () => {
    expect(linesTo('有哪些问题', { speaker: OFFICE }).at(-1)).toBe(
      `协调问题，说“协调 ${PLAN}#102 怎么协调的”；解决了，说“解决 ${PLAN}#102 怎么解决的”。`,
    )
    expect(answerTo('省能源局有什么问题')).toMatchObject({ kind: 'none', text: '省能源局有关的任务没有待解决的问题。' })
  })
})

describe('how the units have come', () => {
  it('is a plain list in the ledger’s order', () => {
    const lines = linesTo('各单位完成情况')
    const [, , first, ...others] = lines
    expect(first).toBe('1. 省科技厅：共11项，未启动11')
    expect(others).toContain('7. 省发展改革委：共13项，未启动13，逾期1')
    expect(others).toContain('12. 省能源局：共8项，已办结1，已销号1，待审核1，进行中2，未启动1，已中止1，已终止1')
  })

  it.each([
    [
      '完成率最高的单位',
      ['1. 省能源局：共8项，已办结1，已销号1，待审核1，进行中2，未启动1，已中止1，已终止1，完成率25%'],
    ],
    ['谁完成最多', ['1. 省能源局：2项']],
    ['哪个单位完成得最多', ['1. 省能源局：2项']],
    ['哪个单位逾期最多', ['1. 省发展改革委：1项']],
    ['各单位逾期多少', ['1. 省发展改革委：1项']],
  ])('%s: ranked or counted because it is asked for', (question, expected) => {
    expect(linesTo(question).filter(line => /^\d/u.test(line))).toEqual(expected)
  })

  it.each(['哪些单位没报进展', '谁还没报', '没报进展的单位有哪些', '没报进展的有几家', '各单位还有几项没报'])(
    '%s: units with how many each',
    question => {
      expect(answerTo(question)).toMatchObject({ kind: 'count', understood: { intent: 'group' } })
      expect(linesTo(question)).toContain('1. 省科技厅：10项')
    },
  )

  it('counts out documents too', () => {
    expect(linesTo('各文件完成情况')).toContain('2. 鲁政发〔2023〕6号：共14项，未启动14')
  })
})

describe('what can be done about a task', () => {
  const says = (question: string, speaker: Asker | null) =>
    (lastTurn(question, { speaker }).reply.actions ?? []).map(({ say }) => say)
  const id = (no: number) => `${PLAN}#${no}`

  it.each<[string, Asker | null, readonly string[]]>([
    ['5号文27条', LIAISON, [`报进展 ${id(27)}`, `${id(27)} 历史进展`]],
    ['5号文28条进展', LIAISON, [`报进展 ${id(28)}`, `${id(28)} 历史进展`]],
    ['5号文82条', LIAISON, [`报进展 ${id(82)}`]],
    ['5号文1条', LIAISON, []],
    ['5号文30条', LIAISON, [`${id(30)} 历史进展`]],
    ['5号文29条', OFFICE, [`通过 ${id(29)}`, `退回 ${id(29)}`, `${id(29)} 历史进展`]],
    ['5号文30条进展', OFFICE, [`销号 ${id(30)}`, `${id(30)} 历史进展`]],
    ['5号文27条历史进展', LIAISON, [`报进展 ${id(27)}`]],
    ['省能源局牵头哪些任务', LIAISON, []],
    ['5号文27条', null, [`${id(27)} 历史进展`]],
  ])('%s', (question, speaker, expected) => {
    expect(says(question, speaker)).toEqual(expected)
  })

  it('is nothing without records', () => {
    expect(lastTurn('5号文27条', { progress: null, speaker: LIAISON }).reply).not.toHaveProperty('actions')
  })
})

describe('what is no question about progress', () => {
  it.each<[string, string]>([
    ['年底前要完成的', 'list'],
    ['省能源局年底前完成的任务', 'list'],
    ['崂山实验室什么时候完成', 'when'],
    ['推进中医药', 'topic'],
    ['启动建设的任务', 'topic'],
    ['城市更新的任务有哪些', 'topic'],
    ['设备更新', 'topic'],
    ['5号文27条能完成吗', 'decline'],
    ['省教育厅能按时完成吗', 'decline'],
    ['谁干得最好', 'decline'],
    ['你能干什么', 'help'],
    ['2022年底前要完成什么', 'list'],
  ])('%s', (question, intent) => {
    const { understood } = answerTo(question)
    expect(understood.intent).toBe(intent)
    expect(understood).not.toHaveProperty('standing')
  })

  it.each(['27条进展', '逾期的有哪些', '已完成的有几条'])(
    '%s is answered as before where there are no records',
    question => {
      expect(answerTo(question, { progress: null }).understood).not.toHaveProperty('standing')
    },
  )
})
