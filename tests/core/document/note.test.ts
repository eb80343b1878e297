import { describe, expect, test } from 'vitest'
import { findNotes } from '../../../src/core/document/note.ts'
import { parse, taskLines } from './task-lines.ts'

function notesOf(...texts: string[]): number[] {
  return [...findNotes(texts.map(text => ({ start: 0, end: text.length, text, step: 1 })))]
}

describe('notes', () => {
  test.each([
    ['on one line', ['说明：1．牵头单位负总责；2．按月报送。', '一、教育'], [0]],
    ['with a number on every line', ['填表说明：', '1.按月填报。', '2.加盖公章。', '一、教育'], [0, 1, 2]],
    ['broken over lines', ['注：1.责任单位排首位的', '为牵头单位。', '2.按季调度。', '1.建学校。'], [0, 1, 2]],
    ['without numbers, before the first task', ['注：首位为牵头单位。', '1.建学校。', '2.修路。'], [0]],
    ['none', ['1.编写说明书。', '2.备注栏留空。'], []],
  ])('are found %s', (_, lines, notes) => {
    expect(notesOf(...lines)).toEqual(notes)
  })

  test('before a table give no tasks and leave the numbers of the tasks alone', () => {
    const table = '| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建学校 | 县教育局 |'
    expect(taskLines(`说明：1．按月报送；2．按季通报。\n## 一、教育\n${table}`)).toEqual(['1 建学校 |  /  / 县教育局'])
  })

  test('after the last task are no part of it', () => {
    const { tasks } = parse('1.建校。建成3所。（县教育局负责）\n备注：1.按月报送。2.按季通报。')
    expect(tasks.map(({ body }) => body)).toEqual(['建成3所。'])
  })
})
