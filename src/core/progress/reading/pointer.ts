import { scanQuantities } from '../../text/quantity-mention.ts'
import type { Typed } from './typed.ts'

/** Which task the words point at; resolved against the ledger by the caller. */
export type TaskPointer =
  /** Words that name tasks by number, in a form the dialog's readers know: 第27条, 25-30条, 鲁政办字〔2023〕5号#27, 二（一）1. */
  | { readonly kind: 'ordinal'; readonly words: string }
  /** 崂山实验室, simplified and half width, as the ledger is searched. */
  | { readonly kind: 'topic'; readonly words: string }
  /** The task the conversation has come to. */
  | { readonly kind: 'context' }

/** A pointer at the head of some words. */
export interface Head {
  readonly pointer: TaskPointer
  /** Where the person's words for the task begin. */
  readonly textStart: number
  /** Where the sentence about it begins; behind `textStart` where a time stands before the pointer: 截至6月底，27条…. */
  readonly sentenceStart: number
  /** Where what is said of it begins: behind the topic, where the topic is the subject of the sentence. */
  readonly bodyStart: number
  /** 条, 项 or empty: how the task was counted. */
  readonly counter: string
  /** Whether 第, a document or a mark leaves no doubt that a task is meant. */
  readonly certain: boolean
}

const NUMBER = String.raw`\d{1,4}`
const HAN_NUMBER = '[零〇一二两三四五六七八九十百]{1,6}'
const JOIN = '(?:到|至|-|—|–|~|、|,|和|及|与)+'
/** Words that go on to report, right behind a number without a counter. */
const GOES_ON =
  '(?:完成|已|全部|基本|都|均|正在|正|启动|进行|推进|无|没|暂|未|尚|还|进展|进度|目前|现|预计|办结|达|超|过半|一半|[一二三四五六七八九]成|百分之|下步|下一步|存在|问题|卡在|开工|动工|竣工|建成|累计|共|受|因|按|顺利|已经|搞定|做完|任务|工作|形象|总体|整体|我)'
const MARK = '[:,、。;\\-—]'
const BEHIND = `(?=$|${MARK}|\\.(?!\\d)|${GOES_ON}|的(?:任务|工作|进展)|\\n)`

/** The ways to name tasks by number; each must stand free of other numbers. */
const FREE = String.raw`(?<![\d.第A-Za-z零〇一二两三四五六七八九十百])`
const FORMS: readonly (readonly [name: 'united' | 'path' | 'place' | 'bare', pattern: RegExp])[] = [
  [
    'path',
    new RegExp(
      `(?<hash>#)?(?<path>(?:[一二三四五六七八九十]{1,3}、?)?\\([一二三四五六七八九十]{1,3}\\)(?:\\d{1,2}(?=条|项|款|${MARK}|${GOES_ON}|$))?)(?<counter>条|项|款)?`,
      'g',
    ),
  ],
  [
    'united',
    new RegExp(
      `${FREE}(?<lead>第|序号|编号|№|#|任务)?(?<numbers>${NUMBER}(?:(?:条|项)?${JOIN}第?${NUMBER})*|${HAN_NUMBER}(?:(?:条|项)?${JOIN}第?${HAN_NUMBER})*)(?<counter>条(?![件例款])|项(?!目)|号任务|号(?![文令楼院线令机矿井公\\d#第]))`,
      'g',
    ),
  ],
  [
    'united',
    new RegExp(
      `${FREE}(?<lead>第)(?<numbers>(?:${NUMBER}|${HAN_NUMBER})(?:${JOIN}第?(?:${NUMBER}|${HAN_NUMBER}))*)(?<counter>款(?!项)|[点个](?![位击上半]))`,
      'g',
    ),
  ],
  [
    'place',
    /最后一(?<counter>条|项)|倒数第[一二三四五六七八九十\d]{1,2}(?<back>条|项)|[上下]一条|前[2-9两二三四五六七八九十](?<few>条|项)(?=都|均|全)/g,
  ],
  ['bare', new RegExp(`${FREE}(?<numbers>\\d{1,3}(?: \\d{1,3})+)(?=${GOES_ON})`, 'g')],
  [
    'bare',
    new RegExp(
      `${FREE}(?<lead>#|任务|序号|编号|№)?(?<numbers>${NUMBER}(?:${JOIN}${NUMBER})*)(?=$|${MARK}|\\.(?!\\d)| |\\n|${GOES_ON}|(?<gap>\\p{sc=Han}|[A-Za-z(“"=@]))|${FREE}(?<han>(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]百[零〇一二三四五六七八九十]{0,4}))(?=:|${GOES_ON})`,
      'gu',
    ),
  ],
]

