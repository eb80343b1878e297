import { describe, expect, it } from 'vitest'
import { answerTo, converse, ledger, linesTo } from '../seed-ledger.ts'

/** The items of a list: the title, then what stands under it. */
const itemsOf = (question: string) => converse([question]).flatMap(({ reply }) => reply.items)

describe('a list of tasks', () => {
  it('has a summary line, then each task under its number with its title, and where it stands', () => {
    const lines = linesTo('省能源局牵头哪些任务')
    expect(lines[0]).toBe('省能源局牵头的任务共8项')
    expect(lines[1]).toBe('1. 大力发展可再生能源')
    expect(lines[2]).toContain('鲁政办字〔2023〕5号·三·第27项')
    expect(lines[3]).toBe('2. 积极安全有序发展核电')
  })

  it.each([
    ['who has it, where no unit was asked for', '高青县涉及夜间经济的任务', /县.{2,}(?:局|中心)/u],
    ['its limit, where one was asked for', '省能源局牵头、年底前完成的', /年(?:底|内).*2023-12-31/u],
    ['its number, where one was asked for', '省科技厅牵头、指标超过2000家的任务', /2\.8万家/u],
  ])('says of each task %s: %s', (_, question, words) => {
    const items = itemsOf(question)
    expect(items.length).toBeGreaterThan(0)
    for (const { lines } of items) expect(lines.join('\n')).toMatch(words)
  })

  it.each([
    ['省教育厅有哪些任务', '其中牵头13项、参与1项、负责（未写明牵头）3项。'],
    ['县水利局有哪些任务', '都是负责（未写明牵头）。'],
    ['山东黄河河务局有哪些任务', '都是牵头。'],
  ])('counts the roles where none was said: %s', (question, note) => {
    expect(linesTo(question)).toContain(note)
  })

  it.each([
    ['工信厅牵头哪些任务', '按“省工业和信息化厅”理解'],
    ['省教育听牵头哪些任务', '按“省教育厅”理解'],
    ['低炭校园', '按“低碳校园”理解'],
  ])('shows how the words were read: %s', (question, note) => {
    expect(linesTo(question).join('\n')).toContain(note)
  })

  it.each(['省教育厅牵头哪些任务', '省工业和信息化厅参与哪些任务', '核电'])(
    'shows nothing where they were plain: %s',
    question => {
      expect(linesTo(question).join('')).not.toContain('理解')
    },
  )

  it('says so where it goes by another year than this one', () => {
    expect(linesTo('省里6月底前要完成的任务', '2024-03-01')).toContain('（6月底前：按文件所写的年份列出）')
  })
})

describe('a count', () => {
  it.each([
    ['省教育厅牵头多少项任务', 13, '省教育厅牵头的任务共13项'],
    ['一共有多少项任务', 276, '全部任务共276项'],
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
    [
      '高政办字12号第27条谁牵头',
      ['责任单位（没有写明牵头）：县工业和信息化局、市生态环境局高青分局、县水利局、县农业农村局'],
    ],
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
    const answer = answerTo('鲁政办字5号第28条的原文')
    const task = ledger.tasks.find(({ id }) => id === answer.taskIds[0])
    expect(answer.text).toContain('积极安全有序发展核电')
    expect(answer.text).toContain(task?.body)
    expect(answer.text).toContain(task?.responsibilityText)
  })

  it('is everything where one task was named: roles, limit, numbers and the beginning of the text', () => {
    const lines = linesTo('鲁政办字5号第29条')
    for (const head of ['牵头：省能源局', '参与：省发展改革委', '时限：年内', '指标：', '内容：加快国能博兴']) {
      expect(lines.some(line => line.startsWith(head))).toBe(true)
    }
    expect(lines.at(-1)).toMatch(/……（全文\d+字.*原文/u)
  })
})
