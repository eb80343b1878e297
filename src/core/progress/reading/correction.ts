import { scanBareNumber } from '../../text/quantity-mention.ts'
import { openingOf, withoutMentions } from './opening.ts'
import { contextHead, type Head, ordinalHead } from './pointer.ts'
import { asks } from './question.ts'
import { readSaid, type Statement } from './said.ts'
import { foldTyped, type Typed } from './typed.ts'

/** 改成7060: what was reported is to be replaced by this. */
export interface Correction {
  /** The words that were wrong, where they are said: 7600. */
  readonly old?: string
  readonly statement: Statement
}

const SORRY =
  '(?:(?:刚才|前面|上面|之前|我|数据|数字|进度)*(?:说|写|报|打|填|输|搞|弄)?(?:错|误)了?|口误|笔误|更正(?:一下)?|纠正(?:一下)?)'
const NOUN = '(?:的)?(?:数据|数值|数字|进度|进展|百分比|比例|完成率)?'
const CHANGED = '(?:应该?|请|帮我|麻烦)*(?:改|修改|更改|更正|订正|纠正|调整|修正|更新)(?:一下)?(?:成|为|到|作|是|:)+'
const SHOULD = '(?:应当?|应该|应)(?:是|为)'
const OLD = '(?<old>[^,。;:\\n]{1,30}?)'
const NEW = '[:,]?(?<now>[\\s\\S]{1,1000})$'

/** The ways to take a figure back. */
const SHAPES = [
  `(?:不是|不对,?不是|并非)${OLD},?(?:而|应该?|应当)?(?:是|为)${NEW}`,
  `(?:把|将)${OLD}${NOUN}${CHANGED}${NEW}`,
  `(?:${SORRY}[,。:!]?)?${NOUN}${CHANGED}${NEW}`,
  `(?:${SORRY}[,。:!]?)?${NOUN}${SHOULD}${NEW}`,
  `${SORRY}[,。:!]?(?:实际)?(?:是|为)?${NEW}`,
  `(?<old>[0-9][^,。;:\\n]{0,20}?),?(?:${CHANGED}|${SHOULD})${NEW}`,
].map(shape => new RegExp(`^${shape}`, 'u'))

/** A number alone, with a unit or without. */
const FIGURE = /^(?:已|全部|没有?|无|未)*(?:完成|办结|启动|进展)|\d|百分之|[一二三四五六七八九]成|过半|一半/u
/** Not a figure of a report: a task, a document, a time, a rule for reminders. */
const NO_FIGURE =
  /^(?:第|\d{1,4}条|\d{1,4}号)|每[天日周月季年个]|推送|提醒|提前|延期|[省市县]的$|\d{1,4}[年月日号点时](?!均)|(?:上|中|下)旬|的$/u

/** Reads 改成7060, 不是7600，是7060, 说错了，是85%; null where the words take nothing back. */
export function readCorrection(utterance: string): Correction | null {
  const typed = foldTyped(withoutMentions(utterance))
  const { start } = openingOf(typed)
  if (asks(typed.text.slice(start))) return null
  const head = headAt(typed, start)
  return (head && correctionAt(typed, head.bodyStart, head)) ?? correctionAt(typed, start, null)
}

const headAt = (typed: Typed, start: number): Head | null => ordinalHead(typed, start) ?? contextHead(typed, start)

function correctionAt(typed: Typed, start: number, head: Head | null): Correction | null {
  const words = typed.text.slice(start)
  for (const shape of SHAPES) {
    const { old, now } = shape.exec(words)?.groups ?? {}
    if (now === undefined) continue
    const from = typed.text.length - now.length
    const place = head ? { ...head, textStart: from, sentenceStart: from, bodyStart: from } : headOfFigure(typed, from)
    if (!isFigure(typed.text.slice(place?.bodyStart ?? from))) continue
    const oldStart = start + words.indexOf(old ?? '')
    return {
      ...(old === undefined ? {} : { old: typed.quote(oldStart, oldStart + old.length) }),
      statement: statementOf(typed, from, place),
    }
  }
  return null
}

/** 说错了，27条完成85%: the task stands behind the words of regret. */
function headOfFigure(typed: Typed, from: number): Head | null {
  const head = headAt(typed, from)
  return head && isFigure(typed.text.slice(head.bodyStart)) ? head : null
}

function isFigure(now: string): boolean {
  const [first = ''] = now.split(/[,。;\n]/u)
  return FIGURE.test(first) && !NO_FIGURE.test(first)
}

/** A bare number counts too: its unit is that of the figure it replaces. */
function statementOf(typed: Typed, start: number, head: Head | null): Statement {
  const { statement } = readSaid(typed, { start, end: typed.text.length }, head)
  if (statement.percent !== undefined || statement.values.length > 0) return statement
  const from = head?.bodyStart ?? start
  const first = /^[^。;\n]*?(?=,(?!\d{3})|[。;\n]|$)/u.exec(typed.text.slice(from))?.[0] ?? ''
  const mention = scanBareNumber(first)
  if (!mention) return statement
  const value = { text: typed.quote(from, from + first.length), value: mention.value, unit: mention.unit }
  return { ...statement, values: [value] }
}
