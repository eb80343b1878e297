import { describe, expect, test } from 'vitest'
import { taskLines } from './task-lines.ts'

const PAGES: readonly (readonly [how: string, text: string, tasks: readonly string[]])[] = [
  [
    'below page numbers inside a list of units',
    '1.兴修水利。清淤河道12公里。（市水利\n— 3 —\n临河市人民政府公报 2026年第2期\n局、市财政局负责）\n2.植树造林。造林9万亩。（市林\n— 4 —\n临河市人民政府公报 2026年第2期\n业局负责）',
    ['1 兴修水利 |  /  / 市水利局、市财政局', '2 植树造林 |  /  / 市林业局'],
  ],
  [
    'below form feeds, with the number of the page in them',
    '1.兴修水利。清淤河道12公里。（市水利\n\f临河市人民政府公报 第3页\n局、市财政局负责）\n2.植树造林。造林9万亩。（市林\n\f临河市人民政府公报 第4页\n业局负责）',
    ['1 兴修水利 |  /  / 市水利局、市财政局', '2 植树造林 |  /  / 市林业局'],
  ],
  [
    'once, where the first page is headed by the same words',
    '临河市人民政府文件\n1.兴修水利。清淤河道12公里。（市水利\n- 1 -\n临河市人民政府文件\n局、市财政局负责）',
    ['1 兴修水利 |  /  / 市水利局、市财政局'],
  ],
]

describe('a running header is left out', () => {
  test.each(PAGES)('%s', (_, text, tasks) => {
    expect(taskLines(text)).toEqual(tasks)
  })
})

describe('a line at a page break stays', () => {
  test.each([
    [
      'that is an annotation printed twice',
      '1.修渠。清淤12公里。\n— 1 —\n（市水利局负责）\n2.筑坝。加固3座。\n— 2 —\n（市水利局负责）',
      ['1 修渠 |  /  / 市水利局', '2 筑坝 |  /  / 市水利局'],
    ],
    [
      'that is printed once',
      '1.修渠。清淤12公里。（市水利局、市自然资\n— 1 —\n源和规划局负责）',
      ['1 修渠 |  /  / 市水利局、市自然资源和规划局'],
    ],
    [
      'that is a field of two tasks',
      '1.修渠。清淤12公里。\n— 1 —\n责任单位：市水利局\n2.筑坝。加固3座。\n— 2 —\n责任单位：市水利局',
      ['1 修渠 |  /  / 市水利局', '2 筑坝 |  /  / 市水利局'],
    ],
  ])('%s', (_, text, tasks) => {
    expect(taskLines(text)).toEqual(tasks)
  })
})
