import { describe, expect, it } from 'vitest'
import { textOf } from '../../../adapters/feishu/content.ts'

const text = (content: unknown) => textOf({ type: 'text', content: JSON.stringify(content) })
const post = (...content: readonly object[][]) =>
  textOf({ type: 'post', content: JSON.stringify({ title: '', content }) })

describe('the words of a rich text', () => {
  it.each([
    [
      'its text',
      [
        [
          { tag: 'text', text: '省教育厅' },
          { tag: 'text', text: '牵头' },
        ],
      ],
      '省教育厅牵头',
    ],
    ['the words of a link', [[{ tag: 'a', href: 'https://example.org', text: '5号文' }]], '5号文'],
    ['code', [[{ tag: 'code_block', language: 'GO', text: '第27条' }]], '第27条'],
    ['Markdown', [[{ tag: 'md', text: '第27条' }]], '第27条'],
    ['a line for a paragraph', [[{ tag: 'text', text: '一' }], [], [{ tag: 'text', text: '二' }]], '一\n二'],
    [
      'no name of a mention',
      [
        [
          { tag: 'text', text: '查' },
          { tag: 'at', user_id: '@_user_1', text: '李四' },
          { tag: 'text', text: '27' },
        ],
      ],
      '查 27',
    ],
    [
      'no picture beside words',
      [
        [
          { tag: 'img', image_key: 'k' },
          { tag: 'text', text: '27' },
        ],
      ],
      ' 27',
    ],
    ['nothing where there is only a mention', [[{ tag: 'at', user_id: '@_user_1' }]], ''],
    ['nothing where there is nothing', [], ''],
  ])('are %s', (_, content, words) => {
    expect(post(...content)).toBe(words)
  })

  it('begin with its title', () => {
    const content = JSON.stringify({ title: '请教', content: [[{ tag: 'text', text: '第27条' }]] })
    expect(textOf({ type: 'post', content })).toBe('请教\n第27条')
  })

  it.each([
    ['a picture', [[{ tag: 'img', image_key: 'k' }]]],
    ['a film beside a mention', [[{ tag: 'at', user_id: '@_user_1' }], [{ tag: 'media', file_key: 'k' }]]],
  ])('cannot be read where there is only %s', (_, content) => {
    expect(post(...content)).toBeNull()
  })
})

describe('the words of a message', () => {
  it('are its text', () => {
    expect(text({ text: '第27条' })).toBe('第27条')
  })

  it.each([
    ['image', '{"image_key":"k"}'],
    ['file', '{"file_key":"k","file_name":"第27条.docx"}'],
    ['interactive', '{"text":"第27条"}'],
    ['merge_forward', 'Merged and Forwarded Message'],
    ['constructor', '{"text":"第27条"}'],
    ['text', 'not JSON'],
    ['text', '{"text":27}'],
    ['text', '"第27条"'],
    ['post', '{"title":"第27条"}'],
    ['post', '{"title":"第27条","content":[[null]]}'],
  ])('cannot be read from %s %s', (type, content) => {
    expect(textOf({ type, content })).toBeNull()
  })
})
