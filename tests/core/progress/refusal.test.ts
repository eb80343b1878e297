import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/progress/entry.ts'
import { createRecords, type Records } from '../../../src/core/progress/records.ts'
import { refusalOf } from '../../../src/core/progress/refusal.ts'
import { ledger } from '../dialog/seed-ledger.ts'
import { ENERGY, entry, TASK } from './entries.ts'

const REFORM = '山东省/省发展和改革委员会'
const EDUCATION = '山东省/省教育厅'

/** 省能源局 leads the task, 省发展改革委 supports it, 省教育厅 has no part in it. */
const PEOPLE = ['lead', 'supporter', 'stranger', 'office', 'admin', 'revoked', 'rejected', 'asking', 'unbound'] as const
type Person = (typeof PEOPLE)[number]

const id = (person: Person) => `feishu:ou_${person}`
const bound = (person: Person, unit: string | null, parts: Parameters<typeof entry.binding>[0] = {}) =>
  entry.binding({ person: id(person), unit, ...parts })

const report = entry.report({ id: 'r1', by: id('lead'), declaresDone: true, problem: '资金未到位' })
const asked = entry.extension({ id: 'x1', by: id('lead') })

const EVERYBODY: readonly Entry[] = [
  bound('lead', ENERGY),
  bound('supporter', REFORM),
  bound('stranger', EDUCATION),
  bound('office', null, { role: 'office' }),
  bound('admin', null, { role: 'admin' }),
  bound('revoked', ENERGY),
  bound('revoked', ENERGY, { standing: 'revoked' }),
  bound('rejected', ENERGY, { standing: 'requested' }),
  bound('rejected', ENERGY, { standing: 'rejected' }),
  bound('asking', ENERGY, { standing: 'requested' }),
]

function recordsWith(...entries: readonly Entry[]): Records {
  const records = createRecords()
  records.add([...EVERYBODY, ...entries])
  return records
}

const refusal = (made: Entry, records: Records) => refusalOf(made, { ledger, records })
const unitOf = (person: Person) => ({ supporter: REFORM, stranger: EDUCATION })[person as string] ?? ENERGY

