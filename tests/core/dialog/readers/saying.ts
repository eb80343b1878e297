import { type Reader, readAll, TAKEN } from '../../../../src/core/dialog/reading.ts'
import { emptySlots, type Slots, type UnitTerm } from '../../../../src/core/dialog/slots.ts'
import { foldQuestion } from '../../../../src/core/dialog/utterance.ts'
import { ledger, TODAY } from '../seed-ledger.ts'

/** What readers make of a phrase: the slots that they fill, and the words that they leave to others. */
export function saying(readers: Reader | readonly Reader[], phrase: string, today = TODAY) {
  const { slots, rest } = readAll(foldQuestion(phrase), [readers].flat(), { ledger, today })
  return { says: filled(slots), rest: rest.replaceAll(TAKEN, '') }
}

/** The slots that say something. */
export function filled(slots: Slots): Partial<Slots> {
  const empty = new Map(Object.entries(emptySlots).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.fromEntries(Object.entries(slots).filter(([name, value]) => JSON.stringify(value) !== empty.get(name)))
}

/** 发改委≈省发展改革委/市发展改革委 lead: the words, how sure, what they can mean, and the role said of the unit itself. */
export function unitsShown({ units = [] }: Partial<Slots>): string {
  return units.map(unitShown).join('; ')
}

const SURE = { exact: '=', short: '≈', fuzzy: '~' } as const

function unitShown({ text, certainty, candidates, role, except }: UnitTerm): string {
  const names = candidates.map(({ name }) => name).join('/') || '∅'
  return [`${text}${SURE[certainty]}${names}`, except ? 'not' : '', role ?? ''].filter(part => part !== '').join(' ')
}
