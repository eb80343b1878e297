import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What belongs at the top; beside it only what tools need: dotfiles, and what `.gitignore` keeps out. */
const TOP_LEVEL = new Set([
  'README.md',
  'adapters',
  'docs',
  'package-lock.json',
  'package.json',
  'seeds',
  'src',
  'tests',
  'tsconfig.json',
  'wrangler.toml',
])
const IGNORED = new Set(['data', 'node_modules'])

const ENTRIES = new Set(['cli.ts', 'node.ts', 'worker.ts'])
const LAYERS = new Set(['app', 'core', 'server'])

const strays = (names: readonly string[], known: ReadonlySet<string>): string[] =>
  names.filter(name => !(known.has(name) || name.startsWith('.')))

describe('the layout', () => {
  it('has nothing at the top but what belongs there', () => {
    expect(strays(readdirSync('.'), TOP_LEVEL.union(IGNORED))).toEqual([])
  })

  it('has the entries and the layers in src, nothing else', () => {
    expect(strays(readdirSync('src'), ENTRIES.union(LAYERS))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('lets npx start the command: it names node and may be executed', () => {
    expect(readFileSync('src/cli.ts', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync('src/cli.ts').mode & 0o111).toBe(0o111)
  })

  it('sees a stray file', () => {
    expect(strays(['README.md', '.env', 'utils.ts'], TOP_LEVEL)).toEqual(['utils.ts'])
  })
})
