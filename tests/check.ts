import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** `npm test`: every check a change must pass. One that fails does not keep the next from running. */

const reports = mkdtempSync(join(tmpdir(), 'duban-test-'))
const REPORT = join(reports, 'vitest.json')

/** Started through Node, not through the shims of `.bin`: the same on every system. */
const STATIC_CHECKS = {
  types: ['typescript/bin/tsc', '-p', '.'],
  'types of core': ['typescript/bin/tsc', '-p', 'src/core'],
  biome: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  'dead code': ['knip/bin/knip.js'],
  'code that only tests use': ['knip/bin/knip.js', '--production', '--include=files,dependencies'],
} as const

const VITEST = [
  'vitest/vitest.mjs',
  'run',
  '--no-isolate',
  '--testTimeout=60000',
  // Tests of whole processes wait more than they work.
  '--maxWorkers=3',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
] as const

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Runs one check and says how it went; what it printed is shown only when it failed. */
async function passes(name: string, [script = '', ...args]: readonly string[]): Promise<boolean> {
  const started = performance.now()
  const { code, output } = await run([join('node_modules', script), ...args])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    const collect = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}

/** Counts from Vitest's report. A run that failed without a failed test (an import, an unhandled error) counts as one. */
function countTests(succeeded: boolean): Counts {
  const report = readReport()
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  return {
    passed: report.numPassedTests,
    failed: succeeded ? failed : Math.max(1, failed),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function readReport(): z.infer<typeof Report> | null {
  try {
    return Report.parse(JSON.parse(readFileSync(REPORT, 'utf8')))
  } catch (error) {
    console.log('vitest left no report:', error)
    return null
  }
}

async function main(): Promise<void> {
  let failedChecks = 0
  for (const [name, command] of Object.entries(STATIC_CHECKS)) {
    if (!(await passes(name, command))) failedChecks += 1
  }
  const tests = countTests(await passes('vitest', VITEST))
  const failed = tests.failed + failedChecks
  const skipped = tests.skipped === 0 ? '' : `, ${tests.skipped} skipped`
  console.log(`${tests.passed} passed, ${failed} failed${skipped}`)
  process.exitCode = failed === 0 ? 0 : 1
}

try {
  await main()
} finally {
  rmSync(reports, { recursive: true, force: true })
}
