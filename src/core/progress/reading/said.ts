import type { ReportedValue } from '../../model.ts'
import { clausesOf, presentPart, type Range } from './clauses.ts'
import { type Sections, sectionsOf } from './labels.ts'
import type { Head, TaskPointer } from './pointer.ts'
import { type Share, sharesIn } from './share.ts'
import { statusOf, tells } from './status.ts'
import type { Typed } from './typed.ts'
import { valuesIn } from './values.ts'

/** What somebody says of one task, or of several at once. */
export interface Statement {
  readonly pointer: TaskPointer
  /** The person's own words, as written, without the words that only point at the task. */
  readonly text: string
  /** 0 to 100, of the task: 八成 is 80, 过半 is 50. */
  readonly percent?: number
  /** Numbers with units, each with the words around it; neither shares of the task nor what is missing, planned or asked for. */
  readonly values: readonly ReportedValue[]
  /** 下步打算 */
  readonly nextStep?: string
  /** 存在问题; 无 is none. */
  readonly problem?: string
  /** 完成 of the task itself, not of a part. */
  readonly declaresDone: boolean
  /** 无进展 */
  readonly declaresNone: boolean
  /** 已启动, 正在推进 */
  readonly declaresStarted: boolean
}

/** A statement and what speaks for its being one. */
export interface Said {
  readonly statement: Statement
  /** The words under no label, folded. */
  readonly main: string
  /** Whether anything in the words reports. */
  readonly reports: boolean
}

const TRAILING = /[,;、\s]+$/u
const COMING = /预计|力争|有望|拟[于在]|将[于在]|即将|马上|快要?完成|下个?月|下周/u

/** Reads the words of a task in [start, end); a head says where they begin. */
export function readSaid(typed: Typed, { start, end }: Range, head: Head | null): Said {
  const place = head ?? {
    pointer: { kind: 'context' as const },
    textStart: start,
    sentenceStart: start,
    bodyStart: start,
  }
  const close = end - (TRAILING.exec(typed.text.slice(start, end))?.[0].length ?? 0)
  const sections = sectionsOf(typed, { start: place.sentenceStart, end: close })
  const clauses = sections.main.flatMap(range => clausesOf(typed.text, range))
  const facts = factsOf(typed, clauses, place.bodyStart)
  const main = sections.main.map(range => typed.text.slice(range.start, range.end)).join('\n')
  const statement = {
    pointer: place.pointer,
    text: typed.quote(place.textStart, close),
    ...facts.figures,
    ...labelled(sections),
    ...facts.status,
  }
  return { statement, main, reports: reportsIn(statement, facts.told, main) }
}

const labelled = ({ nextStep, problem }: Sections) => ({
  ...(nextStep === undefined ? {} : { nextStep }),
  ...(problem === undefined ? {} : { problem }),
})

function factsOf(typed: Typed, clauses: readonly Range[], bodyStart: number) {
  const present = clauses.map(clause => presentPart(typed.text, clause))
  const bodies = present.map(({ start, end }) => ({ start: Math.min(Math.max(start, bodyStart), end), end }))
  const shares = bodies.flatMap(body => sharesIn(typed.text, body))
  const words = bodies.map(({ start, end }) => typed.text.slice(start, end))
  const share = shareOf(shares.filter(({ isEarlier }) => !isEarlier))
  const status = statusOf(words, words.join(','))
  return {
    figures: {
      ...(share ? { percent: share.percent } : {}),
      values: present.flatMap(range => valuesIn(typed, range, shares)),
    },
    status: {
      declaresDone: share ? share.percent === 100 && (share.isOfAll || status.declaresDone) : status.declaresDone,
      declaresNone: status.declaresNone && !share && !status.declaresDone,
      declaresStarted: status.declaresStarted,
    },
    told: words.some(tells),
  }
}

/** A share of the whole goes before one of a part; parts with different shares say nothing of the whole, nor does a finished part. */
function shareOf(shares: readonly Share[]): Share | undefined {
  const ofAll = shares.find(share => share.isOfAll)
  if (ofAll) return ofAll
  const [first] = shares
  return shares.every(({ percent }) => percent === first?.percent && percent < 100) ? first : undefined
}

function reportsIn(statement: Statement, told: boolean, main: string): boolean {
  const { percent, values, nextStep, problem, declaresDone, declaresNone, declaresStarted } = statement
  if (percent !== undefined || values.length > 0 || nextStep !== undefined || problem !== undefined) return true
  return declaresDone || declaresNone || declaresStarted || told || COMING.test(main)
}
