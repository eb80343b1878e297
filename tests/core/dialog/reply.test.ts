import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Reply, replyText } from '../../../src/core/dialog/reply.ts'
import { Questions } from '../../golden/judge.ts'
import { converse } from './seed-ledger.ts'

const questions = Questions.parse(
  JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
)

const empty: Reply = {
  summary: '共0项',
  notes: [],
  items: [],
  page: null,
  choices: [],
  suggestions: [],
  hint: null,
  again: { turns: [], today: '' },
}
const item = { number: 1, title: '发展核电', lines: ['甲号·三·第28项'], taskId: '甲号#28' }

describe('a reply as plain text', () => {
  it.each<[string, Partial<Reply>, readonly string[]]>([
    ['the summary, then what is to be noted', { notes: ['（按“省教育厅”理解）'] }, ['共0项', '（按“省教育厅”理解）']],
    ['numbered items with their lines set in', { items: [item] }, ['共0项', '1. 发展核电', '   甲号·三·第28项']],
    ['items without a number flush', { items: [{ ...item, number: null }] }, ['共0项', '发展核电', '甲号·三·第28项']],
    [
      'choices by number',
      {
        choices: [
          { label: '省', say: '省里' },
          { label: '市', say: '市里' },
        ],
      },
      ['共0项', '1. 省', '2. 市'],
    ],
    ['suggestions marked as such', { suggestions: ['核电'] }, ['共0项', '您是不是想问：', '· 核电']],
    [
      'what to say next, last of all',
      { hint: '下一页', suggestions: ['核电'] },
      ['共0项', '您是不是想问：', '· 核电', '下一页'],
    ],
  ])('has %s', (_, parts, lines) => {
    expect(replyText({ ...empty, ...parts }).split('\n')).toEqual(lines)
  })
})

/** Half-width columns: a Han character takes two. A phone in portrait shows about forty. */
const columns = (line: string): number =>
  [...line].reduce((sum, char) => sum + (/[\u0020-\u007e]/u.test(char) ? 1 : 2), 0)

/** Lines that may be as long as the document’s own words, or the person’s. */
const QUOTING =
  /内容：|指标：|时限：|牵头：|参与：|责任单位（|约定：|原文：|提到“|发文机关：|理解）|按文件所写|文件没有|您是不是想问/u

describe('a reply on a phone', () => {
  const replies = questions.flatMap(({ q, turns = [q], asOf }) => converse(turns, asOf).slice(-1))

  it('has at most ten tasks, or fifty lines of counts', () => {
    for (const { reply, answer } of replies) {
      expect(reply.items.length).toBeLessThanOrEqual(answer.lines.length > 0 ? 50 : 10)
    }
  })

  it('says where a task stands within one line of the phone, what else it says after ｜', () => {
    const lists = replies.filter(({ answer }) => answer.view === 'list' && answer.lines.length === 0)
    const places = lists.flatMap(({ reply }) => reply.items.map(({ lines }) => lines[0]?.split('｜')[0] ?? ''))
    expect(places.length).toBeGreaterThan(500)
    expect(places.filter(place => columns(place) > 40)).toEqual([])
    expect(places.filter(place => !/·/u.test(place))).toEqual([])
  })

  it('has at most three lines a task in a list, its title among them', () => {
    const lists = replies.filter(({ answer }) => answer.view === 'list' && answer.tasks.length > 1)
    for (const { reply, answer } of lists.filter(({ answer }) => answer.lines.length === 0)) {
      expect([answer.summary, Math.max(...reply.items.map(({ lines }) => lines.length), 0) <= 2]).toEqual([
        answer.summary,
        true,
      ])
    }
  })

  it('has no long line of its own words', () => {
    const own = replies.flatMap(({ reply, answer }) =>
      answer.view === 'original' ? [] : [reply.summary, ...reply.notes],
    )
    expect(own.filter(line => columns(line) > 120 && !QUOTING.test(line))).toEqual([])
  })

  it('has no empty line and no space at the end of one', () => {
    for (const { reply } of replies) {
      const lines = replyText(reply).split('\n')
      expect(lines.filter(line => line.trim() === '' || line !== line.trimEnd())).toEqual([])
    }
  })
})

describe('what can be done', () => {
  const text = (...actions: NonNullable<Reply['actions']>) => replyText({ ...empty, hint: '10分钟内有效。', actions })

  it('is the last line, as what to reply', () => {
    const actions = [
      { label: '确认', say: '确认' },
      { label: '取消', say: '取消刚才的' },
    ]
    expect(text(...actions)).toBe('共0项\n10分钟内有效。\n可以回复：“确认”“取消刚才的”')
  })

  it('is the label where there is more to say than anybody types', () => {
    expect(text({ label: '报进展', say: '长'.repeat(21) })).toContain('可以回复：“报进展”')
    expect(text({ label: '报进展', say: '长'.repeat(20) })).toContain(`“${'长'.repeat(20)}”`)
  })

  it('is not mentioned where there is nothing', () => {
    expect(text()).toBe('共0项\n10分钟内有效。')
  })
})
