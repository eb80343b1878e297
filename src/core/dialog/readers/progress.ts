import { parseNumber } from '../../text/numerals.ts'
import { phraseReader, type Reader } from '../reading.ts'

const NOW = '现在|目前|当前|最近|近期|近来|最新|如今|到现在'
const PROGRESS =
  '(?:工作|任务|办理|推进|落实|完成|整体|总体)?(?:的)?(?:进展|进度|状态|现状)|(?:完成|进展|推进|落实|办理|启动)(?:的)?(?:情况|状况|程度)'
const HOW =
  '(?:是|都|得)?(?:怎么?样|咋样|如何|啥样|什么样|好不好|多少|到哪(?:一步|里|儿|了)?|(?:啥|什么|哪个?)(?:情况|阶段|状态|程度)?)了?'
const DOING = '(?:进行|推进|办理?|干|做|搞|进展|落实|完成)'
const LAST = '(?=[了吗呢嘛没?？。!！]*$)'
const TROUBLE = '(?:问题|困难|难题|困难和问题|问题和困难|障碍|堵点)'

/** 历史进展, 有哪些问题, 完成了吗: asked before words for how tasks stand are looked for. */
export const readProgressAsk = phraseReader([
  {
    before: '的|都',
    words:
      '(?:历史|历次|以往|过往|之前|以前|全部|所有|每次)的?(?:进展|进度|记录|反馈|报告|汇报|办理情况)|(?:进展|办理|督办|处理|反馈|上报)的?(?:历史|历程|过程|经过|记录)|(?:以前|之前|过去)?(?:都)?报过(?:些)?(?:什么|啥|哪些|几次)(?:进展)?|(?:谁|什么时候|何时)(?:报|更新)的(?:进展)?|历史(?=[?？。]*$)',
    after: '(?:是|有)?(?:什么|哪些|啥)?',
    says: { ask: 'history' },
  },
  {
    words: `(?:有)?(?:哪些|什么|多少|几个)${TROUBLE}(?:已经?|得到|都)*(?:解决|处理|协调)(?:了|好了|完了)+|(?:已经?)?(?:解决|协调|处理)(?:了|好|过|完)+的?(?:哪些|什么|啥)?(?:的)?${TROUBLE}|已解决的?${TROUBLE}`,
    after: '有(?:哪些|什么)|清单|有',
    says: { ask: 'solved' },
  },
  {
    before: '的|都|还|现在|目前|各单位|大家',
    words: `(?:有|存在|反映|报|提|上报|遇到)(?:了|着|过)?(?:哪些|什么|啥|多少|几个)(?:没有?|未|待|需要?)?(?:解决|协调|处理|办)?的?(?:主要)?${TROUBLE}|(?:存在|反映|上报|报上来|提出|(?:没有?|未|待|需要?)(?:解决|协调|处理))+的?${TROUBLE}(?!的)|${TROUBLE}(?:清单|列表|汇总|台账)|(?:有没有|有无)(?:什么|存在)?${TROUBLE}`,
    after:
      '(?:都)?(?:有)?(?:哪些|什么|啥|多少|几个|清单|吗|没有(?!解)|(?:还|尚)?(?:没有?|未)(?:得到)?(?:解决|协调|处理)的?)+',
    says: { ask: 'problems' },
  },
  {
    before: `${NOW}|到底|究竟|全部|全|都|已经?|有没有|是否|是不是`,
    words: `(?<![要能应需可会将该])(?:完成|办结|办完|做完|搞完|干完|销号|启动|逾期|超期|开始|动工|审核通过|通过审核|审核|通过)(?:了(?:没有?|吗|么|不)|没有?|吗)${LAST}|(?<![没未有])(?:报|反馈|更新)(?:了|过)?(?:进展|进度)?(?:了|过)?(?:吗|没有?)${LAST}|(?:是否|有没有|有无|是不是)(?:已经?)?(?:完成|办结|启动|逾期|销号|报(?:过|了)?进展|进展|通过)了?${LAST}`,
    says: { ask: 'progress' },
  },
])

/** 进展, 完成情况, 啥进度: how things are. */
export const readHowFar = phraseReader([
  {
    before: `(?:${NOW})?`,
    words: `(?:是|有|到)?(?:啥|什么|哪个?|哪些)(?:新的?)?(?:进度|进展|状态|情况|阶段|程度)了?${LAST}|(?<![要能应需可会将该])${DOING}(?:(?:得|的)?(?:怎么?样|咋样|如何|啥样)|(?:到|得到?)(?:哪|什么|啥)(?:一步|里|儿|程度|地步|阶段|情况)?)了?${LAST}|(?:到|走到)(?:哪一步|哪了|什么程度)了?${LAST}|完成(?:(?:了|到)(?:多少|几成|百分之几)了?|(?:多少|几成)了)${LAST}|(?:什么|啥)样子?了${LAST}`,
    says: { ask: 'progress' },
  },
  {
    before: `(?:${NOW}|总体|整体|总的|全部|所有|全[省市县])*的?`,
    words: `(?:${PROGRESS})(?:情况)?(?:${HOW})?${LAST}|(?:${PROGRESS})(?:${HOW})|完成情况|进展情况|(?<=\\u{E000}|单位|部门|[厅局委办部会院])的?(?:任务)?完成率(?:是|有)?(?:多少|怎么?样|如何|情况)?${LAST}`,
    says: { ask: 'progress' },
  },
  { before: `${NOW}`, words: `状态${LAST}|有(?:进展|动静)(?:吗|没有?)${LAST}`, says: { ask: 'progress' } },
])

const RATE =
  /(?:按|以)?(?:完成|办结)(?:率|比例)(?<most>最?高|最?低|排名|排行|排序|排列|排)?(?:的|前)*(?<count>[一二三四五六七八九十两0-9]{1,3})?(?:个|家|名|位)?的?(?:单位|部门)?(?:是)?(?:谁|哪(?:个|家|些|几个|几家)?(?:单位|部门)?)?/u
/** More than there are units. */
const EVERYONE = 1000

/** 完成率最高的三个单位 · 按完成率排: units put in an order, because somebody asks for it. */
export const readRate: Reader = text => {
  const match = RATE.exec(text)
  const { most, count } = match?.groups ?? {}
  if (!match || most === undefined) return []
  const end = /[高低]$/u.test(most)
  const number = parseNumber((count ?? '').replace('两', '二')) ?? (end ? 1 : EVERYONE)
  const top = most.includes('低') ? -number : number
  const place = { start: match.index, end: match.index + match[0].length }
  return [{ ...place, says: { ask: 'progress', grouping: 'unit', top } }]
}

const counting = phraseReader([
  {
    words:
      '(?:的)?(?:有|是|共有?|涉及)?(?:多少|几)(?:家|个(?:单位|部门))|(?<=\\u{E000})的?(?:单位|部门)(?:有|是)?(?:哪些|哪几家|谁)?(?=[?？。]*$)',
    says: { ask: 'group', grouping: 'unit' },
  },
  {
    words: `(?:的)?(?:一?共|总共)?(?:有|是)?(?:多少|(?<!哪)几)(?:项|个|条|件)?(?:任务|工作|事项)?${LAST}`,
    says: { ask: 'count' },
  },
])

/** 没报进展的有几家, 逾期的有多少: units or tasks are counted, where it was said how they stand. */
export const readCounted: Reader = (text, context) => (context.slots.standing.length > 0 ? counting(text, context) : [])