/** What is tried, on which records, and who may. */
const TRIED: readonly (readonly [
  what: string,
  who: readonly Person[],
  made: (person: Person) => Entry,
  records?: Records,
])[] = [
  ['progress for one’s own unit', ['lead'], person => entry.report({ by: id(person), unit: unitOf(person) })],
  ['progress for 省能源局', ['lead'], person => entry.report({ by: id(person), unit: ENERGY })],
  [
    'a note for one’s own unit',
    ['lead', 'supporter'],
    person => entry.report({ by: id(person), unit: unitOf(person), role: 'note' }),
  ],
  ['a note for 省发展改革委', ['supporter'], person => entry.report({ by: id(person), unit: REFORM, role: 'note' })],
  [
    'taking back what 省能源局 reported',
    ['lead'],
    person => entry.withdrawal({ by: id(person), reportId: 'r1' }),
    recordsWith(report),
  ],
  [
    'correcting what 省能源局 reported',
    ['lead'],
    person => entry.report({ by: id(person), unit: ENERGY, supersedes: 'r1' }),
    recordsWith(report),
  ],
  ['asking for an extension', ['lead'], person => entry.extension({ by: id(person), unit: unitOf(person) })],
  [
    'deciding on an extension',
    ['office'],
    person => entry.decision({ by: id(person), extensionId: 'x1' }),
    recordsWith(asked),
  ],
  [
    'coordinating a problem',
    ['office'],
    person => entry.step({ by: id(person), problemId: 'r1' }),
    recordsWith(report),
  ],
  [
    'closing a problem',
    ['office'],
    person => entry.step({ by: id(person), problemId: 'r1', step: 'solve' }),
    recordsWith(report),
  ],
  ['approving', ['office'], person => entry.move({ by: id(person), move: 'approve' }), recordsWith(report)],
  [
    'returning',
    ['office'],
    person => entry.move({ by: id(person), move: 'return', reason: '数据无来源' }),
    recordsWith(report),
  ],
  [
    'closing',
    ['office'],
    person => entry.move({ by: id(person), move: 'close' }),
    recordsWith(report, entry.move({ move: 'approve' })),
  ],
  ['suspending', ['office'], person => entry.move({ by: id(person), move: 'suspend', reason: '停工' })],
  ['terminating', ['office'], person => entry.move({ by: id(person), move: 'terminate', reason: '取消' })],
  [
    'resuming',
    ['office'],
    person => entry.move({ by: id(person), move: 'resume', reason: '复工' }),
    recordsWith(entry.move({ move: 'suspend', reason: '停工' })),
  ],
  ['asking to be bound', PEOPLE, person => bound(person, ENERGY, { by: id(person), standing: 'requested' })],
  ['binding oneself', ['admin'], person => bound(person, ENERGY, { by: id(person) })],
  ['making oneself the office', ['admin'], person => bound(person, null, { by: id(person), role: 'office' })],
  ['making oneself an administrator', ['admin'], person => bound(person, null, { by: id(person), role: 'admin' })],
  ['binding somebody who asked', ['admin'], person => bound('asking', ENERGY, { by: id(person) })],
  [
    'rejecting somebody who asked',
    ['admin'],
    person => bound('asking', ENERGY, { by: id(person), standing: 'rejected' }),
  ],
  ['giving up one’s own binding', PEOPLE, person => bound(person, ENERGY, { by: id(person), standing: 'revoked' })],
  [
    'ending somebody’s binding',
    ['lead', 'admin'],
    person => bound('lead', ENERGY, { by: id(person), standing: 'revoked' }),
  ],
  ['asking for a chat', PEOPLE, person => chatUnit(person, 'requested')],
  ['giving a chat to a unit', ['admin'], person => chatUnit(person, 'approved')],
  ['refusing a chat to a unit', ['admin'], person => chatUnit(person, 'rejected')],
  [
    'choosing a chat’s document',
    ['lead', 'supporter', 'stranger', 'office', 'admin'],
    person => chatDocument(person, '鲁政办字〔2023〕5号'),
  ],
]

const inChat = (person: Person) => ({ id: 'c1', at: report.at, by: id(person), chat: 'feishu:oc_1' })

function chatUnit(person: Person, standing: 'requested' | 'approved' | 'rejected'): Entry {
  return { kind: 'chat-unit', ...inChat(person), unit: ENERGY, standing }
}

function chatDocument(person: Person, documentId: string): Entry {
  return { kind: 'chat-document', ...inChat(person), documentId }
}

describe('who may', () => {
  const cells = TRIED.flatMap(([what, who, made, records = recordsWith()]) =>
    PEOPLE.map(person => ({ what, person, may: who.includes(person), made: made(person), records })),
  )

  it.each(cells)('$what: $person, $may', ({ may, made, records }) => {
    const said = refusal(made, records)
    expect(said === null).toBe(may)
    if (said !== null) expect(said).toMatch(/。$/u)
  })

  it('is asked of every kind of entry about tasks, people and chats', () => {
    const kinds = new Set(cells.map(({ made }) => made.kind))
    expect([...kinds].sort()).toEqual([
      'binding',
      'chat-document',
      'chat-unit',
      'extension',
      'extension-decision',
      'move',
      'problem-step',
      'report',
      'withdrawal',
    ])
  })
})

/** In Shanghai, as everything is written. */
const later = (days: number, minutes = 0) => {
  const at = new Date(Date.parse(report.at) + ((days * 24 + 8) * 60 + minutes) * 60_000)
  return at.toISOString().replace('.000Z', '+08:00')
}

