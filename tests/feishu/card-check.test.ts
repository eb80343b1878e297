import { describe, expect, it } from 'vitest'
import { checkCard } from './card-check.ts'

const text = (content: string) => ({ tag: 'plain_text', content })
const button = (more: object = {}) => ({
  tag: 'button',
  text: text('下一页'),
  behaviors: [{ type: 'callback', value: { turns: ['下一页'] } }],
  ...more,
})
const table = (more: object = {}) => ({
  tag: 'table',
  columns: [{ name: 'unit', display_name: '单位', data_type: 'text', width: 'auto' }],
  rows: [{ unit: '省教育厅' }],
  ...more,
})
const columns = (...elements: readonly unknown[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', width: 'auto', elements }],
})
const nested = (depth: number): unknown =>
  depth === 0 ? { tag: 'hr' } : { tag: 'interactive_container', elements: [nested(depth - 1)] }
const card = (elements: readonly unknown[], more: object = {}) => ({
  schema: '2.0',
  config: { update_multi: true, summary: { content: '共13项' } },
  body: { elements },
  ...more,
})
const times = (count: number, element: unknown) => Array.from({ length: count }, () => element)

describe('a card that Feishu shows', () => {
  it.each([
    ['texts and buttons', card([{ tag: 'markdown', content: '**共13项**' }, columns(button()), { tag: 'hr' }])],
    ['a header', card([], { header: { title: text('共13项'), template: 'blue' } })],
    ['three tables', card(times(3, table()))],
    ['200 elements', card(times(200, { tag: 'hr' }))],
    ['five containers in each other', card([nested(5)])],
    ['a form', card([{ tag: 'form', name: 'report', elements: [{ tag: 'input', name: 'text' }] }])],
  ])('has %s', (_, shown) => {
    expect(checkCard(shown)).toEqual([])
  })
})

describe('a card that Feishu refuses', () => {
  it.each([
    ['no object', null, 'not an object'],
    ['schema 1.0', card([], { schema: '1.0' }), 'schema'],
    ['an unknown attribute', card([], { elements: [] }), 'unknown attribute elements'],
    ['no preview', card([], { config: { update_multi: true } }), 'summary.content'],
    ['a card of one viewer', card([], { config: { update_multi: false, summary: { content: 'x' } } }), 'update_multi'],
    ['no body', { ...card([]), body: undefined }, 'body is required'],
    ['a header without a title', card([], { header: { template: 'blue' } }), 'title'],
    ['a header with a wrong title', card([], { header: { title: { tag: 'markdown', content: 'x' } } }), 'title'],
    ['a tag of 1.0', card([{ tag: 'note' }]), 'ErrPath: ROOT -> body -> elements -> [0](tag: note)'],
    ['an attribute of 1.0', card([button({ value: {} })]), 'unknown attribute value'],
    ['a button that says nothing', card([button({ text: undefined })]), 'text is required'],
    [
      'a button with a text for a value',
      card([button({ behaviors: [{ type: 'callback', value: '{}' }] })]),
      'callback',
    ],
    ['a text that is a number', card([{ tag: 'markdown', content: 3 }]), 'content must be a string'],
    ['a table in a column', card([columns(table())]), 'tag table is not allowed here'],
    ['a form in a column', card([columns({ tag: 'form', name: 'f', elements: [] })]), 'not allowed here'],
    ['a column in the body', card([{ tag: 'column', elements: [] }]), 'not allowed here'],
    ['four tables', card(times(4, table())), '4 tables'],
    ['a table of 20 rows a page', card([table({ page_size: 20 })]), 'page_size'],
    ['a row with a value of no column', card([table({ rows: [{ other: 'x' }] })]), 'ErrCode: 200915'],
    ['an unknown type of column', card([table({ columns: [{ name: 'unit', data_type: 'html' }] })]), 'ErrCode: 200914'],
    ['201 elements', card(times(201, { tag: 'hr' })), '201 elements'],
    ['texts that make it too many', card(times(101, button())), '202 elements'],
    ['six containers in each other', card([nested(6)]), 'nested too deep'],
    ['more than 30 KB', card([{ tag: 'markdown', content: '长'.repeat(10_300) }]), 'bytes'],
    ['two of one name', card([button({ name: 'next' }), button({ name: 'next' })]), 'name next'],
    ['two of one id', card(times(2, { tag: 'hr', element_id: 'line' })), 'element_id line'],
    ['a wrong id', card([{ tag: 'hr', element_id: '1' }]), 'ErrCode: 11310'],
  ])('has %s', (_, refused, reason) => {
    expect(checkCard(refused).join('\n')).toContain(reason)
  })
})
