import { describe, expect, it } from 'vitest'
import { cardOf } from '../../adapters/feishu/card.ts'
import { reply } from '../adapters/feishu/reply-fixture.ts'
import { viewOf } from './card-view.ts'

const options = [
  { label: '进行中', say: 'going' },
  { label: '完成', say: 'done' },
]
const form = {
  name: 'report',
  subject: '27',
  submit: '提交',
  fields: [
    { name: 'status', label: '状态', value: 'going', options },
    { name: 'percent', label: '比例', value: '', longest: 4 },
  ],
}
const actions = [{ label: '确认', say: '是' }]
const view = viewOf(cardOf(reply({ summary: '报进展', suggestions: ['都有哪些文件'], actions, form })))

describe('what a person sees of a card', () => {
  it('has its fields with what stands in them', () => {
    expect(view.fields).toEqual({ status: 'going', percent: '' })
    expect(view.labels).toEqual(['都有哪些文件', '提交', '确认'])
  })

  it('is filled in and submitted: what was not touched goes along', () => {
    expect(view.fill({ percent: '80%' }).submit()).toEqual({
      value: { form: 'report', subject: '27' },
      name: expect.stringMatching(/^submit_/),
      formValue: { status: 'going', percent: '80%' },
    })
  })

  it.each([
    ['no such field', { text: '一' }],
    ['no such option', { status: '完成' }],
    ['more than it takes', { percent: '80.5%' }],
  ])('cannot be filled in with %s', (_, typed) => {
    expect(() => view.fill(typed)).toThrow()
  })

  it('is pressed, where a button says something', () => {
    expect(view.pressSay('确认')).toEqual({ say: '是' })
    expect(() => view.pressSay('都有哪些文件')).toThrow('says nothing')
    expect(() => view.press('否')).toThrow('no button')
  })

  it('has no form to fill in where there is none', () => {
    expect(() => viewOf(cardOf(reply({ summary: '好' }))).fill({})).toThrow('no form')
  })
})
