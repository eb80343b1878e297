import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardMessage, cardOf } from '../../../adapters/feishu/card.ts'
import { submitName } from '../../../adapters/feishu/form-name.ts'
import type { Reply } from '../../../src/core/dialog/reply.ts'
import { converse, TODAY } from '../../core/dialog/seed-ledger.ts'
import { cardBytes, checkCard } from '../../feishu/card-check.ts'
import { buttonsOf, cardText, formOf, liveMarkup, markdownsOf, sayingButtonsOf } from '../../feishu/card-text.ts'
import { componentsIn } from '../../feishu/card-values.ts'
import { Questions } from '../../golden/judge.ts'
import { item, items, reply } from './reply-fixture.ts'

const replyTo = (...turns: readonly string[]): Reply => {
  const turn = converse(turns).at(-1)
  if (!turn) throw new RangeError('no question was put')
  return turn.reply
}

const labels = (shown: Reply) => buttonsOf(cardOf(shown)).map(({ label }) => label)

/** What pressing a button leads to. */
function press(shown: Reply, wanted: string, nth = 0): Reply {
  const { value } = buttonsOf(cardOf(shown)).filter(({ label }) => label === wanted)[nth] ?? {}
  if (!value) throw new RangeError(`no button ${wanted}`)
  expect(value.today).toBe(TODAY)
  return replyTo(...value.turns)
}

describe('the answers of the golden questions as cards', () => {
  const questions = Questions.parse(
    JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
  )
  const replies = questions.flatMap(({ q, turns = [q] }) => converse(turns).map(turn => turn.reply))
  const cards = replies.map(cardOf)

  it('are what Feishu accepts', () => {
    expect(cards.flatMap(checkCard)).toEqual([])
    expect(cards.flatMap(markdownsOf).map(liveMarkup).join('')).toBe('')
  })

  it('stay far from the limits', () => {
    expect(Math.max(...cards.map(cardBytes))).toBeLessThan(15_000)
    expect(Math.max(...cards.map(card => componentsIn(card).length))).toBeLessThan(120)
  })

  it('show every item with all its lines', () => {
    replies.forEach((shown, i) => {
      const text = cardText(cards[i] ?? cardOf(shown)).replaceAll(/\s+/g, '')
      const lines = shown.items.flatMap(({ title, lines }) => [
        title.split('：')[0] ?? '',
        ...lines.flatMap(line => line.split('｜')),
      ])
      expect(lines.filter(line => !text.includes(line.replaceAll(/\s+/g, '')))).toEqual([])
    })
  })

  it('are sent as cards', () => {
    expect(new Set(replies.map(shown => cardMessage(shown).msg_type))).toEqual(new Set(['interactive']))
  })
})

describe('the buttons of a list', () => {
  const list = replyTo('省教育厅牵头哪些任务')

  it('turn the pages, there and back', () => {
    const second = press(list, '下一页')
    expect(second.page).toMatchObject({ number: 2, from: 11, to: 13 })
    expect(labels(second)).not.toContain('下一页')
    expect(press(second, '上一页')).toEqual(list)
  })

  it('turn back from a last page of one item', () => {
    const last = replyTo('省科技厅牵头哪些任务', '第2页')
    expect(last.items).toHaveLength(1)
    expect(labels(last)).toEqual(['详情', '原文', '上一页'])
  })

  it('show a task in full, and its paragraph', () => {
    expect(press(list, '详情', 1).items[0]?.title).toBe(list.items[1]?.title)
    expect(press(list, '原文', 1).items[0]?.lines[0]).toContain(`${list.items[1]?.title}\n`)
  })

  it('turn pages after a follow-up question', () => {
    const followed = replyTo('省科技厅牵头哪些任务', '省教育厅呢')
    expect(press(followed, '下一页').summary).toBe(press(list, '下一页').summary)
  })
})

describe('the buttons of a task', () => {
  const fromButton = (turns: readonly string[]) => ({ ...replyTo(...turns), again: { turns, today: TODAY } })
  const turns =
    buttonsOf(cardOf(replyTo('教育局负责哪些', '第2页'))).find(({ label }) => label === '详情')?.value.turns ?? []

  it('lead back to the list it was opened from', () => {
    expect(press(fromButton(turns), '返回列表').page).toMatchObject({ number: 2, from: 11 })
  })

  it('lead back to a list of one page', () => {
    const [, { value } = { value: { turns: [] } }] = buttonsOf(cardOf(replyTo('省能源局牵头哪些任务')))
    expect(press(fromButton(value.turns), '返回列表').summary).toBe('省能源局牵头的任务共8项')
  })

  it('lead back over the paragraph as well', () => {
    const original = buttonsOf(cardOf(fromButton(turns))).find(({ label }) => label === '原文')?.value.turns ?? []
    expect(labels(fromButton(original))).toEqual(['详情', '返回列表'])
    expect(press(fromButton(original), '返回列表').page).toMatchObject({ number: 2, from: 11 })
  })

  it('leave out what the card shows, and the way back where there was no list', () => {
    expect(labels(replyTo('鲁政办字〔2023〕5号第27条'))).toEqual(['原文'])
    expect(labels(replyTo('鲁政办字〔2023〕5号第27条原文'))).toEqual(['详情'])
    expect(labels(replyTo('可再生能源装机目标多少'))).toEqual(['详情', '原文'])
  })
})

