import { describe, expect, it } from 'vitest'
import { answerTo, linesTo } from '../seed-ledger.ts'

describe('help', () => {
  it('says what the ledger holds, and examples that it answers', () => {
    const [first, ...examples] = linesTo('帮助')
    expect(first).toContain('5个文件的276项任务')
    const questions = examples.map(line => line.replace('· ', '')).filter(example => !example.includes('下一页'))
    expect(questions.length).toBeGreaterThan(3)
    for (const question of questions) expect([question, answerTo(question).kind]).not.toEqual([question, 'none'])
    for (const question of questions) expect([question, answerTo(question).kind]).not.toEqual([question, 'help'])
  })

  it.each(['', '任务', '请问', '原文'])('is given where nothing is understood: %j', question => {
    const { kind, total, taskIds, citations } = answerTo(question)
    expect([kind, total, taskIds, citations]).toEqual(['help', 0, [], []])
    expect(linesTo(question)[0]).toBe('没有听懂您的问题。您可以这样问：')
  })

  it('tells a person whose unit is unknown to name it', () => {
    expect(answerTo('我单位牵头哪些任务')).toMatchObject({ kind: 'help', total: 0 })
    expect(linesTo('我单位牵头哪些任务')[0]).toMatch(/不知道您是哪个单位.*全称或简称/u)
  })

  it.each(['你觉得哪个单位干得最好', '今天天气怎么样', '省教育厅能按时完成吗'])('declines %s', question => {
    expect(answerTo(question)).toMatchObject({ kind: 'none', taskIds: [], suggestions: [] })
    expect(linesTo(question)).toEqual(['我只回答文件里写明的内容，不作评价和预测，也不答文件以外的事。'])
  })
})
