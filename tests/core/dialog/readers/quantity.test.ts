import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../../../src/core/dialog/readers/quantity.ts'
import { saying } from './saying.ts'

describe('the numbers that a target is compared with', () => {
  it.each([
    ['超过1000家', '>=', 1000, '家'],
    ['大于一百家', '>=', 100, '家'],
    ['一千家以上', '>=', 1000, '家'],
    ['不少于500个', '>=', 500, '个'],
    ['不低于65%', '>=', 65, '%'],
    ['100％以上', '>=', 100, '%'],
    ['超过1000亿元', '>=', 1000, '亿元'],
    ['500万千瓦以上', '>=', 500, '万千瓦'],
    ['小于10个', '<=', 10, '个'],
    ['控制在241亿立方米以内', '<=', 241, '亿立方米'],
  ])('%s', (phrase, comparator, value, unit) => {
    expect(saying(readQuantities, phrase)).toMatchObject({
      says: { quantity: { comparator, value, unit, text: phrase.normalize('NFKC') } },
      rest: '',
    })
  })

  it.each(['控制在多少以内', '控制在…以内', '上限性指标'])('%s: any upper limit', phrase => {
    expect(saying(readQuantities, `${phrase}的任务`).says.quantity).toMatchObject({ comparator: '<=', value: null })
  })

  it.each([
    ['a number that only counts', '300个'],
    ['an ordinal', '第27条'],
    ['a bare number with its unit', '7500万千瓦'],
    ['a range', '3-5个'],
    ['what asks for the number', '超过多少'],
    ['a kind of project that the documents name so', '投资500万元以上技术改造'],
    ['a year', '2023年'],
    ['no number', '以上'],
  ])('nothing in %s', (_, phrase) => {
    expect(saying(readQuantities, phrase)).toEqual({ says: {}, rest: phrase })
  })
})
