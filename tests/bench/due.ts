import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DueFigures } from './due-run.ts'
import type { Row } from './table.ts'

const TASKS = 100_000
const SUBSCRIPTIONS = 1000
const CHILD = fileURLToPath(new URL('due-run.ts', import.meta.url))

/** Deciding what is due, beside a pass over the same deadlines that only compares days. */
export function benchDue(): readonly Row[] {
  const args = ['--expose-gc', '--max-old-space-size=8192', CHILD, String(TASKS), String(SUBSCRIPTIONS)]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`deciding what is due failed: ${stderr}`)
  const figures = DueFigures.parse(JSON.parse(stdout))
  const at = `${figures.tasks} tasks, ${figures.recipients} people, ${figures.subscriptions} subscriptions:`
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
  return [
    {
      what: `${at} the day's notices (${figures.letters} messages), first and again`,
      figure: `${ms(figures.firstMs)}, ${ms(figures.againMs)}`,
      reference: `plain scan of the deadlines: ${ms(figures.scanMs)}`,
      bound: '<= 5 s',
      isKept: Math.max(figures.firstMs, figures.againMs) <= 5000,
    },
    { what: `${at} memory kept after it`, figure: `${figures.rssMegabytes.toFixed(0)} MB` },
    {
      what: `${at} every subscription speaks at once (${figures.fired} messages)`,
      figure: ms(figures.mondayMs),
      bound: '<= 15 s',
      isKept: figures.mondayMs <= 15_000,
    },
    {
      what: `${at} a tick at which nothing is due`,
      figure: ms(figures.idleMs),
      bound: '<= 50 ms',
      isKept: figures.idleMs <= 50,
    },
  ]
}
