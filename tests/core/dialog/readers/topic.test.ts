import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../../src/core/dialog/readers/topic.ts'
import { TAKEN } from '../../../../src/core/dialog/reading.ts'

describe('what no reader took', () => {
  it.each([
    ['脑机接口的任务有哪些', ['脑机接口']],
    ['请问一下关于海上风电的情况', ['海上风电']],
    ['帮我查一下涉及人工智能的重点任务', ['人工智能']],
    ['讲齐鲁文库的任务', ['齐鲁文库']],
    ['高标准农田和抽水蓄能', ['高标准农田和抽水蓄能']],
    ['提到“儿童友好城市”的任务', ['儿童友好城市']],
    ['《山东省全面推进乡村振兴发展规划》', ['山东省全面推进乡村振兴发展规划']],
    [`${TAKEN}的核电${TAKEN}任务`, ['核电']],
    [`老旧小区${TAKEN}改造`, ['老旧小区', '改造']],
    ['新型储能，抽水蓄能', ['新型储能', '抽水蓄能']],
    ['LNG接收站', ['LNG接收站']],
    ['核电 核电', ['核电']],
    ['完成率', ['完成率']],
  ])('%s', (rest, topic) => {
    expect(topicOf(rest)).toEqual(topic)
  })

  it.each(['', '的任务有', '请问', '是吗', '？！', TAKEN, '12', '35%', '人', '😀', '都有吗', '这方面的工作情况'])(
    'is no topic in %j',
    rest => {
      expect(topicOf(rest)).toEqual([])
    },
  )
})
