import { type FaultRun, killInBursts } from './faults-reports.ts'
import { liveThroughAll } from './faults-year.ts'
import { formatTable } from './table.ts'

/** `npm run bench:faults`: what is broken on purpose, how often, and what was lost by it. Fails where anything was. */
const RUNS: readonly (() => Promise<FaultRun>)[] = [killInBursts, liveThroughAll]

const done: FaultRun[] = []
for (const run of RUNS) done.push(await run())
console.log(formatTable(done.flatMap(({ rows }) => rows)))
process.exitCode = done.some(({ failures }) => failures > 0) ? 1 : 0
