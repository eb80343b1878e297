import type { State } from '../../progress/progress.ts'
import type { Found, Reader } from '../reading.ts'
import type { StandingTerm } from '../slots.ts'

/** A word for how tasks stand: what it matches, how a summary says it, the states it means. */
interface Word {
  readonly words: string
  readonly text: string
  readonly any: readonly State[]
  readonly except?: boolean
}

const STILL = '(?:还|都|尚|仍然?|一直|至今|从)*'
/** 有没有逾期的 asks whether there are any. */
const NONE = `${STILL}(?:(?<!有)没有|没(?!有)|未|无)`
const REPORT = '(?:上报|填报|报送|汇报|反馈|报告|报|更新)'
const WHAT = '(?:任何|工作)?(?:进展|进度|情况|动静|消息)'
/** 能完成, 要完成, 年底前完成 speak of what is to come. */
const IS_DONE = '(?<![要能应需可会将该宜须得便于前内底不末月])'
const FINISH = '(?:完成|办结|办完|做完|搞完|干完|了结)'
const GO = '(?:启动|开始|开工|动工|开展|动起来|动)'
const UNFINISHED: readonly State[] = ['not-started', 'in-progress', 'submitted', 'suspended']
const STARTED: readonly State[] = ['in-progress', 'submitted', 'done', 'closed']

/** Terms of the trade and what people say for them; the first that matches takes its words. */
const WORDS: readonly Word[] = [
  { words: `${NONE}(?:被)?(?:逾期|超期|过期|超时)`, text: '没有逾期', any: ['overdue'], except: true },
  {
    words: `(?:已经?)?(?:逾期|超期|过期|超时|误期)了?(?:${STILL}(?:没有?|未)${FINISH})?|(?<![天日周月年底末内前度])(?:已经?)?到期了?${STILL}(?:没有?|未)${FINISH}|已经?到期了?|过了(?:期限|时限)`,
    text: '逾期',
    any: ['overdue'],
  },
  {
    words: '临期|临近到期|(?:最近|近期)?(?:即将|马上|将要|快要?|要)到期了?|快到(?:时间|期限|时限)',
    text: '临期',
    any: ['due-soon'],
  },
  {
    words: '(?:进度|进展|推进)(?:比较|较|严重)?(?:滞后|落后|偏慢|缓慢|慢|跟不上)|滞后',
    text: '滞后',
    any: ['lagging'],
  },
  { words: '(?:被)?退回(?:来|去)?了?', text: '被退回', any: ['returned'] },
  {
    words: `${NONE}(?:人)?${REPORT}(?:过|了|的)?${WHAT}?|零报告|漏报|欠报`,
    text: '未反馈',
    any: ['unreported'],
  },
  { words: `${NONE}${WHAT}`, text: '没有进展', any: ['unreported', 'says-none'] },
  {
    words: `(?:(?:已经?)?反馈)?(?:待|等待?|需要?|该|要)(?:督查室|我们?)?(?:审核?|审批|审定|核)|(?:已经?)?报(?:了|的)?完成`,
    text: '已反馈待审核',
    any: ['submitted'],
  },
  { words: `${NONE}销号`, text: '未销号', any: [...UNFINISHED, 'done'] },
  { words: '已经?销号了?|销号了|销了号', text: '已销号', any: ['closed'] },
  { words: `${NONE}${FINISH}`, text: '未办结', any: UNFINISHED },
  { words: '已经?办结了?|办结了', text: '已办结', any: ['done'] },
  {
    words: `${IS_DONE}(?:(?:已经?|全部|都)(?:完成|办完|做完)了?|(?:完成|办完|做完|干完)了|(?:完成|办完|做完)(?=的(?!时|期|情|目|指|百))|完成(?:任务|得|的)*(?=最[多少]))(?![0-9到得情率度])`,
    text: '已完成（办结或销号）',
    any: ['done', 'closed'],
  },
  { words: `${NONE}${GO}`, text: '未启动', any: ['not-started'] },
  { words: `已经?${GO}了?|(?:启动|开始|动)了`, text: '已启动', any: STARTED },
  {
    words: '(?:正在?)?(?:进行|推进|办理|实施|落实)(?:之)?中|正在?(?:进行|推进|办理|实施|落实|做|办)|在办',
    text: '进行中',
    any: ['in-progress'],
  },
  { words: '(?:已经?|被)?中止了?', text: '已中止', any: ['suspended'] },
  { words: '(?:已经?|被)?终止了?', text: '已终止', any: ['terminated'] },
  { words: '(?:申请|要求|想要?)延期|延期(?:申请)?(?:待|没)(?:审批?|批)', text: '申请延期', any: ['extension-asked'] },
  { words: '(?:已经?|批准|同意)延期了?|延了期', text: '已延期', any: ['extended'] },
  {
    words: '(?:没有?|无|不存在)(?:存在)?(?:问题|困难)(?=的)',
    text: '没有未解决的问题',
    any: ['troubled'],
    except: true,
  },
  {
    words: '(?:有|存在|反映|提出|报)了?(?:着|过)?(?:未解决|没解决|待协调|需协调)?的?(?:问题|困难)(?=的)',
    text: '有未解决的问题',
    any: ['troubled'],
  },
  {
    words: '(?:已经?)(?:上报|填报|反馈|报送|报)(?:过|了)?(?:进展|进度)?|(?:报|反馈)(?:了|过)(?:进展|进度)?|有进展',
    text: '报过进展',
    any: ['reported'],
  },
  { words: `(?:被?[亮给发]过?了?|有)?红牌`, text: '被亮红牌', any: ['red-card'] },
  { words: `(?:被?[亮给发]过?了?|有)?黄牌`, text: '被亮黄牌', any: ['yellow-card'] },
  { words: '(?<![绿黄])[亮挂]?红灯', text: '红灯', any: ['red'] },
  { words: '(?<![红绿])[亮挂]?黄灯', text: '黄灯', any: ['yellow'] },
  { words: '(?<![红黄])[亮挂]?绿灯', text: '绿灯', any: ['green'] },
  { words: '[亮挂]?灰灯', text: '灰灯', any: ['grey'] },
]

