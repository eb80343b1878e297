import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { cardMessage, cardOf } from '../../../adapters/feishu/card.ts'
import { chartElements } from '../../../adapters/feishu/card-chart.ts'
import { checkCard } from '../../feishu/card-check.ts'
import { cardText } from '../../feishu/card-text.ts'
import { componentsIn } from '../../feishu/card-values.ts'
import { reply } from './reply-fixture.ts'

const bars = [
  { name: '逾期', value: 2 },
  { name: '未反馈', value: 11 },
]
const line = (title: string) => ({ number: null, title, lines: [], taskId: null })
const digest = reply({
  summary: '督办简报：省科技厅11项任务',
  items: [line('逾期：2项'), line('未反馈：11项')],
  actions: [{ label: '逾期', say: '省科技厅负责的逾期的任务有哪些' }],
  chart: { title: '任务情况', bars },
})

test('counts are drawn as bars, and said in words all the same', () => {
  const card = cardOf(digest)
  expect(checkCard(card)).toEqual([])
  expect(componentsIn(card).filter(({ tag }) => tag === 'chart')).toEqual([
    {
      tag: 'chart',
      aspect_ratio: '4:3',
      chart_spec: {
        type: 'bar',
        direction: 'horizontal',
        title: { text: '任务情况' },
        data: { values: bars },
        xField: 'value',
        yField: 'name',
        label: { visible: true },
      },
    },
  ])
  expect(cardText(card)).toContain('未反馈：11项')
})

test('what has no counts has no chart', () => {
  expect(chartElements(reply({}))).toEqual([])
  expect(chartElements(reply({ chart: { title: '任务情况', bars: [] } }))).toEqual([])
})

test('a chart gives way where the card has no room for all of the items', () => {
  const items = Array.from({ length: 200 }, (_, i) => ({
    number: i + 1,
    title: '长'.repeat(400),
    lines: ['一'],
    taskId: `甲#${i}`,
  }))
  const card = cardOf({ ...digest, items })
  expect(checkCard(card)).toEqual([])
  expect(componentsIn(card).filter(({ tag }) => tag === 'chart')).toEqual([])
})

it('is what Feishu accepts, whatever is counted', () => {
  const bar = fc.record({ name: fc.string({ unit: 'binary' }), value: fc.nat() })
  const charts = fc.record({ title: fc.string({ unit: 'binary' }), bars: fc.array(bar, { maxLength: 300 }) })
  fc.assert(
    fc.property(charts, chart => {
      expect(checkCard(cardOf({ ...digest, chart }))).toEqual([])
      expect(cardMessage({ ...digest, chart }).msg_type).toBe('interactive')
    }),
  )
})