describe('a question back', () => {
  const asked = replyTo('第3条')

  it('has its choices as numbers to press, written out where they are long', () => {
    expect(labels(asked)).toEqual(['1', '2', '3', '4', '5'])
    expect(cardText(cardOf(asked))).toContain('2. 鲁政发〔2023〕6号：嵌入式支撑县域经济高质量发展')
    expect(press(asked, '2')).toEqual(replyTo('第3条', '2'))
  })

  it('has short choices as buttons that say them', () => {
    const choices = ['省教育厅', '市教育局'].map(label => ({ label, say: label }))
    const [, second] = buttonsOf(cardOf(reply({ summary: '是哪一个？', choices })))
    expect(second).toEqual({ label: '2. 市教育局', value: { turns: ['省教育厅牵头哪些任务', '2'], today: TODAY } })
  })
})

describe('suggestions', () => {
  it('are buttons that say them', () => {
    const card = cardOf(reply({ summary: '文件里没有提到。', suggestions: ['都有哪些文件'] }))
    expect(buttonsOf(card)).toEqual([{ label: '都有哪些文件', value: { turns: ['都有哪些文件'], today: TODAY } }])
    expect(cardText(card)).toContain('您是不是想问：')
  })

  it('are not announced twice', () => {
    const card = cardOf(reply({ summary: '您可以这样问：', suggestions: ['都有哪些文件'] }))
    expect(cardText(card)).not.toContain('您是不是想问')
  })
})

describe('what can be done', () => {
  const actions = [
    { label: '确认', say: '确认', look: 'primary' },
    { label: '取消', say: '取消刚才的', look: 'danger' },
    { label: ' ', say: '修改' },
  ] as const

  it('is a row of buttons that say it, under the items and above the pages', () => {
    const page = { number: 1, pages: 2, from: 1, to: 2, total: 3 }
    const card = cardOf(reply({ summary: '共3项', items: items(2), page, actions, hint: '看后面的，说“下一页”。' }))
    expect(sayingButtonsOf(card)).toEqual([
      { label: '确认', value: { say: '确认' } },
      { label: '取消', value: { say: '取消刚才的' } },
      { label: '修改', value: { say: '修改' } },
    ])
    const [row, pages] = card.body.elements.slice(-3)
    const looks = row?.tag === 'column_set' ? row.columns.flatMap(({ elements }) => elements) : []
    expect(row).toMatchObject({ tag: 'column_set', flex_mode: 'flow' })
    expect(looks).toMatchObject([{ type: 'primary' }, { type: 'danger' }, { type: 'default' }])
    expect(JSON.stringify(pages)).toContain('下一页')
    expect(checkCard(card)).toEqual([])
  })

  it.each([
    ['more than a click may bring back', '长'.repeat(501)],
    ['nothing', ' '],
  ])('has no button for %s', (_, say) => {
    expect(sayingButtonsOf(cardOf(reply({ actions: [{ label: '确认', say }] })))).toEqual([])
  })

  it('is blue: nothing was missed, nothing is asked', () => {
    expect(cardOf(reply({ summary: '请确认', actions })).header?.template).toBe('blue')
  })

  it.each([
    ['200 long tasks', items(200, { title: '长'.repeat(100), lines: ['很长'.repeat(500)] })],
    ['200 short tasks', items(200, { title: '任务', lines: ['一'] })],
    ['one paragraph that no card has room for', [item({ lines: ['很长'.repeat(6000)] })]],
    ['counts that no card has room for', items(100, { title: '很长'.repeat(200), taskId: null, lines: ['一'] })],
  ])('stays on the card however much else there is: %s', (_, listed) => {
    const shown = reply({ summary: '共200项', items: listed, actions, form })
    const card = cardOf(shown)
    expect(sayingButtonsOf(card)).toHaveLength(3)
    expect(formOf(card)?.elements).toHaveLength(5)
    expect(cardText(card)).toContain('一张卡片放不下')
    expect(checkCard(card)).toEqual([])
    expect(cardMessage(shown).msg_type).toBe('interactive')
  })

  it('stays where its own words leave no room for notes', () => {
    const long = {
      ...form,
      fields: ['a', 'b', 'c', 'd', 'e'].map(name => ({ name, label: name, value: '长'.repeat(1000) })),
    }
    const rest = {
      notes: Array.from({ length: 6 }, () => '*'.repeat(150)),
      suggestions: Array(5).fill('问'.repeat(150)),
    }
    const card = cardOf(reply({ summary: '请填写', items: items(3), actions, form: long, ...rest }))
    expect(formOf(card)?.elements).toHaveLength(6)
    expect(sayingButtonsOf(card)).toHaveLength(3)
    expect(cardText(card)).not.toContain('*'.repeat(150))
    expect(checkCard(card)).toEqual([])
  })
})

