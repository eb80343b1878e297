import type { Ledger } from '../search/ledger.ts'
import { ownUnits } from './readers/own.ts'
import type { Asker } from './reading.ts'
import type { Slots, StandingTerm } from './slots.ts'

interface Context {
  /** It leans on the last question. */
  readonly isFollowing: boolean
  readonly speaker: Asker | null
}

/** What a question about progress leaves open: whose reports are owed, and in which role. */
export function settled(ledger: Ledger, slots: Slots, { isFollowing, speaker }: Context): Slots {
  const counted = byUnits(slots)
  const own =
    !isFollowing && speaker && asksOwnReports(counted, speaker) ? { ...counted, ...ownUnits(ledger, speaker) } : counted
  return withOwedRole(own)
}

/** 谁没报进展: units are asked for, not the tasks with their units. */
function byUnits(slots: Slots): Slots {
  const pointed = slots.ordinals.length > 0 || slots.taskIds.length > 0
  return slots.ask === 'who' && slots.standing.length > 0 && !pointed
    ? { ...slots, ask: 'group', grouping: 'unit' }
    : slots
}

/** 哪些还没报 of a liaison asks what they still have to report themselves; the office asks of all. */
function asksOwnReports(slots: Slots, { units, roles }: Asker): boolean {
  const { ordinals, taskIds, topic, documents, places, grouping } = slots
  const named = [slots.units, ordinals, taskIds, topic, documents, places].some(list => list.length > 0)
  return (
    asksUnreported(slots) && !named && grouping === null && units.length > 0 && !roles.has('office') && !slots.ofAll
  )
}

/** Whether tasks are asked for that nobody has reported on. */
const asksUnreported = ({ standing }: Slots): boolean => standing.some(isLack)

const isLack = (term: StandingTerm): boolean =>
  term.kind === 'updated' ? term.except && term.reports : !term.except && term.any.includes('unreported')

/**
 * Reports are owed by who leads or is responsible: 省科技厅没报进展的, 省科技厅完成情况 and 哪些单位逾期 leave out what
 * a unit only supports, unless another role is said.
 */
function withOwedRole(slots: Slots): Slots {
  const { role, units, ask, grouping } = slots
  const isOpen = role === null && units.every(unit => unit.role === null && !unit.except)
  const counted = grouping === 'unit' && (slots.standing.length > 0 || ask === 'progress')
  const owed = units.length > 0 && (asksUnreported(slots) || (ask === 'progress' && !isPointed(slots)))
  return isOpen && (counted || owed) ? { ...slots, role: 'charge' } : slots
}

const isPointed = ({ ordinals, taskIds, topic }: Slots): boolean => ordinals.length + taskIds.length + topic.length > 0
