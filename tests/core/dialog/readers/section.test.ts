import { describe, expect, it } from 'vitest'
import { readSections, readSectionTitle } from '../../../../src/core/dialog/readers/section.ts'
import { saying } from './saying.ts'

const readers = [readSectionTitle, readSections]

describe('the sections that a question names', () => {
  it.each([
    ['第三部分', '三、'],
    ['第3部分的', '三、'],
    ['第十二章', '十二、'],
    ['第二十部分', '二十、'],
    ['第三大类里', '三、'],
    ['扩大内需那一章', '扩大内需'],
    ['推进海洋强省建设部分', '推进海洋强省建设'],
    ['海洋强省那部分', '海洋强省'],
    ['科技创新板块', '科技创新'],
    ['深入实施创新驱动发展战略', '深入实施创新驱动发展战略'],
  ])('%s', (phrase, section) => {
    expect(saying(readers, phrase)).toEqual({ says: { section }, rest: '' })
  })

  it('leave the words around them', () => {
    expect(saying(readers, '请看海洋强省那部分有哪些').rest).toBe('请看有哪些')
  })

  it.each(['大部分', '部分学校', '这一部分', '科技创新', '第三方', '三部分组成', '月球开发那一章', ''])(
    'nothing in %s',
    phrase => {
      expect(saying(readers, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})
