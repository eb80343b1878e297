import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { percentile, time } from './measure.ts'
import type { Row } from './table.ts'

const RUNS = 7
const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

function runNode(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
}

function minAndMedian(args: readonly string[]): string {
  const times = Array.from({ length: RUNS }, () => time(() => runNode(args)))
  return `min ${percentile(times, 0).toFixed(0)} ms, median ${percentile(times, 0.5).toFixed(0)} ms`
}

export function benchColdStart(): readonly Row[] {
  return [
    {
      what: 'duban ask, cold process',
      figure: minAndMedian([CLI, 'ask', '省教育厅牵头哪些任务']),
      reference: `node -e 0: ${minAndMedian(['-e', '0'])}`,
      bound: '<= 500 ms',
    },
  ]
}
