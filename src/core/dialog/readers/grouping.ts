import { parseNumber } from '../../text/numerals.ts'
import { phraseReader, type Reader } from '../reading.ts'
import type { Grouping } from '../slots.ts'

const UNITS = '(?:个)?(?:牵头|责任|参与|配合|负责)?(?:单位|部门|厅局|委办局|局委办)'
const EACH = '(?:各|每|分|按)(?:个|份)?'
const SPLIT = '来?分|分别|都|各|统计|排'

/** 各单位、各文件…: by what an answer is counted out. */
export const readGrouping = phraseReader([
  {
    words: `(?:哪个|哪家|哪些|什么)${UNITS}(?=.*(?:最多|最少|排))|谁(?=.{0,6}(?:最多|最少))`,
    says: { ask: 'group', grouping: 'unit' },
  },
  { words: '(?:哪个|哪一个|哪)(?:部分|章节?|板块|节)(?=.*(?:最多|最少))', says: { ask: 'group', grouping: 'section' } },
  { words: '(?:哪个|哪一个|哪份)文件(?=.*(?:最多|最少))', says: { ask: 'group', grouping: 'document' } },
  {
    words: `(?:涉及|有|共有?)?(?:到)?(?:多少|几)(?:个|家)(?:牵头|责任|参与|配合|负责)?(?:单位|部门)`,
    after: '(?:牵头|负责|参与)?',
    says: { ask: 'group', grouping: 'unit' },
  },
  { words: `${EACH}${UNITS}`, after: SPLIT, says: { ask: 'group', grouping: 'unit' } },
  {
    words: `${EACH}文件|[两三四五六七八九0-9]+个文件(?=各|分别|都)`,
    after: SPLIT,
    says: { ask: 'group', grouping: 'document' },
  },
  {
    words: `${EACH}(?:部分|章节?|板块|节|领域(?=多少|几|分别|都|各))`,
    after: SPLIT,
    says: { ask: 'group', grouping: 'section' },
  },
  {
    words: `省市县(?:三级)?|(?:各|分|按|三)个?(?:级|层级|层面)`,
    after: SPLIT,
    says: { ask: 'group', grouping: 'level' },
  },
])

const TOP =
  /(?<end>最多|最少|排名(?:靠前|最前)?|排行|前(?=[一二三四五六七八九十两0-9]{1,3}(?:个|家|名|位)?(?:的)?(?:单位|部门|文件|部分|名|家|位)))的?(?:是)?前?(?<count>[一二三四五六七八九十两0-9]{1,3})?(?:个|家|名|位)?的?(?<noun>单位|部门|文件|部分)?/gu

const GROUPING_OF: Readonly<Record<string, Grouping>> = { 文件: 'document', 部分: 'section' }

/** 牵头最多的三个单位 → 3; 最少的 → negative. */
export const readTop: Reader = text =>
  [...text.matchAll(TOP)].map(match => {
    const { end, count, noun } = match.groups ?? {}
    const top = parseNumber(count ?? '1') ?? 1
    const grouping = GROUPING_OF[noun ?? ''] ?? 'unit'
    return {
      start: match.index,
      end: match.index + match[0].length,
      says: { ask: 'group', grouping, top: end === '最少' ? -top : top },
    }
  })

/** 5号文和6号文各多少项: several of a kind, each counted by itself. */
export const readEach: Reader = (text, { slots }) => {
  const match = /各自?|分别|每个/u.exec(text)
  const several = slots.documents.length > 1 || slots.places.length > 1 || slots.units.length > 1
  if (!match || !several || !/多少|几/u.test(text)) return []
  return [{ start: match.index, end: match.index + match[0].length, says: { ask: 'compare' } }]
}
