import { describe, expect, it } from 'vitest'
import { coreOf, isWeak, withoutMeasure } from '../../../src/core/search/weak-words.ts'

describe('the words that say what a task is about', () => {
  it.each([
    ['核电建设', '核电'],
    ['推进核电建设', '核电'],
    ['加快推进核电项目建设', '核电'],
    ['紧密型医共体建设', '紧密型医共体'],
    ['核电', '核电'],
    ['建设', '建设'],
    ['推进建设', '推进'],
    ['工作', '工作'],
    ['', ''],
  ])('of %s: %s', (phrase, core) => {
    expect(coreOf(phrase)).toBe(core)
  })

  it.each([
    ['推进', true],
    ['建设', true],
    ['重点项目', true],
    ['核电', false],
    ['崂山实验室', false],
  ])('%s is weak: %s', (word, weak) => {
    expect(isWeak(word)).toBe(weak)
  })

  it.each([
    ['绿色建筑面积', '绿色建筑'],
    ['能繁母猪保有量', '能繁母猪'],
    ['海水淡化规模', '海水淡化'],
    ['面积', '面积'],
    ['核电', '核电'],
  ])('%s without its measure: %s', (phrase, rest) => {
    expect(withoutMeasure(phrase)).toBe(rest)
  })
})
