import { parseNumber } from '../../text/numerals.ts'
import { contextHead, type Head, ordinalHead } from './pointer.ts'
import { type HasTopic, subjectHead, topicHead } from './topic-head.ts'
import type { Typed } from './typed.ts'

/** What an utterance says of one task, or of several in one breath. */
export interface Item {
  readonly head: Head | null
  readonly start: number
  readonly end: number
}

interface Point {
  /** Where the point begins, its list number included. */
  readonly start: number
  readonly head: Head | null
}

const SEGMENT_END = /[\n;。!]/gu
/** 1、 · 2. · 3) · 四、 */
const LIST_NUMBER =
  /^(?:(?<number>\d{1,2})(?:[、)]|\.(?!\d)|\.(?=\d{1,4}[条项号]))|(?<han>[一二三四五六七八九十]{1,3})、)\s*/u
const LABELLED =
  /^(?:下一?步|接下来|(?:目前|主要)?(?:存在)?(?:的)?(?:主要)?(?:问题|困难)|(?:目前|工作)?(?:进展|完成)情况)/u

/**
 * Takes an utterance apart by task. List numbers 1、2、3、 are the tasks' numbers when nothing behind them names a task
 * and no point is only a part of a report (下步…, 存在问题…); `27条：1、…；2、…` is one report in points.
 */
export function itemsOf(typed: Typed, start: number, hasTopic: HasTopic): readonly Item[] {
  const starts = segmentStarts(typed.text, start)
  const numbered = numberedPoints(typed, starts, hasTopic)
  const points = numbered ?? plainPoints(typed, starts, hasTopic)
  return points.map((point, i) => ({
    head: point.head,
    start: point.start,
    end: points[i + 1]?.start ?? typed.text.length,
  }))
}

function segmentStarts(text: string, start: number): readonly number[] {
  const ends = [...text.slice(start).matchAll(SEGMENT_END)].map(({ index }) => start + index + 1)
  return [start, ...ends.filter(end => end < text.length)]
}

/** Null where the segments are not numbered 1, 2, …. */
function numberedPoints(typed: Typed, starts: readonly number[], hasTopic: HasTopic): readonly Point[] | null {
  const marks = listMarks(typed.text, starts)
  if (marks.length < 2 || marks[0]?.start !== starts[0]) return null
  const own = marks.map(({ start, end }) => ({ start, head: headAt(typed, end, hasTopic) }))
  if (own.some(({ head }) => head !== null)) return own.filter(({ head }, i) => head !== null || i === 0)
  if (marks.some(({ end }) => LABELLED.test(typed.text.slice(end, end + 12))))
    return [{ start: starts[0] ?? 0, head: null }]
  if (marks.some(({ task }) => task === '')) return [{ start: starts[0] ?? 0, head: null }]
  return marks.map(({ start, end, task }) => ({ start, head: headOfNumber(task, end) }))
}

interface Mark {
  /** Empty for 一、, which never numbers a task. */
  readonly task: string
  readonly start: number
  readonly end: number
}

/** The list numbers that go up from 1 one by one. */
function listMarks(text: string, starts: readonly number[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const start of starts) {
    const mark = listNumber(text, start)
    if (mark?.number === marks.length + 1) marks.push({ task: mark.task, start, end: start + mark.length })
  }
  return marks
}

function listNumber(text: string, start: number) {
  const match = LIST_NUMBER.exec(text.slice(start, start + 10))
  if (!match) return null
  const { number = '', han } = match.groups ?? {}
  return { number: parseNumber(han ?? number), task: number, length: match[0].length }
}

const headOfNumber = (words: string, end: number): Head => ({
  pointer: { kind: 'ordinal', words },
  textStart: end,
  sentenceStart: end,
  bodyStart: end,
  counter: '',
  certain: false,
})

const headAt = (typed: Typed, start: number, hasTopic: HasTopic): Head | null =>
  ordinalHead(typed, start) ?? contextHead(typed, start) ?? topicHead(typed, start, hasTopic)

