import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { soundAlike, syllablesOf } from '../../../src/core/text/pinyin.ts'
import { PINYIN } from '../../../src/core/text/pinyin-table.ts'

describe('syllablesOf', () => {
  it.each([
    ['厅', ['ting']],
    ['绿', ['lv', 'lu']],
    ['略', ['lve']],
    ['A', []],
    ['', []],
    ['、', []],
  ])('%s', (character, expected) => expect(syllablesOf(character)).toEqual(expected))

  it('puts the usual reading first', () => {
    expect(syllablesOf('重')[0]).toBe('zhong')
    expect(syllablesOf('重')).toContain('chong')
  })

  it('agrees with pinyin-pro', () => {
    const characters = [...PINYIN.replace(/[a-z+ ]/g, '')].filter((_, i) => i % 7 === 0)
    expect(characters.length).toBeGreaterThan(900)
    for (const character of characters) {
      const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
      expect(new Set(syllablesOf(character))).toEqual(new Set(readings.filter(reading => /^[a-z]+$/.test(reading))))
      expect(syllablesOf(character)[0]).toBe(readings.find(reading => /^[a-z]+$/.test(reading)))
    }
  })
})

describe('soundAlike', () => {
  it.each([
    ['厅', '听', true],
    ['计', '技', true],
    ['利', '力', true],
    ['重', '虫', true],
    ['厅', '局', false],
    ['省', '市', false],
    ['厅', 'A', false],
    ['A', 'A', false],
  ])('%s and %s: %s', (one, other, expected) => expect(soundAlike(one, other)).toBe(expected))
})
