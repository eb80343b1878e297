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
const submit = { ...button(), name: 'submit', form_action_type: 'submit' }
const form = (elements: readonly unknown[], last: unknown = submit) => ({
  tag: 'form',
  name: 'report',
  elements: [...elements, last],
})
const input = (more: object = {}) => ({ tag: 'input', name: 'text', ...more })
const option = (value: string) => ({ text: text(value), value })
const select = (more: object = {}) => ({
  tag: 'select_static',
  name: 'status',
  options: [option('进行中'), option('完成')],
  initial_option: '完成',
  ...more,
})
const chart = (more: object = {}) => ({
  tag: 'chart',
  chart_spec: { type: 'bar', data: { values: [{ name: '逾期', value: 2 }] }, xField: 'value', yField: 'name', ...more },
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
    ['five charts', card(times(5, chart()))],
    ['a form', card([form([{ tag: 'input', name: 'text' }, select()])])],
    ['a form with what was typed', card([form([input({ default_value: '一', max_length: 1 }), select()])])],
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
    ['six charts', card(times(6, chart())), '6 charts'],
    ['a chart without a type', card([chart({ type: undefined })]), 'ErrCode: 200550'],
    ['a chart of nothing', card([chart({ data: { values: [] } })]), 'ErrCode: 200550'],
    ['a chart of a field that is not there', card([chart({ xField: 'count' })]), 'ErrCode: 200550'],
    ['a table in a column', card([columns(table())]), 'tag table is not allowed here'],
    ['a form in a column', card([columns({ tag: 'form', name: 'f', elements: [] })]), 'not allowed here'],
    ['a form in a form', card([form([form([])])]), 'tag form is not allowed here'],
    ['a table in a form', card([form([table()])]), 'tag table is not allowed here'],
    ['a form that nobody can submit', card([form([], { tag: 'hr' })]), 'needs a button that submits'],
    ['a form with a button of no name', card([form([button()])]), 'ErrCode: 200530'],
    ['a form with a selection of no name', card([form([select({ name: undefined })])]), 'ErrCode: 200530'],
    ['a form whose name is a field', card([form([input({ name: 'report' })])]), 'name report'],
    ['an input for 1001 characters', card([form([input({ max_length: 1001 })])]), 'max_length is 1 to 1000'],
    ['an input with more than it takes', card([form([input({ default_value: '一二', max_length: 1 })])]), 'exceeds'],
    ['an input of no such type', card([form([input({ input_type: 'multiline' })])]), 'input_type multiline'],
    ['an input with a label beside', card([form([input({ label_position: 'right' })])]), 'label_position right'],
    ['an input of no rows', card([form([input({ rows: 0 })])]), 'rows'],
    ['a selection of nothing', card([form([select({ options: [] })])]), 'needs options'],
    ['a selection with texts alone', card([form([select({ options: ['完成'] })])]), 'an option has no text'],
    ['a selection of one value twice', card([form([select({ options: [option('完成'), option('完成')] })])]), 'repeat'],
    [
      'a selection of what there is not',
      card([form([select({ initial_option: '无' })])]),
      'initial_option is no option',
    ],
    ['a button of a type of 1.0', card([button({ type: 'link' })]), 'button type link'],
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
