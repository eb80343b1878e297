import { parseNumber } from '../../text/numerals.ts'
import { phraseReader, type Reader } from '../reading.ts'
import type { Ask, PageTurn } from '../slots.ts'

/** Utterances that are understood as a whole; what one may ask ends a sentence, so nothing may stand around it. */
const HELP = [
  '/?help|帮助|使用帮助|[?？]+|怎么用|如何使用|使用说明|说明书|功能|菜单',
  '(?:怎么|怎样|如何)(?:绑定(?:单位)?|撤回(?:进展)?|更正(?:进展)?|导出(?:台账)?|订阅|退订)',
  '你(?:是谁|能(?:干|做)(?:什么|啥)|会(?:什么|啥|干什么))|你?(?:可以|能)(?:问|查)(?:什么|啥|哪些)',
  '(?:这个?|你)?(?:咋|怎么)(?:用|问|查|使)(?:啊|呀|呢|的)?(?:这个)?|你?(?:会|能)(?:干|做)(?:点)?(?:啥|什么)(?:呀|啊|呢)?|有(?:什么|啥|哪些)功能',
  '(?:你好|您好|hi|hello|在吗|嗨)[啊呀吗!！。.]*',
]

/** Opinions and forecasts: nothing a document could answer. */
const JUDGEMENTS = [
  '(?:你|您)(?:觉得|认为|看好|怎么看|怎么评价|的看法|的意见)|评价一下|怎么评价',
  '谁.{0,6}[干做抓]得?最?(?:好|差|不好)|(?:干|做|完成|落实|抓)得(?:最|怎么样|好不好|好吗)',
  '有没有(?:意义|用|必要)|有(?:什么|啥)(?:意义|用)|有意义吗|有用吗',
  '最(?:积极|不积极|落后|先进|拖拉|重要|难)',
  '(?:能不能|能否|会不会|可不可能|有没有可能|来得及|能按时|能够?).{0,12}(?:完成|实现|达到|做完|达标|办成)(?:吗|$)',
  '完得?成吗|(?:预测|预计|估计).{0,12}(?:能|会|多少|完成)',
  '合不合理|合理吗|靠不靠谱|靠谱吗|值得吗|有没有必要|应不应该|该不该|为什么',
]

/** Talk about the world outside, in a sentence too short to be about a task. */
const OUTSIDE =
  '天气|气温|下雨|股票|股价|大盘|基金|彩票|几点(?:了|钟)?|星期几|笑话|写一?首|翻译|唱首?歌|吃什么|电影|球赛|世界杯|菜谱|油价|汇率|房价'

/** Said between questions; the conversation goes on. */
const THANKS = '(?:好的?|谢谢(?:您|你|了)?|多谢|感谢|收到|知道了|明白了?|嗯+|ok|辛苦了|不用了|没事了)[啊呀哈!！。~]*'

const WHOLE: readonly (readonly [RegExp, Ask])[] = [
  [new RegExp(`^(?:${HELP.join('|')})[?？。!！]*$`, 'iu'), 'help'],
  [new RegExp(`^(?:${THANKS})+$`, 'iu'), 'thanks'],
  [new RegExp(JUDGEMENTS.join('|'), 'u'), 'decline'],
  [
    new RegExp(
      `^.{0,6}(?:${OUTSIDE})(?:怎么样|如何|好不好|会?涨|会?跌|首?诗|多少|是多少|几号|吗|呢|了|啊|的|吧|预报|走势|[?？。!！])*$`,
      'u',
    ),
    'decline',
  ],
]

/** Help, small talk, opinions and forecasts; never words that stand in a document (自然科学基金). */
export const readWhole: Reader = (text, { ledger }) => {
  const known = WHOLE.find(([pattern]) => pattern.test(text))
  const isTopic = known?.[1] === 'decline' && ledger.index.containing(text.replace(/[?？。!！]+$/u, ''), 1).length > 0
  return known && !isTopic ? [{ start: 0, end: text.length, says: { ask: known[1] } }] : []
}

const PAGE =
  /^(?:请|再)?(?:(?<next>下一?页|下页|翻页|往下|继续|还有吗|还有呢|接着|更多|后面的?|往后翻|next)|(?<previous>上一?页|上页|前一页|往前翻|返回上一页|prev)|(?<first>首页|第一页|回到开头)|(?<last>末页|尾页|最后一页)|(?<all>全部(?:列出|显示|都列出来)?|都列出来|列全|显示全部|展开全部)|第?(?<page>[0-9]{1,3}|[一二三四五六七八九十]+)页)[吧呢吗。.!！?？]*$/iu

/** 下一页, 第2页, 全部. */
export const readPage: Reader = text => {
  const match = PAGE.exec(text)
  return match ? [{ start: 0, end: text.length, says: { ask: 'page', page: turnOf(match.groups ?? {}) } }] : []
}

function turnOf({ page, ...turns }: Readonly<Record<string, string | undefined>>): PageTurn {
  if (page !== undefined) return { to: 'number', page: parseNumber(page) ?? 1 }
  const to = (['next', 'previous', 'first', 'last', 'all'] as const).find(turn => turns[turn] !== undefined)
  return { to: to ?? 'next' }
}

/** Questions about the person's own unit. */
export const readMine = phraseReader([
  {
    words: '(?:我|咱)们?(?:的|这个?|这边)?(?:单位|部门|厅|局|委|处室|科室|办公室)|本(?:单位|部门|局|厅|委)',
    after: '的',
    says: { ask: 'mine' },
  },
  {
    before: '^哪些是|是|归',
    words: '(?:我|咱)们?(?=的?(?:牵头|负责|参与|配合|任务)|(?:要|有|该)(?:牵头|负责|参与|配合|哪些|什么|干))',
    after: '的',
    says: { ask: 'mine' },
  },
])
