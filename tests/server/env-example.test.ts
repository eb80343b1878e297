import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'
import { sourcesIn } from '../architecture/source.ts'

const EXAMPLE = readFileSync('.env.example', 'utf8')
const lines = EXAMPLE.split('\n').filter(line => /^\w+=/.test(line))
const variables = new Map(lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))

describe('.env.example', () => {
  it('lists every variable that the server reads, and no other', () => {
    const read = sourcesIn('src/server').flatMap(
      ({ text }) => text.match(/\b(?:PORT|DUBAN_[A-Z_]+|FEISHU_[A-Z_]+)\b/g) ?? [],
    )
    expect([...variables.keys()].sort()).toEqual([...new Set(read)].sort())
  })

  it('starts a server as it stands, like one with no settings at all', () => {
    expect(readConfig(Object.fromEntries(variables))).toEqual(readConfig({}))
  })

  it('says of each variable what it is for', () => {
    expect(EXAMPLE).not.toMatch(/^\n\w+=/m)
    expect(EXAMPLE.match(/^# .{10,}$/gm)?.length).toBeGreaterThanOrEqual(variables.size - 3)
  })
})
