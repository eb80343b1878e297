import type { FaultRun } from './faults-reports.ts'
import { ONCE, type Tally, type Verdict } from './faults-year-judge.ts'
import type { Row } from './table.ts'

const NONE = { bound: '0' }
const STEPS = ['append', 'attempt', 'send', 'settle', 'giveBack']
/** So many findings are shown in full. */
const SHOWN = 10

/** The figures of a stretch of time, and how much of it must not be. */
export function rowsOfYear(name: string, { evidence, notices, occurrences, gone, faults }: Verdict): FaultRun {
  const { counts, chronicle, platform, stretch } = evidence
  const { refused, lost, acceptedUnsaid, slow, doublesDropped } = platform.faults
  const killed = STEPS.map(
    step => `${chronicle.killedAt.get(`before ${step}`) ?? 0} + ${chronicle.killedAt.get(`after ${step}`) ?? 0}`,
  )
  const about = (finding: string) => String(faults.filter(fault => fault.startsWith(finding)).length)
  const rows: readonly Row[] = [
    {
      what: `${name}, seed ${stretch.seed}, two processes: ticks, entries of people`,
      figure: `${counts.ticks}, ${counts.acts}`,
    },
    { what: `${name}: restarts, of them killed in a step`, figure: `${counts.restarts}, ${chronicle.kills}` },
    { what: `${name}: killed before + after ${STEPS.join(', ')}`, figure: killed.join(', ') },
    {
      what: `${name}: calls refused, lost, accepted without an answer, answered late, doubles dropped by the platform`,
      figure: [refused, lost, acceptedUnsaid, slow, doublesDropped].join(', '),
    },
    { what: `${name}: messages that arrived`, figure: String(platform.arrivals.length) },
    ...tallied(`${name}: notices`, notices),
    ...tallied(`${name}: times of subscriptions`, occurrences),
    ...tallied(`${name}: office told of recipients gone`, gone),
    { what: `${name}: delivered twice`, figure: about('delivered twice'), ...NONE },
    { what: `${name}: two unasked for on one day`, figure: about('two unasked'), ...NONE },
    { what: `${name}: outside working time`, figure: about('outside hours'), ...NONE },
    { what: `${name}: findings of any kind`, figure: String(faults.length), ...NONE },
    ...faults.slice(0, SHOWN).map(fault => ({ what: `${name}: ${fault}`, figure: '!' })),
  ]
  return { rows, failures: faults.length }
}

/** What must be first, what must not be at the end even where there is none of it. */
function tallied(what: string, tally: Tally): readonly Row[] {
  const others = [...tally].filter(([end]) => ![ONCE, 'MISSED', 'ARRIVED TWICE'].includes(end)).sort()
  return [
    { what: `${what} ${ONCE}`, figure: String(tally.get(ONCE) ?? 0) },
    ...others.map(([end, times]) => ({ what: `${what} ${end}`, figure: String(times) })),
    {
      what: `${what} arrived twice, missed`,
      figure: `${tally.get('ARRIVED TWICE') ?? 0}, ${tally.get('MISSED') ?? 0}`,
      bound: '0, 0',
    },
  ]
}
