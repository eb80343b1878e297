import type { Comparator } from '../model.ts'
import { condense } from './condense.ts'
import { type QuantityMention, scanBareNumber, scanQuantities } from './quantity-mention.ts'
import { MEASURES, MULTIPLIER_SIZES } from './units-of-measure.ts'

/** What a unit measures; two quantities compare only within one dimension. A measure word (家, 个, 场) is a dimension of its own. */
interface Unit {
  readonly dimension: string
  /** The unit a value is converted to. */
  readonly base: string
  /** Size of one such unit in base units. */
  readonly factor: number
}

/** A number with its unit as printed: 2.8 万家. */
export interface Quantity {
  readonly value: number
  readonly unit: string
}

/** A quantity in the base unit of its dimension. */
export interface NormalQuantity extends Quantity {
  readonly dimension: string
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  MEASURES.flatMap(([dimension, base, factors]) =>
    Object.entries(factors).map(([unit, factor]): [string, Unit] => [unit.toLowerCase(), { dimension, base, factor }]),
  ),
)

/** A value in the base unit of its dimension: normaliseQuantity(76, 'GW') => { value: 76000000, unit: '千瓦', dimension: 'power' }. */
export function normaliseQuantity(value: number, unit: string): NormalQuantity {
  const plain = unit.replace(/\s/g, '').replace(/％/g, '%')
  const known = UNITS.get(plain.toLowerCase())
  if (known) return { value: round(value * known.factor), unit: known.base, dimension: known.dimension }
  const multiplier = Object.keys(MULTIPLIER_SIZES).find(word => plain.startsWith(word))
  if (!multiplier) return { value, unit: plain, dimension: plain }
  return normaliseQuantity(round(value * (MULTIPLIER_SIZES[multiplier] ?? 1)), plain.slice(multiplier.length))
}

/** What a unit measures: dimensionOf('万千瓦') => 'power'; dimensionOf('万家') => '家'. */
export function dimensionOf(unit: string): string {
  return normaliseQuantity(1, unit).dimension
}

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`; null when they do not measure the same thing. */
export function compareQuantities(a: Quantity, b: Quantity): number | null {
  const [left, right] = [normaliseQuantity(a.value, a.unit), normaliseQuantity(b.value, b.unit)]
  return left.dimension === right.dimension ? Math.sign(left.value - right.value) : null
}

/** Cuts the noise of binary fractions: 0.07 × 100 is 7. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** A quantity somebody asks about or reports. */
export interface ComparedQuantity extends Quantity {
  readonly comparator: Comparator
  readonly valueMax?: number
}

/** The first quantity of a short text: readQuantity('超过1000家') => { comparator: '>=', value: 1000, unit: '家' }. */
export function readQuantity(text: string): ComparedQuantity | null {
  const { text: plain } = condense(text)
  const mention = scanQuantities(plain)[0] ?? scanBareNumber(plain)
  return mention ? comparedQuantity(mention) : null
}

function comparedQuantity({ comparator, value, valueMax, unit }: QuantityMention): ComparedQuantity {
  return { comparator, value, unit, ...(valueMax === undefined ? {} : { valueMax }) }
}
