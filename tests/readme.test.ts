import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readCommand } from '../src/core/progress/command.ts'
import { createProgress } from '../src/core/progress/progress.ts'
import { createRecords } from '../src/core/progress/records.ts'
import { terminalTalk } from './app/terminal-talk.ts'
import { answerTo, assistant, ledger, TODAY } from './core/dialog/seed-ledger.ts'
import { ENERGY } from './core/progress/entries.ts'

const readme = await readFile('README.md', 'utf8')
const manual = await readFile('docs/使用手册.md', 'utf8')

it('the README shows a question and its answer, as given, within its first twenty lines', () => {
  const shown = readme.split('\n').slice(0, 20)
  const question = shown.find(line => line.startsWith('问> '))?.slice('问> '.length) ?? ''
  const asked = shown.findIndex(line => line.startsWith('问> '))
  const answer = shown.slice(asked + 1, shown.indexOf('…'))
  expect(answer.length).toBeGreaterThan(4)
  expect(answerTo(question, '2026-11-22').text.split('\n').slice(0, answer.length)).toEqual(answer)
})

interface Exchange {
  readonly said: string
  readonly answer: string
}

/** What is said and answered in the block of a page that begins with what somebody says; … stands for the rest of an answer. */
function exchangesIn(page: string, prompt: string): readonly Exchange[] {
  const blocks = [...page.matchAll(/^```\w*\n(?<block>.*?)^```$/gmsu)].map(({ groups }) => groups?.['block'] ?? '')
  const block = blocks.find(text => text.startsWith(prompt)) ?? ''
  return block.split(prompt).flatMap(part => {
    const [said = '', ...lines] = part.trimEnd().split('\n')
    return said === '' ? [] : [{ said, answer: lines.join('\n') }]
  })
}

describe.each([
  ['README', exchangesIn(readme, '问> '), [] as const],
  ['manual', exchangesIn(manual, '您：'), ['绑定 省能源局'] as const],
])('the report that the %s shows', (_, exchanges, before) => {
  it('is answered as given', async () => {
    const say = terminalTalk()
    for (const said of before) await say(said)
    expect(exchanges.length).toBeGreaterThan(1)
    for (const { said, answer } of exchanges) {
      const shown = answer.replace(/\n…$/u, '')
      const given = await say(said)
      expect(shown === answer ? given : given.slice(0, shown.length)).toBe(shown)
    }
  })
})

const [, asking = '', reporting = ''] = manual.split(/^## (?:一、怎么问|二、怎么报)$/mu)

/** Examples of questions: the second cell of a table. */
const questions = [...asking.matchAll(/^\|[^|]*\|(?<cell>[^|]*)\|$/gmu)]
  .slice(2)
  .flatMap(({ groups }) => (groups?.['cell'] ?? '').split('·'))
  .map(question => question.trim())

const sayings = [...reporting.matchAll(/`(?<said>[^`\n]+)`/gu)].map(({ groups }) => groups?.['said'] ?? '')

const energy = { units: [ENERGY], roles: new Set(['liaison'] as const) }
const hasTopic = (words: string) => ledger.index.containing(words, 1).length > 0

/** What an example is taken for: a command, or a question with an answer that says more than “not understood”. */
function understood(said: string): string {
  const command = readCommand(said, { isAsked: false, hasTopic })
  if (command) return command.kind
  const progress = createProgress(ledger, createRecords(), TODAY)
  const { answer, reply } = assistant.ask(said, { today: TODAY, progress, speaker: energy })
  return answer.kind === 'help' || reply.summary.includes('文件里没有提到') ? 'nothing' : 'question'
}

describe('the manual’s examples', () => {
  it.each(questions)('%s is a question', question => {
    expect(understood(question)).toBe('question')
  })

  it.each(sayings)('%s is understood', said => {
    expect(understood(said)).not.toBe('nothing')
  })

  it('are many, and what is none is seen', () => {
    expect([questions.length > 30, sayings.length > 30]).toEqual([true, true])
    expect([understood('脑机接口'), understood('随便说说')]).toEqual(['nothing', 'nothing'])
  })
})