/** How far into the words a pointer may stand: 山东省人民政府办公厅2023年工作要点第27条. */
const REACH = 60

/** What may stand before a number: a unit, a document, or words that only lead up to it. */
const BEFORE =
  /(?:局|厅|委员会|委|办|办公室|院|社|行|会|部|处|中心|政府|集团|公司|大学|法院|总队|支队|分局|号文?件?|》|要点|规划|方案|意见|通知|文件|清单|台账)(?:里|中|里面)?[的:,]?$|(?:牵头|负责|主办|承担|参与|配合)的?$|^(?:关于|对于|对|报|更新|请更新|其中|我们|我[局厅委办]|我?单位|本[局厅委]|目前|现在|今天|本月|本周)+的?[:,]?$/u
const DOCUMENT_BEFORE = /(?:号文?件?|》|要点|规划|方案|意见|通知|文件)(?:里|中|的)*[:,]?$/u
/** 截至6月底，27条…: the time is part of what is said. */
const TIME_BEFORE = /^(?:截[至止]?到?[^,。;\n]{1,12}|目前|现在|\d{1,2}月(?:份|底)?|本月|本周|上半年|今年),?$/u
/** No unit or document is told of by these. */
const REPORTS = /已|完成|推进|正在|启动|达到|%|问题|下步|下一步|根据|按照|依据|对照|结合|参照/

const SEPARATOR = /^[:,、。;.\-—~\s]+/
/** 27条任务的进展情况： */
const OWN_NOUN =
  /^(?:这条|那条|的?(?:重点)?(?:任务|工作|事项)(?!目标|要求|完成率))?(?:的?(?:最新|目前|工作)?(?:进展|进度)(?:情况)?(?=[:,]|$|\n))?/

/** Reads tasks named by number at the head of the words from `start`. */
export function ordinalHead(typed: Typed, start: number): Head | null {
  const window = typed.text.slice(start, start + REACH)
  const found = FORMS.flatMap(([form, pattern]) => [...window.matchAll(pattern)].map(match => ({ form, match })))
  found.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length)
  for (const { form, match } of found) {
    const head = headOf(typed, start, { form, match })
    if (head) return head
  }
  return null
}

interface Candidate {
  readonly form: (typeof FORMS)[number][0]
  readonly match: RegExpExecArray
}

function headOf(typed: Typed, start: number, candidate: Candidate): Head | null {
  const { match } = candidate
  const at = start + match.index
  const before = typed.text.slice(start, at)
  const isTime = TIME_BEFORE.test(before)
  if (before !== '' && !isTime && (!BEFORE.test(before) || REPORTS.test(before) || /[。;!?\n]/.test(before)))
    return null
  const end = at + match[0].length + (candidate.form === 'path' ? lastNumber(typed, at + match[0].length) : 0)
  if (!namesTasks(typed, candidate, { at, end, before })) return null
  const words = wordsOf(typed, candidate, { from: isTime ? at : start, at, end })
  const behind = afterHead(typed.text, end)
  return {
    pointer: { kind: 'ordinal', words },
    textStart: isTime ? start : behind,
    sentenceStart: behind,
    bodyStart: behind,
    counter: match.groups?.['counter'] ?? '',
    certain: match[0].startsWith('第') || match[0].startsWith('#') || DOCUMENT_BEFORE.test(before),
  }
}

/** 二（一）1 差2个: a space ends the path's number as well as a mark does. */
function lastNumber(typed: Typed, from: number): number {
  const digits = /^\d{1,2}(?!\d)/.exec(typed.text.slice(from, from + 3))?.[0].length ?? 0
  return !typed.hasGap(from) && typed.hasGap(from + digits) ? digits : 0
}

/** Behind the pointer, its 任务 and the mark. */
function afterHead(text: string, end: number): number {
  const noun = OWN_NOUN.exec(text.slice(end, end + REACH))?.[0].length ?? 0
  const rest = text.slice(end + noun, end + noun + REACH)
  return end + noun + (SEPARATOR.exec(rest)?.[0].length ?? 0)
}

