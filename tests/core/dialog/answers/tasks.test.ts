import { describe, expect, it } from 'vitest'
import { answerTo, linesTo } from '../seed-ledger.ts'

describe('a list of tasks', () => {
  it('has a summary line, then two lines a task: its title, and where it stands', () => {
    expect(linesTo('省能源局牵头哪些任务').slice(0, 5)).toEqual([
      '省能源局牵头的任务共8项',
      '1. 大力发展可再生能源',
      '   鲁政办字〔2023〕5号·三·第27项',
      '2. 积极安全有序发展核电',
      '   鲁政办字〔2023〕5号·三·第28项',
    ])
  })

  it('says who has each task where no unit was asked for', () => {
    expect(linesTo('高青县涉及夜间经济的任务')[3]).toMatch(/^ {3}责任单位（没有写明牵头）：县/u)
  })

  it('says the limit of each task where one was asked for', () => {
    expect(linesTo('省能源局牵头、年底前完成的').slice(1, 4)).toEqual([
      '1. 大力发展可再生能源',
      '   鲁政办字〔2023〕5号·三·第27项',
      '   时限：年底（2023-12-31）',
    ])
  })

  it('says the number of each task where one was asked for', () => {
    expect(linesTo('指标超过9000万千瓦时的任务')[3]).toMatch(/千瓦时/u)
    expect(linesTo('省科技厅牵头、指标超过2000家的任务').join('')).toContain('2.8万家')
  })

  it.each([
    ['省教育厅有哪些任务', '其中牵头13项、参与1项、负责（未写明牵头）3项。'],
    ['县水利局有哪些任务', '都是负责（未写明牵头）。'],
    ['山东黄河河务局有哪些任务', '都是牵头。'],
  ])('counts the roles where none was said: %s', (question, note) => {
    expect(linesTo(question)).toContain(note)
  })

  it.each([
    ['工信厅牵头哪些任务', '（按“省工业和信息化厅”理解）'],
    ['省教育听牵头哪些任务', '（按“省教育厅”理解）'],
    ['低炭校园', '（按“低碳校园”理解）'],
  ])('shows how the words were read: %s', (question, note) => {
    expect(linesTo(question)).toContain(note)
  })

  it.each(['省教育厅牵头哪些任务', '省工业和信息化厅参与哪些任务', '核电'])('shows nothing where they were plain: %s', question => {
    expect(linesTo(question).join('')).not.toContain('理解')
  })

  it('says so where it goes by another year than this one', () => {
    expect(linesTo('省里6月底前要完成的任务', '2024-03-01')).toContain('（6月底前：按文件所写的年份列出）')
  })
})

describe('a count', () => {
  it.each([
    ['省教育厅牵头多少项任务', 13, '省教育厅牵头的任务共13项'],
    ['一共有多少项任务', 276, '全部任务共276项'],
    ['高青县有几项任务没写责任单位', 2, '高青县中没有写明责任单位的任务共2项'],
    ['鲁政办字5号第七部分有几项任务', 3, '鲁政办字〔2023〕5号第七部分的任务共3项'],
  ])('%s: %i', (question, total, summary) => {
    const answer = answerTo(question)
    expect([answer.kind, answer.total, answer.taskIds.length]).toEqual(['count', total, total])
    expect(answer.text.split(/[，\n]/u)[0]).toBe(summary)
  })

  it('is the length of the list that the same words give', () => {
    for (const unit of ['省科技厅', '省商务厅', '市教育局', '县发展改革局', '省委宣传部']) {
      expect(answerTo(`${unit}有多少项任务`).taskIds).toEqual(answerTo(`${unit}有哪些任务`).taskIds)
    }
  })
})

describe('what is asked of a task', () => {
  it.each([
    ['崂山实验室谁牵头', ['牵头：省科技厅']],
    ['鲁政办字5号第27条谁负责', ['牵头：省能源局', '参与：省发展改革委、省自然资源厅、省海洋局']],
    ['高政办字12号第27条谁牵头', ['责任单位（没有写明牵头）：县工业和信息化局、市生态环境局高青分局、县水利局、县农业农村局']],
    ['鲁政办字5号第114条谁负责', ['文件没有写明责任单位。']],
    ['可再生能源装机目标多少', ['指标：全省可再生能源装机规模达到7500万千瓦以上']],
    ['崂山实验室的量化指标是什么', ['没有量化指标；原文：', '崂山实验室高质量入轨运行']],
    ['鲁政办字5号第1条的指标', ['文件没有写明量化指标。']],
    ['入海排污口整治什么时候完成', ['时限：年内（2023-12-31）']],
    ['崂山实验室什么时候完成', ['文件没有写明时限。']],
  ])('%s', (question, words) => {
    const answer = answerTo(question)
    expect(answer.kind).toBe('fact')
    for (const part of words) expect(answer.text).toContain(part)
  })

  it('is the original text, whole and verbatim', () => {
    const [, ...lines] = linesTo('鲁政办字5号第28条的原文')
    expect(lines.slice(0, 3)).toEqual([
      '积极安全有序发展核电',
      '鲁政办字〔2023〕5号·三·第28项',
      '积极安全有序发展核电',
    ])
    expect(lines.at(-1)).toMatch(/^（牵头单位：省能源局.*）$/u)
  })

  it('is everything where one task was named: roles, limit, numbers and the beginning of the text', () => {
    const heads = linesTo('鲁政办字5号第29条').map(line => /^[^：]{2}(?=：)/u.exec(line)?.[0])
    expect(heads.filter(head => head !== undefined)).toEqual(['牵头', '参与', '时限', '指标', '内容'])
    expect(linesTo('鲁政办字5号第29条').at(-1)).toMatch(/……（全文\d+字，请说“原文”）$/u)
  })
})
