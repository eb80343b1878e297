import type { Reply } from '../../src/core/dialog/reply.ts'
import type { Chart } from './elements.ts'
import { oneLine } from './escape.ts'
import { shortened } from './shorten.ts'

/** More bars than this nobody reads on a phone. */
const MOST_BARS = 12
const LONGEST = { title: 40, name: 16 } as const

/** The counts of a reply as lying bars (图表; a VChart specification). Clients before 7.27 show none: the items say the same. */
export function chartElements({ chart }: Reply): readonly Chart[] {
  if (!chart || chart.bars.length === 0) return []
  const values = chart.bars
    .slice(0, MOST_BARS)
    .map(({ name, value }) => ({ name: shortened(oneLine(name), LONGEST.name), value }))
  return [
    {
      tag: 'chart',
      aspect_ratio: '4:3',
      chart_spec: {
        type: 'bar',
        direction: 'horizontal',
        title: { text: shortened(oneLine(chart.title), LONGEST.title) },
        data: { values },
        xField: 'value',
        yField: 'name',
        label: { visible: true },
      },
    },
  ]
}
