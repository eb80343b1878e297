import type { Range } from './clauses.ts'
import type { Typed } from './typed.ts'

/** A report's parts by their labels. */
export interface Sections {
  /** What is under no label, or under 进展. */
  readonly main: readonly Range[]
  readonly nextStep?: string
  readonly problem?: string
}

type Part = 'main' | 'nextStep' | 'problem'

interface Label {
  readonly part: Part
  readonly start: number
  /** Where the words under it begin. */
  readonly end: number
}

/** A word that begins a clause: after a mark, or after the number of a list. */
const CLAUSE_START = String.raw`(?<=^|[,。;!:\n、)])`
const TROUBLE = '(?:问题|困难|难题|难点|堵点|痛点|瓶颈)'
const TROUBLES = `${TROUBLE}(?:(?:[和与及、]|以及)${TROUBLE})?`
const COLON = '(?:是|为|有|在于|包括|主要是)*[:,]?'

/** What opens a part. 卡在 is a verb and belongs to the words; the other labels are only labels. */
const LABELS: readonly (readonly [Part, string])[] = [
  [
    'nextStep',
    `(?<![为对给与和及的])(?:下一?步(?!骤)|下一?阶段)(?:的?(?:工作|重点|主要)*(?:打算|计划|安排|措施|举措|思路|工作(?![组已])|重点(?!已)))?${COLON}`,
  ],
  ['nextStep', `接下来(?:的?(?:工作|打算|计划|安排))?${COLON}`],
  ['nextStep', `(?<![为对给与和及的])后续(?:的?(?:工作|打算|计划|安排)${COLON}|(?=将|拟|要|会))`],
  ['problem', `(?<![不无没]|没有|解决|整改)存在的?(?:主要|突出|以下|一些)?的?${TROUBLES}(?!的)${COLON}`],
  [
    'problem',
    `${CLAUSE_START}(?:目前|当前|主要|遇到的?|面临的?|现有的?)*${TROUBLES}(?:主要)?(?:[:]|是|在于|为(?!零))[:]?`,
  ],
  ['problem', `${CLAUSE_START}问题(?!整改|排查|线索|清单|台账|导向|已|均|都|全部|解决|[不较比多的有]|突出|反馈|$)[,]?`],
  ['problem', `(?:遇到|面临)[了的]?(?:一些|以下|主要)?${TROUBLES}(?:是)?[:,]`],
  ['problem', `需要?(?:请|上级|省里|省级|市里|领导)*(?:帮助|支持)?协调(?:解决)?的?(?:问题|事项)?:`],
  ['problem', '(?<![的该无没些]|[这那]个)(?:主要|突出)?(?:问题|困难)(?:是|在于)[:]?'],
  ['problem', '(?=[卡堵]在)'],
  ['main', `${CLAUSE_START}(?:目前|当前|最新|工作)*(?:进展|进度|完成情况)(?:情况)?:`],
]

const PATTERNS = LABELS.map(([part, words]) => ({ part, pattern: new RegExp(words, 'gm') }))
/** 问题 资金未到位: a space does for the mark. */
const SPACED_TROUBLE = new RegExp(`${TROUBLES}(?=[^的])`, 'g')

/** 问题：无 is no problem. */
const NOTHING = /^(?:目前|暂时|暂|尚)*(?:无|没有?|不存在|没啥|没什么)(?:问题|困难)?$|^[-—/、]+$|^none$|^n\/a$/i
/** What closes a part: marks, and the number of the next point. */
const CLOSING = /(?:[,;。、\n ]|(?<=[,;。、\n ])(?:\(?[0-9一二三四五六七八九]\)|[0-9一二三四五六七八九][、.]))+$/
const OPENING = /^[:,、。;\n ]+/

/** Takes a report apart at 下步打算 and 存在问题. */
export function sectionsOf(typed: Typed, range: Range): Sections {
  const labels = labelsIn(typed, range)
  const first: Label = { part: 'main', start: range.start, end: range.start }
  const parts = [first, ...labels].map(({ part, end }, i) => ({
    part,
    range: trimmed(typed.text, { start: end, end: labels[i]?.start ?? range.end }),
  }))
  const [nextStep, problem] = [wordsUnder('nextStep'), wordsUnder('problem')]
  return {
    main: parts.flatMap(({ part, range: words }) => (part === 'main' && words.end > words.start ? [words] : [])),
    ...(nextStep === '' ? {} : { nextStep }),
    ...(problem === '' ? {} : { problem }),
  }

  function wordsUnder(wanted: Part): string {
    const words = parts.filter(({ part }) => part === wanted).map(({ range: { start, end } }) => ({ start, end }))
    return words
      .filter(({ start, end }) => end > start && !NOTHING.test(typed.text.slice(start, end)))
      .map(({ start, end }) => typed.quote(start, end))
      .join('；')
  }
}

function labelsIn(typed: Typed, { start, end }: Range): readonly Label[] {
  const text = typed.text.slice(start, end)
  const found = PATTERNS.flatMap(({ part, pattern }) =>
    [...text.matchAll(pattern)].map(match => ({ part, start: match.index, end: match.index + match[0].length })),
  )
  const spaced = [...text.matchAll(SPACED_TROUBLE)]
    .map(match => ({ part: 'problem' as const, start: match.index, end: match.index + match[0].length }))
    .filter(label => label.start > 0 && typed.hasGap(start + label.start) && typed.hasGap(start + label.end))
  const ordered = [...found, ...spaced].sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutOverlaps(ordered).map(label => ({ ...label, start: start + label.start, end: start + label.end }))
}

function withoutOverlaps(ordered: readonly Label[]): readonly Label[] {
  let end = -1
  return ordered.filter(label => {
    if (label.start < end) return false
    end = Math.max(label.end, label.start + 1)
    return true
  })
}

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end)
  const opening = OPENING.exec(words)?.[0].length ?? 0
  const closing = CLOSING.exec(words.slice(opening))?.[0].length ?? 0
  return { start: start + opening, end: end - closing }
}
