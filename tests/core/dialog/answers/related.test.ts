import { describe, expect, it } from 'vitest'
import { answerTo, ledger, linesTo } from '../seed-ledger.ts'

const documentOf = (id: string) => ledger.tasks.find(task => task.id === id)?.documentId

describe('tasks on the same matter elsewhere', () => {
  it.each([
    ['高青县哪些任务对应省里第62项', '高政办字〔2024〕12号#39', '高标准农田'],
    ['省里第78项在县里有没有对应的任务', '高政办字〔2024〕12号#46', '跨境电商'],
    ['和鲁政办字5号第36条相关的县里任务', '高政办字〔2024〕12号#29', ''],
  ])('%s: %s, for %s', (question, id, shared) => {
    const { kind, taskIds } = answerTo(question)
    expect([kind, taskIds[0]]).toEqual(['tasks', id])
    expect(linesTo(question).find(line => line.includes('都提到'))).toContain(shared)
  })

  it('say of each why it is there', () => {
    const reasons = linesTo('崂山实验室有没有对应的任务').filter(line => line.includes('都提到“'))
    expect(reasons).toHaveLength(answerTo('崂山实验室有没有对应的任务').total)
  })

  it('are never of the document they are asked for', () => {
    for (const number of [1, 22, 40, 62, 78, 100]) {
      const { taskIds } = answerTo(`鲁政办字5号第${number}项有没有对应的任务`)
      expect(taskIds.map(documentOf)).not.toContain('鲁政办字〔2023〕5号')
    }
  })

  it('are at most five', () => {
    const totals = [1, 5, 7, 22, 39, 49, 62, 78].map(
      number => answerTo(`鲁政办字5号第${number}项有没有对应的任务`).total,
    )
    expect(Math.max(...totals)).toBeLessThanOrEqual(5)
  })

  it.each([
    [
      '鲁政办字5号第114项在高青县有没有对应的任务',
      /^其他文件里没有与鲁政办字〔2023〕5号第114项“加强组织领导”明显对应的任务。$/u,
    ],
    ['省里第999项在县里有没有对应的任务', /^没有找到要对照的任务。/u],
  ])('%s: there are none', (question, sentence) => {
    expect(answerTo(question).kind).toBe('none')
    expect(linesTo(question)[0]).toMatch(sentence)
  })
})
