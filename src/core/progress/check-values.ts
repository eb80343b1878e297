import type { Comparator, ReportedValue, Target, Task } from '../model.ts'
import { compareQuantities, dimensionOf } from '../text/quantity.ts'
import type { TaskRecord } from './task-record.ts'

/** A reported number next to what the document asks. */
export interface ValueCheck {
  readonly value: ReportedValue
  readonly target: Target
  readonly isMet: boolean
}

/** Each reported number beside the target it speaks of; numbers that fit none are left out. */
export function checkValues(
  { targets }: Pick<Task, 'targets'>,
  values: readonly ReportedValue[],
): readonly ValueCheck[] {
  return values.flatMap(value => {
    const target = targetOf(targets, value)
    return target ? [{ value, target, isMet: meets(value, target) }] : []
  })
}

/** 7600 ≥ 7500万千瓦，达到指标 */
export function checkLine({ value, target, isMet }: ValueCheck): string {
  const asked = `${target.value}${target.valueMax === undefined ? '' : `-${target.valueMax}`}${target.unit}`
  const unit = value.unit === target.unit ? '' : value.unit
  return `${target.metric}：${value.value}${unit} ${signOf(value, target)} ${asked}，${isMet ? '达到指标' : '未达到指标'}`
}

/** Of the targets of its kind the one whose words the report shares most; the only one of its kind in any case. */
function targetOf(targets: readonly Target[], value: ReportedValue): Target | null {
  const alike = targets.filter(target => dimensionOf(target.unit) === dimensionOf(value.unit))
  const [only, ...others] = alike
  if (!only || others.length === 0) return only ?? null
  const scored = alike.map(target => ({ target, shared: sharedPairs(`${target.metric}${target.text}`, value.text) }))
  const best = Math.max(...scored.map(({ shared }) => shared))
  const [first, ...level] = scored.filter(({ shared }) => shared === best)
  return best > 0 && level.length === 0 ? (first?.target ?? null) : null
}

function sharedPairs(text: string, words: string): number {
  const pairs = Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2))
  return pairs.filter(pair => /^\p{Script=Han}{2}$/u.test(pair) && text.includes(pair)).length
}

const HOLDS: Readonly<Record<Comparator, (order: number) => boolean>> = {
  '>=': order => order >= 0,
  '<=': order => order <= 0,
  '=': order => order >= 0,
  // 左右 names no bound, so at least the number itself is asked.
  '~': order => order >= 0,
}

function meets(value: ReportedValue, target: Target): boolean {
  const order = compareQuantities(value, target)
  return order !== null && HOLDS[target.comparator](order)
}

const SIGNS: Readonly<Record<string, string>> = { '-1': '<', '0': '=', '1': '>' }

function signOf(value: ReportedValue, target: Target): string {
  const order = compareQuantities(value, target) ?? 0
  if (target.comparator === '>=' && order >= 0) return '≥'
  if (target.comparator === '<=' && order <= 0) return '≤'
  return SIGNS[String(order)] ?? '='
}

/** What is less than was reported before, in so many words. */
export function setbacks(
  task: Pick<Task, 'targets'>,
  { reports }: Pick<TaskRecord, 'reports'>,
  said: { readonly percent?: number | undefined; readonly values: readonly ReportedValue[] },
): readonly string[] {
  const before = reports.findLast(({ percent }) => percent !== undefined)
  const fell = said.percent !== undefined && before?.percent !== undefined && said.percent < before.percent
  const percents = fell ? [`比${dayOf(before.at)}报的${before.percent}%低`] : []
  return [...percents, ...said.values.flatMap(value => valueSetback(task, reports, value))]
}

function valueSetback(
  task: Pick<Task, 'targets'>,
  reports: TaskRecord['reports'],
  value: ReportedValue,
): readonly string[] {
  const target = targetOf(task.targets, value)
  const earlier = reports
    .flatMap(report => report.values.map(known => ({ known, at: report.at })))
    .findLast(({ known }) => isSameMeasure(task, { target, value, known }))
  if (!earlier || target?.comparator === '<=' || (compareQuantities(value, earlier.known) ?? 0) >= 0) return []
  return [`${value.value}${value.unit}比${dayOf(earlier.at)}报的${earlier.known.value}${earlier.known.unit}低`]
}

interface Compared {
  readonly target: Target | null
  readonly value: ReportedValue
  readonly known: ReportedValue
}

/** Two numbers on one target; without a target, of one kind in like words. */
function isSameMeasure(task: Pick<Task, 'targets'>, { target, value, known }: Compared): boolean {
  if (target) return targetOf(task.targets, known) === target
  return dimensionOf(value.unit) === dimensionOf(known.unit) && sharedPairs(known.text, value.text) > 0
}

/** Every instant is kept in Shanghai's day: 6月1日. */
const dayOf = (at: string): string => {
  const [, month = '', day = ''] = at.slice(0, 10).split('-')
  return `${Number(month)}月${Number(day)}日`
}