describe('a refusal says what to do', () => {
  const records = recordsWith(report)
  const done = recordsWith(report, entry.move({ move: 'approve' }))
  const by = id('lead')

  it.each<readonly [made: Entry, records: Records, said: string]>([
    [entry.report({ by: id('stranger'), unit: EDUCATION }), records, '由省能源局填报进展，您绑定的是省教育厅'],
    [entry.report({ by: id('supporter'), unit: REFORM }), records, '由省能源局填报进展，您绑定的是省发展改革委'],
    [entry.report({ by: id('unbound') }), records, '请先说“绑定 单位名称”'],
    [entry.report({ by, text: ' \n' }), records, '没有写进展内容'],
    [entry.report({ by, text: '进'.repeat(1001) }), records, '一次最多写1000字，这里有1001字'],
    [entry.report({ by }), done, '已办结，不能再报进展；确有变化，请联系督查室。'],
    [entry.report({ by, taskId: '鲁政办字〔2023〕5号#999' }), records, '台账里没有任务“鲁政办字〔2023〕5号#999”。'],
    [entry.withdrawal({ by, reportId: 'r0' }), records, '没有找到要撤回的进展。'],
    [entry.withdrawal({ by, reportId: 'r1', at: later(1, 1) }), records, '已超过一天，不能撤回'],
    [entry.withdrawal({ by, reportId: 'r1' }), done, '这项任务已办结，不能撤回'],
    [entry.withdrawal({ by: id('supporter'), reportId: 'r1' }), records, '只能撤回自己报的进展。'],
    [
      entry.withdrawal({ by, reportId: 'r1', at: later(0, 5) }),
      recordsWith(report, entry.withdrawal({ by, reportId: 'r1' })),
      '这条进展已经撤回或更正过了。',
    ],
    [
      entry.withdrawal({ by, reportId: 'r1', at: later(0, 9) }),
      recordsWith(report, entry.report({ id: 'r2', by, at: later(0, 5) })),
      '只能撤回自己最近报的一条。',
    ],
    [
      entry.withdrawal({ by, reportId: 'r1', at: later(0, 9) }),
      recordsWith(report, bound('lead', ENERGY, { standing: 'revoked' })),
      '您已不再绑定报这条进展的单位，不能撤回；请联系督查室。',
    ],
    [
      entry.move({ by: id('office'), move: 'close' }),
      records,
      '现在是“已反馈待审核”，不能销号；销号要在“已办结”时办。',
    ],
    [entry.move({ by: id('office'), move: 'return', reason: ' ' }), records, '请写明退回的原因'],
    [entry.extension({ by, until: '2023-06-01' }), recordsWith(), '2023-06-01已经过了'],
    [entry.extension({ by, reason: '' }), recordsWith(), '请写明延期的原因'],
    [entry.extension({ by }), recordsWith(asked), '已经申请延期到2023-09-30，督查室还没有答复。'],
    [entry.extension({ by }), done, '这项任务已办结，不用再申请延期。'],
    [entry.decision({ by: id('office'), extensionId: 'x0' }), recordsWith(asked), '没有待批的延期申请'],
    [
      entry.decision({ by: id('office'), extensionId: 'x1', isApproved: false }),
      recordsWith(asked),
      '请写明不同意延期的原因',
    ],
    [entry.step({ by: id('office'), problemId: 'r0' }), records, '没有找到这个问题。'],
    [entry.step({ by: id('office'), problemId: 'r1', text: '' }), records, '请写明怎么协调或解决的。'],
    [
      entry.step({ by: id('office'), problemId: 'r1' }),
      recordsWith(report, entry.step({ problemId: 'r1', step: 'solve' })),
      '这个问题已经解决了。',
    ],
    [chatDocument('lead', '不存在的文件'), records, '台账里没有这个文件。'],
  ])('%#', (made, on, said) => {
    expect(refusal(made, on)).toContain(said)
  })

  it('lets one take back within a day, to the minute', () => {
    expect(refusal(entry.withdrawal({ by, reportId: 'r1', at: later(1) }), records)).toBeNull()
    expect(refusal(entry.report({ by, text: '进'.repeat(1000) }), records)).toBeNull()
  })

  it('lets nobody speak of a task for a unit that has no part in it, theirs or not', () => {
    expect(
      refusal(entry.report({ by: id('stranger'), unit: EDUCATION, role: 'note', taskId: TASK }), records),
    ).toContain('由省能源局填报进展')
  })
})
