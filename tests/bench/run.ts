import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { benchColdStart } from './cold-start.ts'
import { benchDue } from './due.ts'
import { Measurement, type Part } from './ledger-size.ts'
import { benchParsing } from './parsing.ts'
import { benchReports } from './reports.ts'
import { formatTable, type Row } from './table.ts'
import { benchWebhook } from './webhook.ts'
import { benchWorkers } from './workers.ts'

/** `npm run bench`: every figure beside its reference, measured in the same run, and the bound it has to keep. */

/** Sizes of ledger; 0 stands for the seed documents themselves. `npm run bench -- 0 10000` measures fewer. */
const SIZES = [0, 10_000, 100_000]

interface Bounds {
  readonly answer: string
  readonly build?: string
  readonly memory?: string
}

const SMALL: Bounds = { answer: 'p95 <= 1 ms' }
const LARGE: Bounds = { answer: 'p50 <= 1 ms, p95 <= 5 ms', build: '<= 5 s', memory: '<= 320 MB' }

const CHILD = fileURLToPath(new URL('ledger-size.ts', import.meta.url))

function measureApart(part: Part, size: number): Measurement {
  const args = ['--expose-gc', '--max-old-space-size=8192', CHILD, part, String(size)]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${part} at ${size} failed: ${stderr}`)
  return Measurement.parse(JSON.parse(stdout))
}

const latency = ({ p50, p95 }: Measurement): string => `p50 ${p50.toFixed(3)}, p95 ${p95.toFixed(3)} ms`
const seconds = ({ buildSeconds }: Measurement): string => `${buildSeconds.toFixed(2)} s`
const megabytes = ({ rssMegabytes, arrayMegabytes }: Measurement): string =>
  `${rssMegabytes.toFixed(0)} MB (arrays ${arrayMegabytes.toFixed(0)})`

function benchSize(size: number): readonly Row[] {
  const assistant = measureApart('assistant', size)
  const index = measureApart('index', size)
  const mini = measureApart('minisearch', size)
  const fuse = measureApart('fuse', size)
  const { answer, ...bounds } = size === 0 ? SMALL : LARGE
  const build = bounds.build === undefined ? {} : { bound: bounds.build }
  const memory = bounds.memory === undefined ? {} : { bound: bounds.memory }
  const at = `${assistant.tasks} tasks:`
  return [
    {
      what: `${at} question to answer`,
      figure: latency(assistant),
      reference: `MiniSearch: ${latency(mini)}`,
      bound: answer,
    },
    { what: `${at} index alone`, figure: latency(index), reference: `Fuse.js: ${latency(fuse)}` },
    {
      what: `${at} build of the ledger`,
      figure: seconds(assistant),
      reference: `MiniSearch: ${seconds(mini)}`,
      ...build,
    },
    { what: `${at} build of the index`, figure: seconds(index), reference: `Fuse.js: ${seconds(fuse)}` },
    {
      what: `${at} memory of the ledger`,
      figure: megabytes(assistant),
      reference: `MiniSearch: ${megabytes(mini)}`,
      ...memory,
    },
    { what: `${at} memory of the index`, figure: megabytes(index), reference: `Fuse.js: ${megabytes(fuse)}` },
  ]
}

const asked = process.argv.slice(2).map(Number)
const rows = [
  ...benchParsing(),
  ...benchColdStart(),
  ...(await benchWebhook()),
  ...(await benchReports()),
  ...(await benchWorkers()),
  ...benchDue(),
  ...(asked.length > 0 ? asked : SIZES).flatMap(benchSize),
]
console.log(formatTable(rows))
const broken = rows.filter(({ isKept = true }) => !isKept)
for (const { what, figure, bound } of broken) console.error(`above its bound of ${bound}: ${what}: ${figure}`)
if (broken.length > 0) process.exitCode = 1
