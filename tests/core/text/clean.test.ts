import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../src/core/text/clean.ts'
import { pick, spanOf } from '../../../src/core/text/source.ts'

describe('cleanText', () => {
  test.each([
    ['radicals of a PDF text layer', '⻔⼾⼈⺠', '门户人民'],
    ['full-width and repeated spaces', '甲　　乙  丙', '甲 乙 丙'],
    ['half-width CJK marks', '甲､乙｡｢丙｣丁･戊', '甲、乙。「丙」丁・戊'],
    ['bold marks', '关于**加强**管理', '关于加强管理'],
    ['entities', '甲&nbsp;乙&ldquo;丙&rdquo;&#20013;&#x6587;', '甲 乙“丙”中文'],
    [
      'tags, comments and scripts',
      '<p class="a">甲</p><!-- x --><script>var a = 1</script><p>乙<br>丙</p>',
      '甲\n乙\n丙\n',
    ],
    ['declarations and menus', '<!DOCTYPE html><?xml version="1.0"?><nav><a>首页</a></nav><p>甲</p>', '甲\n'],
    ['line breaks of the file inside a paragraph', '<p>甲\n乙</p>', '甲 乙\n'],
    ['line breaks in a markdown row', '| 甲<br>乙 |', '| 甲 乙 |'],
    ['signs that are no tags', '3<5，a&b', '3<5，a&b'],
    ['carriage returns and form feeds', '甲\r\n乙\f丙', '甲\n乙\n丙'],
  ])('makes %s plain', (_, original, text) => {
    expect(cleanText(original).text.replace(/^\n/, '')).toBe(text)
  })

  test('knows where every character stood', () => {
    const original = '<p>甲&ldquo;⺠&rdquo;</p>'
    const source = cleanText(original)
    const at = source.text.indexOf('“')
    const [start, end] = spanOf(source, at, at + 3)
    expect(original.slice(start, end)).toBe('&ldquo;⺠&rdquo;')
  })
})

describe('pick', () => {
  test('joins pieces and keeps their places', () => {
    const source = cleanText('甲乙\n丙丁')
    const joined = pick(source, [[1, 2], { insert: '。', at: 3 }, [3, 4]])
    expect(joined.text).toBe('乙。丙')
    expect(spanOf(joined, 0, 3)).toEqual([1, 4])
  })
})