const status = {
  name: 'status',
  label: '状态*',
  value: 'done',
  options: [
    { label: '进行中', say: 'going' },
    { label: '已完成', say: 'done' },
  ],
}
const form = {
  name: 'report',
  subject: '鲁政办字〔2023〕5号#27',
  submit: '提交',
  fields: [
    status,
    { name: 'percent', label: '完成比例', value: '', longest: 5, placeholder: '80%' },
    { name: 'text', label: '进展', value: '已建成\r\n“一期”<at id=all>', longest: 2000 },
  ],
}

describe('a form', () => {
  const card = cardOf(reply({ summary: '报进展', form }))
  const [, select, percent, text, submit] = formOf(card)?.elements ?? []

  it('has a field for each question, with what was typed in it', () => {
    expect(cardText(card)).toContain('状态*')
    expect(select).toMatchObject({ tag: 'select_static', name: 'status', initial_option: 'done' })
    expect(select).toHaveProperty('options.1', { text: { tag: 'plain_text', content: '已完成' }, value: 'done' })
    expect(percent).toEqual({
      tag: 'input',
      name: 'percent',
      label: { tag: 'plain_text', content: '完成比例' },
      label_position: 'top',
      placeholder: { tag: 'plain_text', content: '80%' },
      input_type: 'text',
      max_length: 5,
      width: 'fill',
    })
    expect(text).toMatchObject({
      input_type: 'multiline_text',
      max_length: 1000,
      default_value: '已建成\n“一期”<at id=all>',
    })
  })

  it('requires nothing of the client, and is one that Feishu shows', () => {
    expect(JSON.stringify(card)).not.toContain('required')
    expect(checkCard(card)).toEqual([])
  })

  it('has no name in common with its fields, whatever they are called', () => {
    const named = { ...form, fields: [{ name: 'report', label: '进展', value: '' }] }
    expect(checkCard(cardOf(reply({ summary: '报进展', form: named })))).toEqual([])
  })

  it('says which it is in the value of its button and in its name', () => {
    const carried = { form: 'report', subject: form.subject }
    expect(submit).toMatchObject({
      tag: 'button',
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: carried }],
      name: submitName(carried),
    })
  })

  it('chooses nothing that is not offered, and cuts what an input cannot take', () => {
    const fields = [
      { ...status, value: 'unheard of' },
      { name: 'text', label: '', value: '😀'.repeat(1001) },
    ]
    const [, choice, input] = formOf(cardOf(reply({ form: { ...form, fields } })))?.elements ?? []
    expect(choice).not.toHaveProperty('initial_option')
    expect(input).toMatchObject({ default_value: '😀'.repeat(1000), max_length: 1000 })
    expect(input).not.toHaveProperty('label')
  })
})

describe('the headline of a card', () => {
  it('is the header where it is short, and the preview in the list of chats', () => {
    const card = cardOf(reply({ summary: '省教育厅牵头的任务共2项', items: items(2) }))
    expect(card.header).toEqual({ title: { tag: 'plain_text', content: '省教育厅牵头的任务共2项' }, template: 'blue' })
    expect(card.config).toEqual({ update_multi: true, summary: { content: '省教育厅牵头的任务共2项' } })
  })

  it('is the first line where it is long, or all there is', () => {
    const long = cardOf(reply({ summary: '很长'.repeat(30), items: items(2) }))
    expect(long.header).toBeUndefined()
    expect(long.body.elements[0]).toEqual({ tag: 'markdown', content: `**${'很长'.repeat(30)}**` })
    expect(cardOf(reply({ summary: '不客气。' })).body.elements).toHaveLength(1)
  })

  it('is the title of the one task that was pointed at, which is then not said twice', () => {
    const text = cardText(cardOf(reply({ items: [item({ lines: ['place', '牵头：省能源局'] })] })))
    expect(text.match(/大力发展可再生能源/g)).toHaveLength(1)
  })
})

