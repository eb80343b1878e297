import { describe, expect, it } from 'vitest'
import {
  createMisspellings,
  rightKind,
  soundsLikeKind,
  undoubled,
  unswapped,
} from '../../../src/core/units/misspelling.ts'

const { namesOf, lackingOf, shortFormsOf } = createMisspellings([
  '水利厅',
  '司法厅',
  '科技局',
  '生态环境厅',
  '卫生健康委',
  '民政厅',
  '工商联',
])

describe('a name with one wrong character', () => {
  it.each([
    ['水力厅', false, ['水利厅']],
    ['水刹厅', false, ['水利厅']],
    ['水务厅', true, []],
    ['生态坏境厅', false, ['生态环境厅']],
    ['生态大境厅', true, ['生态环境厅']],
    ['生态大境厅', false, []],
    ['生大大境厅', true, []],
    ['科计厅', true, []],
    ['名政厅', true, ['民政厅']],
    ['生态环境听', true, ['生态环境厅']],
    ['生态环境局', true, []],
    ['工商局', true, []],
    ['工商连', true, ['工商联']],
    ['水利厅', true, []],
  ])('%s', (typed, forgivesAny, expected) => expect(namesOf(typed, forgivesAny)).toEqual(expected))

  it.each([
    ['态环境厅', ['生态环境厅']],
    ['生态境厅', ['生态环境厅']],
    ['生态环境', []],
    ['利厅', []],
    ['环境厅', []],
  ])('and one left out: %s', (typed, expected) => expect(lackingOf(typed)).toEqual(expected))

  it.each([
    ['卫建委', ['卫生健康委']],
    ['为健委', ['卫生健康委']],
    ['卫大委', []],
    ['卫建局', []],
  ])('as a short form: %s', (typed, expected) => expect(shortFormsOf(typed)).toEqual(expected))
})

describe('the end of a name', () => {
  it.each([
    ['教育听', true],
    ['教育不', false],
    ['大数据', false],
    ['教育', false],
    ['公安居', true],
    ['保障安居', false],
    ['妇连', true],
    ['尚未', false],
  ])('%s sounds like a kind: %s', (text, expected) => expect(soundsLikeKind(text, text.length)).toBe(expected))

  it('is part of a word that follows', () => {
    expect(soundsLikeKind('教育具有', 3)).toBe(false)
  })

  it('is put right', () => {
    expect(rightKind('教育听')).toBe('教育厅')
    expect(rightKind('教育厅')).toBe('教育厅')
  })
})

describe('unswapped', () => {
  it('puts each pair of neighbours back', () => expect(unswapped('育教厅')).toEqual(['教育厅', '育厅教']))
  it('leaves equal neighbours alone', () => expect(unswapped('河河')).toEqual([]))
})

describe('undoubled', () => {
  it('takes one of two equal neighbours away', () => expect(undoubled('教育育厅')).toEqual(['教育厅']))
  it('finds nothing where none are equal', () => expect(undoubled('教育厅')).toEqual([]))
})