function plainPoints(typed: Typed, starts: readonly number[], hasTopic: HasTopic): readonly Point[] {
  const [first = 0] = starts
  const points: Point[] = [
    { start: first, head: headAt(typed, first, hasTopic) ?? subjectHead(typed, first, hasTopic) },
  ]
  let listed = 0
  for (const [i, start] of starts.entries()) {
    const number = listNumber(typed.text, start)?.number ?? 0
    const isListed = listed > 0 && number === listed + 1
    const isFree = i > 0 && !isListed && number !== 1
    const head = isFree ? nextHead(typed, start, { hasTopic, current: points.at(-1) }) : null
    if (head) points.push({ start, head })
    const reached = isListed ? number : listed
    listed = listedBy(typed.text.slice(head?.bodyStart ?? start, starts[i + 1]), head ? 0 : reached)
  }
  return withInnerPoints(
    typed,
    points.map((point, i) => ({ ...point, end: points[i + 1]?.start ?? typed.text.length })),
  )
}

/** Where a list begins inside a report: 27条：1、…, 存在问题：1.… */
const LIST_OPENS = /(?:^|[:,。是\n])1(?:[、)]|\.(?!\d))/u

/** How far a report's own list has come: a list may open in any segment. */
const listedBy = (segment: string, before: number): number => (LIST_OPENS.test(segment) ? 1 : before)

interface Around {
  readonly hasTopic: HasTopic
  readonly current: Point | undefined
}

/** A segment that names another task than the one before. */
function nextHead(typed: Typed, start: number, { hasTopic, current }: Around): Head | null {
  const ordinal = ordinalHead(typed, start)
  if (ordinal) return ordinal.certain || !counted(typed, current, { start, counter: ordinal.counter }) ? ordinal : null
  const follows = current?.head?.pointer.kind === 'topic'
  const topic = topicHead(typed, start, words => follows && hasTopic(words))
  return topic ?? (follows ? subjectHead(typed, start, hasTopic) : null)
}

/** 已梳理8项任务；3项已完成: the 3项 are some of the 8. */
function counted(typed: Typed, current: Point | undefined, next: { start: number; counter: string }): boolean {
  const from = current?.head?.bodyStart ?? current?.start ?? 0
  const words = typed.text.slice(from, next.start)
  return next.counter !== '' && new RegExp(`[\\d一二两三四五六七八九十]${next.counter}`, 'u').test(words)
}

/** 27条完成80%，30条已启动: behind a comma only a number written as the first was, or with 第, names the next task. */
function withInnerPoints(typed: Typed, items: readonly (Point & { readonly end: number })[]): readonly Point[] {
  return items.flatMap(item => {
    const points: Point[] = [{ start: item.start, head: item.head }]
    if (item.head?.pointer.kind !== 'ordinal') return points
    for (let at = item.head.bodyStart + 2; at < item.end; at++) {
      if (!isInnerStart(typed, at)) continue
      const head = ordinalHead(typed, at)
      const current = points.at(-1)
      if (
        head &&
        isAlike(typed, at, { head, first: item.head }) &&
        !counted(typed, current, { start: at, counter: head.counter })
      ) {
        points.push({ start: at, head })
      }
    }
    return points
  })
}

const isInnerStart = (typed: Typed, at: number): boolean =>
  /^第?[\d零一二两三四五六七八九十]/u.test(typed.text.slice(at, at + 2)) &&
  (/[,、]/u.test(typed.text.charAt(at - 1)) || typed.hasGap(at))

/** 28完成60%: with no counter at all, a word of progress must follow. */
const BARE_NEXT = /^\d{1,4}(?:(?:都|均|全部|基本)?(?:完成|已|启动|正在)|[无没暂未尚])/u

function isAlike(typed: Typed, at: number, { head, first }: { readonly head: Head; readonly first: Head }): boolean {
  if (head.counter === '') return first.counter === '' && BARE_NEXT.test(typed.text.slice(at, at + 12))
  return head.certain || head.counter === first.counter
}
