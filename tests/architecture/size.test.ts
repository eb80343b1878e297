import { describe, expect, it } from 'vitest'
import { codeLines } from './rules.ts'
import { sourcesIn } from './source.ts'

const MAX_CODE_LINES = 250

/** Long because they are tables, not code. */
const DATA_TABLES: readonly string[] = []

describe('files stay small', () => {
  const sources = [...sourcesIn('src'), ...sourcesIn('adapters')].filter(({ path }) => !DATA_TABLES.includes(path))

  it.each(sources)('$path', ({ text }) => {
    expect(codeLines(text)).toBeLessThanOrEqual(MAX_CODE_LINES)
  })
})

describe('the size rule', () => {
  it('counts code, neither blank lines nor comments', () => {
    expect(codeLines('/**\n * Why.\n */\n\nconst a = 1 // one\n// two\nconst b = "// three"\n')).toBe(2)
  })

  it('sees a file that is too long', () => {
    expect(codeLines('call()\n'.repeat(251))).toBeGreaterThan(MAX_CODE_LINES)
  })
})