describe('counts', () => {
  const counts = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ number: i + 1, title: `单位${i}：${i}项`, lines: [], taskId: null }))

  it('are lines where they are few', () => {
    expect(cardOf(reply({ summary: '共3个', items: counts(3) })).body.elements).toEqual([
      { tag: 'markdown', content: '1&#46; 单位0：0项<br>2&#46; 单位1：1项<br>3&#46; 单位2：2项' },
    ])
  })

  it('are a table where they are many', () => {
    const [table] = cardOf(reply({ summary: '共200个', items: counts(200) })).body.elements
    expect(table).toMatchObject({
      tag: 'table',
      page_size: 10,
      columns: [{ name: 'number' }, { name: 'name' }, { name: 'count' }],
    })
    expect(table?.tag === 'table' && table.rows[199]).toEqual({ number: '200', name: '单位199', count: '199项' })
  })
})

describe('what one card has no room for', () => {
  const whole = { number: 1, pages: 1, from: 1, to: 200, total: 200 }

  it('200 tasks: no buttons of their own, then titles alone, and a way to page through them', () => {
    const all = reply({
      summary: '共200项',
      items: items(200, { lines: ['鲁政办字〔2023〕5号·三·第27项'.repeat(2)] }),
      page: whole,
    })
    expect(cardText(cardOf(all))).toContain('一张卡片放不下：这里只列出标题。')
    expect(buttonsOf(cardOf(all))).toEqual([
      { label: '分页查看', value: { turns: ['省教育厅牵头哪些任务', '第1页'], today: TODAY } },
    ])
    expect(cardText(cardOf(all)).match(/大力发展可再生能源/g)).toHaveLength(200)
    expect(checkCard(cardOf(all))).toEqual([])
  })

  it('全部 of more than 200: from its card on, one pages through them from the start', () => {
    const all = replyTo('没有写明时限的任务', '全部')
    expect(all.page).toMatchObject({ to: 200, pages: 2 })
    expect(labels(all)).toEqual(['分页查看'])
    expect(press(all, '分页查看').page).toMatchObject({ number: 1, to: 10 })
  })

  it('200 short tasks: too many elements for a card, however small', () => {
    const all = reply({ summary: '共200项', items: items(200, { title: '任务', lines: ['一'] }), page: whole })
    expect(cardText(cardOf(all))).toContain('这里只列出标题')
    expect(checkCard(cardOf(all))).toEqual([])
  })

  it('200 long titles: how many are left, and what to say for the next', () => {
    const all = reply({ summary: '共200项', items: items(200, { title: '长'.repeat(100) }), page: whole })
    const { shown = '', left = '' } =
      /这里列出(?<shown>\d+)项，后面还有(?<left>\d+)项，说“第(?<next>\d+)个”/.exec(cardText(cardOf(all)))?.groups ?? {}
    expect(Number(shown) + Number(left)).toBe(200)
    expect(cardText(cardOf(all)).match(/长{100}/g)).toHaveLength(Number(shown))
    expect(checkCard(cardOf(all))).toEqual([])
  })

  it('three long paragraphs: their beginnings, and how long they are', () => {
    const long = reply({ summary: '共3项', items: items(3, { lines: ['开头'.repeat(3000)] }) })
    expect(cardText(cardOf(long))).toContain('……（共6000字）')
    expect(cardText(cardOf(long))).toContain('一张卡片放不下：较长的文字只显示开头，点“原文”看全文。')
    expect(cardMessage(long).msg_type).toBe('interactive')
  })

  it('one paragraph longer than any card: sent as text, and a card of it says so', () => {
    const original = reply({ items: [item({ lines: ['很长'.repeat(6000)] })] })
    expect(cardText(cardOf(original))).toContain('请发消息“鲁政办字〔2023〕5号#27 原文”，全文会以文字发给您。')
    const { msg_type, content } = cardMessage(original)
    expect(msg_type).toBe('text')
    expect(content).toContain('很长'.repeat(6000))
  })

  it.each([
    ['one of 501 characters', ['问'.repeat(501)]],
    ['twelve, and one for the page', Array.from({ length: 12 }, () => '那参与的呢')],
  ])('more turns than a click may bring back, %s: no buttons for them, the words to say stay', (_, turns) => {
    const page = { number: 1, pages: 2, from: 1, to: 10, total: 13 }
    const again = { turns, today: TODAY }
    const shown = reply({ summary: '共13项', items: items(10), page, again, hint: '看后面的，说“下一页”。' })
    expect(labels(shown)).not.toContain('下一页')
    expect(labels(shown)).toContain('详情')
    expect(cardText(cardOf(shown))).toContain('说“下一页”')
  })
})
