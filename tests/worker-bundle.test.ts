import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker, type WorkerBundle } from './bench/worker-bundle.ts'

/** What Workers refuses, or has no use for. That nothing is timed in global scope shows in every start of workerd. */
const UNWANTED: Readonly<Record<string, RegExp>> = {
  eval: /(?<![\w.$])eval\s*\(/,
  'new Function': /\bnew Function\b/,
  'a dictionary': /nodejieba/,
  'the SDK of Feishu': /axios/,
  'a file system': /["'](?:node:)?fs["'/]/,
}

describe('the bundle for Workers', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bundle-'))
  let bundle: WorkerBundle
  beforeAll(() => {
    bundle = bundleWorker(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('has at most 1 MiB, compressed', () => {
    expect(bundle.gzipKibibytes).toBeGreaterThan(100)
    expect(bundle.gzipKibibytes).toBeLessThanOrEqual(1024)
  })

  it.each(Object.keys(UNWANTED))('does without %s', what => {
    expect(UNWANTED[what]?.test(bundle.program)).toBe(false)
  })

  it('brings the documents', () => {
    expect(bundle.program.includes('cloudflare:workers')).toBe(true)
    expect(bundle.texts).toHaveLength(1)
  })
})
