import { describe, expect, it } from 'vitest'
import { impurities } from './rules.ts'
import { sourcesIn } from './source.ts'

describe('core is pure', () => {
  it.each(sourcesIn('src/core'))('$path', ({ text }) => {
    expect(impurities(text)).toEqual([])
  })
})

describe('the purity rule', () => {
  it.each([
    ['const now = Date.now()', 'the clock'],
    ['const now = new Date()', 'the clock'],
    ['const now = new Date( )', 'the clock'],
    ['const now = new Date', 'the clock'],
    ['const now = Date()', 'the clock'],
    ['const text = `at $' + '{Date.now()}`', 'the clock'],
    ['const pattern = /[/*]/; const now = Date.now() // */', 'the clock'],
    ['const id = Math.random()', 'chance'],
    ['const id = crypto.randomUUID()', 'chance'],
    ['setTimeout(retry, 10)', 'timers'],
    ["await fetch('https://example.org')", 'the network'],
    ["const home = process.env['HOME']", 'the runtime'],
    ['console.log(task)', 'the runtime'],
    ['const here = import.meta.url', 'the runtime'],
    ["const fs = require('fs')", 'the runtime'],
    ['names.sort((a, b) => a.localeCompare(b))', "the machine's language"],
    ['value.toLocaleString()', "the machine's language"],
    ['eval(rule)', 'code made at run time'],
  ])('forbids %s', (text, kind) => {
    expect(impurities(text)).toEqual([kind])
  })

  it.each([
    'const day = new Date(Date.UTC(2023, 0, 12))',
    'const day = new Date(`$' + '{iso}T00:00:00Z`)',
    'const issuedOn: Date = parse(text)',
    '/** Not Date.now(): `today` is an argument. */',
    "const help = 'fetch(url)'",
    'const rule = /process\\.env/',
    'const { process } = progress; progress.process.steps; refetch(list)',
  ])('allows %s', text => {
    expect(impurities(text)).toEqual([])
  })
})