/** What may follow, so that no word of the documents is cut: 推进中医药 is none of these. */
const END =
  '(?:的|了)?(?=$|[、,，;；和或且又并还但也都有吗呢嘛么?？。!！\\u{E000}]|任务|工作|事项|几|多少|哪|是|项|条|单位|部门|什么|啥|谁|没|未|最|一共|总共|共|数)'

type Pattern = Word & { readonly pattern: RegExp }

const PATTERNS: readonly Pattern[] = WORDS.map(word => ({
  ...word,
  pattern: new RegExp(`(?:${word.words})${END}`, 'gu'),
}))

interface Said extends Found {
  readonly term: StandingTerm & { readonly kind: 'state' }
}

/** Reads how tasks must stand; 已办结和已销号的 are both, 逾期没报的 fit both. */
export const readStanding: Reader = text => {
  const said: Said[] = []
  for (const word of PATTERNS) said.push(...saidIn(text, word, said))
  const inOrder = said.toSorted((a, b) => a.start - b.start)
  return joined(text, inOrder).map(({ start, end, term }) => ({ start, end, says: { standing: [term] } }))
}

/** Words that no earlier row has taken. */
function saidIn(text: string, { pattern, text: name, any, except = false }: Pattern, before: readonly Said[]): Said[] {
  const isFree = (start: number, end: number) => before.every(other => end <= other.start || start >= other.end)
  return [...text.matchAll(pattern)].flatMap(({ index: start, 0: words }) => {
    const end = start + words.length
    const term = { kind: 'state', text: name, any, except } as const
    return words !== '' && isFree(start, end) ? [{ start, end, says: {}, term }] : []
  })
}

const JOINS = /^(?:[、和或]|以及|或者|还有)+$/u

/** A和B: either one. */
function joined(text: string, said: readonly Said[]): readonly Said[] {
  const done: Said[] = []
  for (const next of said) {
    const last = done.at(-1)
    const joins = last && !last.term.except && !next.term.except && JOINS.test(text.slice(last.end, next.start))
    if (joins) done.splice(-1, 1, united(last, next))
    else done.push(next)
  }
  return done
}

function united(a: Said, b: Said): Said {
  const any = [...new Set([...a.term.any, ...b.term.any])]
  return { ...a, end: b.end, term: { ...a.term, any, text: `${a.term.text}或${b.term.text}` } }
}
