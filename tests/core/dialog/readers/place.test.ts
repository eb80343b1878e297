import { describe, expect, it } from 'vitest'
import { readPlaces } from '../../../../src/core/dialog/readers/place.ts'
import type { Slots } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

const shown = ({ places = [] }: Partial<Slots>): string =>
  places.map(({ level, region, except }) => `${except ? 'not ' : ''}${region ?? level}`).join('; ')

describe('the levels and regions that a question names', () => {
  it.each([
    ['省里', 'province', ''],
    ['省级', 'province', ''],
    ['全省', 'province', ''],
    ['省里的文件', 'province', ''],
    ['省级文件里', 'province', ''],
    ['市里', 'city', ''],
    ['县里', 'county', ''],
    ['县级任务', 'county', '任务'],
    ['在省里', 'province', '在'],
    ['国家级', 'national', ''],
    ['省和县', 'province; county', '和'],
    ['高青县', '高青县', ''],
    ['高青的', '高青县', ''],
    ['淄博', '淄博市', ''],
    ['山东省', '山东省', ''],
    ['除了县里', 'not county', ''],
    ['不要县里的', 'not county', ''],
    ['不是省的，是市里的', 'not province; city', ',是'],
  ])('%s', (phrase, places, rest) => {
    const read = saying(readPlaces, phrase)
    expect([shown(read.says), read.rest]).toEqual([places, rest])
  })

  it.each([
    '省级重点实验室',
    '山东手造',
    '山东省实验室',
    '高青黑牛',
    '省会',
    '省直',
    '市民',
    '市场监管',
    '城市更新',
    '县城',
    '县域经济',
    '青岛',
    '',
  ])('nothing in %s', phrase => {
    expect(saying(readPlaces, phrase)).toEqual({ says: {}, rest: phrase })
  })
})
