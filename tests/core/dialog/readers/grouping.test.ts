import { describe, expect, it } from 'vitest'
import { readDuties } from '../../../../src/core/dialog/readers/duty.ts'
import { readEach, readGrouping, readTop } from '../../../../src/core/dialog/readers/grouping.ts'
import type { Grouping } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

const readers = [readGrouping, readTop]

describe('by what an answer is counted out', () => {
  it.each<[Grouping, readonly string[]]>([
    ['unit', ['各单位', '各部门分别', '每个单位', '按牵头单位', '各厅局']],
    ['document', ['各文件', '三个文件各', '5个文件分别', '每个文件']],
    ['section', ['各部分', '按章节', '每个板块']],
    ['level', ['省市县三级', '各级', '按层级', '三级']],
  ])('%s: %j', (grouping, phrases) => {
    expect(phrases.map(phrase => [phrase, saying(readers, phrase).says])).toEqual(
      phrases.map(phrase => [phrase, { ask: 'group', grouping }]),
    )
  })

  it.each<[string, Grouping, number]>([
    ['哪个单位牵头最多', 'unit', 1],
    ['谁牵头最多', 'unit', 1],
    ['牵头最多的三个单位', 'unit', 3],
    ['最多的3家', 'unit', 3],
    ['任务最少的单位', 'unit', -1],
    ['前两名', 'unit', 2],
    ['排名前5', 'unit', 5],
    ['任务最多的文件', 'document', 1],
    ['最多的部分', 'section', 1],
  ])('%s: by %s, the first %i', (phrase, grouping, top) => {
    expect(saying(readers, phrase).says).toEqual({ ask: 'group', grouping, top })
  })

  it.each(['哪个单位', '各地', '各项任务', '各市', '分产业', '提前完成', '以前', '多数单位', ''])(
    'not by %s',
    phrase => {
      expect(saying(readers, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})

describe('several of a kind', () => {
  it.each([
    ['省教育厅和省科技厅各多少项', 'compare'],
    ['省教育厅和省科技厅分别牵头几项', 'compare'],
    ['省教育厅各多少项', undefined],
    ['省教育厅和省科技厅牵头几项', undefined],
    ['省教育厅和省科技厅各牵头哪些', undefined],
  ])('%s', (phrase, ask) => {
    expect(saying([readDuties, readEach], phrase).says.ask).toBe(ask)
  })
})
