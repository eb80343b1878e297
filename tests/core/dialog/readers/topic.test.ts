import { describe, expect, it } from 'vitest'
import { understand } from '../../../../src/core/dialog/understand.ts'
import { ledger, TODAY } from '../seed-ledger.ts'

const topicOf = (question: string) => understand(question, { ledger, today: TODAY }).topic

describe('what no reader took', () => {
  it.each([
    ['脑机接口的任务有哪些', ['脑机接口']],
    ['请问一下关于海上风电的情况', ['海上风电']],
    ['帮我查一下涉及人工智能的重点任务', ['人工智能']],
    ['哪项任务讲齐鲁文库', ['齐鲁文库']],
    ['提到“儿童友好城市”的任务', ['儿童友好城市']],
    ['《山东省全面推进乡村振兴发展规划》', ['山东省全面推进乡村振兴发展规划']],
    ['省能源局牵头的核电任务', ['核电']],
    ['新型储能，抽水蓄能', ['新型储能', '抽水蓄能']],
    ['LNG接收站', ['LNG接收站']],
    ['核电 核电', ['核电核电']],
    ['核电，核电', ['核电']],
    ['高標準農田', ['高标准农田']],
  ])('%s', (question, topic) => {
    expect(topicOf(question)).toEqual(topic)
  })

  it.each([
    '',
    '有哪些任务',
    '请问',
    '是吗',
    '？！',
    '12',
    '35%',
    '人',
    '😀',
    '都有吗',
    '省教育厅牵头哪些任务',
    '第27条的原文',
  ])('is no topic in %j', question => {
    expect(topicOf(question)).toEqual([])
  })
})
