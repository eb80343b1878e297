import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { answerTo } from './core/dialog/seed-ledger.ts'

const readme = await readFile('README.md', 'utf8')

it('the README shows a question and its answer, as given, within its first twenty lines', () => {
  const shown = readme.split('\n').slice(0, 20)
  const question = shown.find(line => line.startsWith('问> '))?.slice('问> '.length) ?? ''
  const asked = shown.findIndex(line => line.startsWith('问> '))
  const answer = shown.slice(asked + 1, shown.indexOf('…'))
  expect(answer.length).toBeGreaterThan(4)
  expect(answerTo(question, '2026-11-22').text.split('\n').slice(0, answer.length)).toEqual(answer)
})