interface Place {
  readonly at: number
  readonly end: number
  readonly before: string
}

/** A number is a task's where nothing it could count follows: not 58个试点, not 27项改革. */
function namesTasks(typed: Typed, { form, match }: Candidate, { at, end, before }: Place): boolean {
  const { lead, counter = '', numbers = '', gap, hash } = match.groups ?? {}
  const behind = typed.text.slice(end)
  if (form === 'path') return hash !== undefined || before === '' || DOCUMENT_BEFORE.test(before) || BEFORE.test(before)
  if (form === 'place') return before === ''
  if (form === 'united') return isUnited(typed, { lead, counter, numbers, end, behind })
  if (before !== '' && lead !== '#' && !DOCUMENT_BEFORE.test(before)) return false
  if (gap !== undefined && !typed.hasGap(end)) return false
  return !(
    scanQuantities(typed.text.slice(at, end + 8)).some(({ start }) => start === 0) ||
    /^(?:[年月日号时度级期%‰]|\.\d)/.test(behind)
  )
}

/** 27条线路: what 条 counts besides tasks. */
const COUNTED_BY_STRIPS =
  /^(?:[\p{sc=Han}]{0,4}(?:线|路|河|街|航线|公路|铁路|管道|管网|链|鱼|船)|措施|意见|建议|政策|信息|线索|问题|案例|规定|经验|举措|清单)/u
const GOES_ON_BEHIND = new RegExp(`^(?:${BEHIND})`)

function isUnited(
  typed: Typed,
  {
    lead,
    counter,
    numbers,
    end,
    behind,
  }: Record<'counter' | 'numbers' | 'behind', string> & {
    readonly lead: string | undefined
    readonly end: number
  },
): boolean {
  if (/[点个款]/.test(counter)) return lead === '第' && GOES_ON_BEHIND.test(behind)
  if (lead === '第' || lead === '#') return counter !== '号'
  if (/^[一二两三四五六七八九]$/.test(numbers) && counter !== '条') return false
  if (GOES_ON_BEHIND.test(behind) || (typed.hasGap(end) && counter !== '号')) return true
  return counter === '条' && !COUNTED_BY_STRIPS.test(behind)
}

/** As the dialog reads them: a list or a document asks for 条, Han numerals for 第. */
function wordsOf(typed: Typed, { form, match }: Candidate, place: { from: number; at: number; end: number }): string {
  const { from, at, end } = place
  if (form === 'path' || form === 'place') return typed.quote(from, end)
  const { lead = '', numbers = match.groups?.['han'] ?? '', counter = '' } = match.groups ?? {}
  const before = typed.quote(from, at)
  const first = at + lead.length
  const own = typed.quote(first, first + numbers.length).replace(/\s+(?=\d)/g, form === 'bare' ? '、' : '')
  const isHan = !/^\d/.test(numbers)
  const isAlone = /^\d+$/.test(numbers) && before === ''
  const unit = counter === '' || counter === '号' ? '条' : typed.quote(first + numbers.length, end)
  if (lead === '#' && before !== '') return `${before}#${own}`
  if (isAlone && (counter === '' || counter === '号')) return own
  return `${before}${lead === '第' || isHan ? '第' : ''}${own}${unit}`
}

const OWN_CONTEXT =
  /^(?:刚才|上面|前面|上述)?(?:的)?(?:(?:这|那)(?:一)?(?:条|项|个)(?!目)(?:任务|工作|事项)?|(?:该|此|本)(?:条|项)(?!目)(?:任务|工作)?|(?:该|此|本)(?:任务|工作)|它|这事|这个事)(?=$|[:,。;]|就?已|就?完成|都|均|正|启动|无|没|暂|未|尚|还|进展|进度|目前|现|预计|办结|达|全部|基本|下|存在|问题|卡|刚|[一二三四五六七八九]成|百分之|\d|了|改[成为到]|更正|应[为该是])/

/** Reads 这条, 它 at the head of the words. */
export function contextHead(typed: Typed, start: number): Head | null {
  const match = OWN_CONTEXT.exec(typed.text.slice(start, start + REACH))
  if (!match) return null
  const behind = afterHead(typed.text, start + match[0].length)
  return {
    pointer: { kind: 'context' },
    textStart: behind,
    sentenceStart: behind,
    bodyStart: behind,
    counter: '',
    certain: true,
  }
}
