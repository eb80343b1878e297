import { parseNumber } from '../../text/numerals.ts'
import { isEarlier, type Range } from './clauses.ts'

/** How much of a task is done, as somebody put it. */
export interface Share extends Range {
  /** 0 to 100. */
  readonly percent: number
  /** Whether no part is named that the share is of: 完成80%, not 主体工程完成80%. */
  readonly isOfAll: boolean
  /** 上月完成60%: how things stood before. */
  readonly isEarlier: boolean
}

const DIGIT = '[零〇一二两三四五六七八九十百]'
const ARABIC = String.raw`\d{1,3}(?:\.\d{1,4})?`

/** The spellings of a share; the lower end of a range stands for it. */
const SPELLINGS: readonly (readonly [RegExp, (groups: Record<string, string | undefined>) => number | null])[] = [
  [/百分之百|百分百/g, () => 100],
  [
    new RegExp(
      `百分之(?<whole>${ARABIC}|${DIGIT}{1,5})(?:点(?<fraction>[零〇一二三四五六七八九]{1,4}|\\d{1,4}))?`,
      'g',
    ),
    ({ whole, fraction }) => decimal(whole, fraction),
  ],
  [
    new RegExp(`(?<![\\d.A-Za-z第/])(?<value>${ARABIC})%?(?:[-—–~至到]${ARABIC})?%`, 'g'),
    ({ value }) => parseNumber(value ?? ''),
  ],
  [
    /(?<![\d.零〇一二两三四五六七八九十百第完建形])(?<tenths>[一二两三四五六七八九]|[1-9])成(?<more>[一二三四五六七八九1-9]|半)?(?![立员为功果效本就分品长熟交年套型绩人都\d])/g,
    ({ tenths, more }) => tenthsOf(tenths, more),
  ],
  [
    /(?<whole>[二三四五六七八九十]{1,2})分之(?<parts>[一二两三四五六七八九])/g,
    ({ whole, parts }) => fraction(parts, whole),
  ],
  [/过半|超过?一?半|一半|半数/g, () => 50],
  [/(?<=^|[已,均都经的作务标]|[我本]局)(?:全部|全面)(?=完成(?:了|完毕)?(?:$|[,。;!:任]|请|并))/g, () => 100],
]

/** Before a share that is still to do, or that it has not reached. */
const SHORT_OF = /(?:差|缺|欠|剩下?|剩余|不到|不足|低于|未达到?|未完成|未到|还有)[^,]{0,4}$/
const REACHING = '(?:已|经|了|达|到|至|为|是|约|大|近|将|接|超|过|逾|突|破|:|在|共|的|有|也|均|都){0,8}'
/** 完成80%, 完成总工程量的80%, 形象进度达80%, 占年度计划的60%; not 完成后覆盖率80%. */
const DOING = new RegExp(
  `(?:完成(?!.{0,10}(?:(?<!完成)率|占比|比重|比例|增|降))[^,:]{0,10}?|进度|进展|完成率|完成度|完成比例|推进|占[^,]{0,10}(?:计划|目标|任务|总量|总数))${REACHING}$`,
)
/** Words that name no other measure. */
const NEUTRAL = new RegExp(
  `^(?:截至[^,]{1,8})?(?:已经?|目前|现在|当前|我们|我局|我单位|累计|总体|整体|基本|任务|工作|项目|工程|工程量|共计|全部|完成|进度|进展|完成率|完成度|推进|年度|全年|目标|计划|形象|建设|总|占){0,8}${REACHING}$`,
)
/** After a share of something else: 80%的企业, 八成企业. */
const OF_OTHERS = /^(?:以上|左右|多)?(?:的(?!任务|工程|工作|目标|进度|建设|投资|计划|总)|\p{sc=Han})/u
const CLOSED =
  /^(?:以上|左右|上下|多|强|了|啦)*(?:$|[^\p{sc=Han}]|完成|下|已|目前|请|问题|存在|卡|接|预计|剩|还|差|其)/u
/** How far before it the words that a share belongs to may stand. */
const REACH = 24

/** The shares of a task in the words of a clause; a coverage or growth rate is none. */
export function sharesIn(text: string, clause: Range): readonly Share[] {
  const words = text.slice(clause.start, clause.end)
  return SPELLINGS.flatMap(([pattern, read]) =>
    [...words.matchAll(pattern)].flatMap(match => {
      const percent = read(match.groups ?? {})
      const place = { start: match.index, end: match.index + match[0].length }
      if (percent === null || percent > 100 || !isOfTask(words, place)) return []
      const isOfAll = NEUTRAL.test(words.slice(Math.max(0, place.start - REACH), place.start))
      return [
        {
          percent,
          isOfAll,
          isEarlier: isEarlier(words),
          start: clause.start + place.start,
          end: clause.start + place.end,
        },
      ]
    }),
  ).sort((a, b) => a.start - b.start)
}

function isOfTask(words: string, { start, end }: Range): boolean {
  const lead = words.slice(Math.max(0, start - REACH), start)
  const tail = words.slice(end, end + REACH)
  if (SHORT_OF.test(lead)) return false
  if (DOING.test(lead)) return true
  return NEUTRAL.test(lead) && (CLOSED.test(tail) || !OF_OTHERS.test(tail))
}

function decimal(whole: string | undefined, fraction: string | undefined): number | null {
  const value = parseNumber(whole ?? '')
  if (value === null || fraction === undefined) return value
  const digits = /^\d/.test(fraction) ? fraction : [...fraction].map(digit => parseNumber(digit) ?? '').join('')
  return Number(`${value}.${digits}`)
}

/** 八成五 is 85, 八成半 too. */
function tenthsOf(tenths: string | undefined, more: string | undefined): number | null {
  const value = parseNumber(tenths ?? '')
  if (value === null) return null
  return value * 10 + (more === '半' ? 5 : (parseNumber(more ?? '0') ?? 0))
}

/** 三分之二 is 67. */
function fraction(parts: string | undefined, whole: string | undefined): number | null {
  const [of, by] = [parseNumber(parts ?? ''), parseNumber(whole ?? '')]
  return of === null || by === null ? null : Math.round((of / by) * 100)
}
