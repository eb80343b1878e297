import type { TaskIndex } from '../../search/task-index.ts'
import { readQuantity } from '../../text/quantity.ts'
import { type Reader, TAKEN } from '../reading.ts'

const NUMBER = '[0-9][0-9,.]*|[一二三四五六七八九十百千两半]+'
const UNIT =
  '(?:万|亿|千|百)*(?:亿?元|千瓦时?|[gmk]w|吨|亩|公里|千米|平方(?:公里|千米|米)|立方米|家|个|所|名|人|项|条|处|座|户|张|场|件|套|台|头|斤|%|个百分点|分)'
const BEFORE =
  '超过|高于|大于|多于|不少于|不低于|至少|达到|突破|以上|低于|小于|少于|不超过|不高于|不大于|控制在|等于|[><=]=?|≥|≤'
const AFTER = '以上|以下|以内|之内|左右|及以上|多|余'

const LIMIT = new RegExp(
  `(?:${BEFORE})(?:${NUMBER})(?:${UNIT})?(?:${AFTER})?|(?<=(?:指标|目标)(?:值)?(?:要求|是|为|达|定在)?)(?:${NUMBER})(?:${UNIT})|(?:${NUMBER})(?:${UNIT})(?:${AFTER})`,
  'giu',
)
/** 三万户是哪项任务的目标: nothing but a number. */
const BARE = new RegExp(`^(?:${NUMBER})(?:万|亿)?(?:${UNIT})(?=的|是)`, 'giu')
const CEILING =
  /控制在(?:…|\.{2,}|多少)?(?:以内|之内)|不(?:得)?超过(?:…|\.{2,}|多少)?(?=的)|上限(?:性|类)?(?:指标|目标)?/gu

/** 指标超过1000家的任务 · 控制在…以内的 */
export const readQuantities: Reader = (text, { ledger }) => {
  const [limit] = text.matchAll(LIMIT)
  if (limit && !isPartOfName(text, limit, ledger.index)) {
    const quantity = readQuantity(limit[0])
    if (quantity) return [{ ...placeOf(limit), says: { quantity: { ...quantity, text: limit[0] } } }]
  }
  const [bare] = text.matchAll(BARE)
  const equal = bare ? readQuantity(bare[0]) : null
  if (bare && equal) return [{ ...placeOf(bare), says: { quantity: { ...equal, text: bare[0] } } }]
  const [ceiling] = text.matchAll(CEILING)
  if (!ceiling) return []
  const quantity = { text: ceiling[0], comparator: '<=', value: null, unit: '' } as const
  return [{ ...placeOf(ceiling), says: { quantity } }]
}

/** 投资500万元以上技术改造项目 names a kind of project: the ledger has the number with words beside it. */
function isPartOfName(text: string, { index = 0, 0: words }: RegExpMatchArray, tasks: TaskIndex): boolean {
  const before = text.slice(Math.max(0, index - 2), index)
  const sides = [`${before}${words}`, `${words}${text.slice(index + words.length, index + words.length + 2)}`]
  const whole = sides.filter(side => side.length === words.length + 2 && !side.includes(TAKEN))
  return !/^(?:指标|目标|的)/u.test(before) && whole.some(side => tasks.containing(side, 1).length > 0)
}

const placeOf = (match: RegExpMatchArray) => ({ start: match.index ?? 0, end: (match.index ?? 0) + match[0].length })
