import type { Accepted, LedgerDocument, Letter, Term } from '../../src/core/ports.ts'
import type { Entry, Proposal } from '../../src/core/progress/entry.ts'

/** What a store is given in tests. */

/** A document as the importer hands it over: one task with one deadline and one target. */
export function ledgerDocument(id: string, text = `${id}全文`): LedgerDocument {
  return {
    digest: `sha256 of ${text}`,
    text,
    parsed: {
      document: {
        id,
        number: id,
        title: '关于“督办”的通知\u2028',
        issuers: ['某省人民政府'],
        issuedOn: '2023-01-12',
        level: 'province',
        region: '某省',
        publicity: null,
        rules: [],
        sections: [{ ordinal: '一、', title: '总体', path: [], span: [0, 2] }],
      },
      tasks: [
        {
          id: `${id}#1`,
          documentId: id,
          ordinal: '1',
          path: ['一、总体'],
          title: '建成十座码头。',
          body: '6月底前建成码头3-5座。',
          leadUnits: ['省交通运输厅'],
          supportingUnits: [],
          responsibleUnits: [],
          responsibilityText: '（省交通运输厅牵头）',
          deadlines: [
            { text: '6月底前', date: null, certainty: 'implied', clause: '建成', span: [0, 4], rule: 'month-end' },
          ],
          targets: [
            {
              text: '3-5座',
              metric: '码头',
              comparator: '=',
              value: 3,
              valueMax: 5,
              unit: '座',
              span: [4, 8],
              rule: 'range',
            },
          ],
          span: [0, 8],
        },
      ],
      doubts: [{ code: 'no-lead', message: '没有牵头单位', span: [0, 2] }],
    },
    keyTerms: { [`${id}#1`]: ['码头', '泊位'] },
  }
}

/** Something received, as a platform's adapter hands it over. */
export function accepted(id: string, kind: Accepted['kind'] = 'message'): Accepted {
  const speaker = { chat: '督查群', person: '王' }
  const to = { ...speaker, messageId: id, inThread: false, chatType: 'group' } as const
  const received = { id, speaker, to }
  return kind === 'message' ? { kind, ...received, text: `省教育厅牵头哪些任务\u2028“${id}”` } : { kind, ...received }
}

/** A report of the lead unit about a task, with everything a report can have. */
export function report(id: string, taskId = '甲〔2023〕1号#1'): Entry {
  return {
    kind: 'report',
    id,
    taskId,
    unit: '省能源局',
    role: 'progress',
    by: 'feishu:ou_1',
    at: '2023-06-01T01:00:00.000Z',
    text: `装机7600万千瓦\u2028“${id}”`,
    percent: 80,
    values: [{ text: '7600万千瓦', value: 7600, unit: '万千瓦' }],
    nextStep: '并网',
    problem: '资金未到位',
    declaresNone: false,
    declaresDone: true,
    supersedes: 'an earlier one',
  }
}

const WEEKLY = { kind: 'weekly', weekdays: [1], every: 1, from: null, minute: 540, onDaysOff: 'move' } as const

/** One entry of each other kind, about subjects of their own. */
export function otherEntries(): readonly Entry[] {
  const done = (id: string) => ({ id, at: '2023-06-01T01:00:00.000Z', by: 'feishu:ou_1' })
  const place = { scope: 'chat', chat: 'oc_1' } as const
  const about = (id: string) => ({ ...done(id), taskId: `甲〔2023〕1号#${id}` })
  return [
    { kind: 'withdrawal', ...about('w'), reportId: 'r' },
    { kind: 'move', ...about('m'), move: 'return', reason: '数据无来源' },
    { kind: 'move', ...about('n'), move: 'close' },
    { kind: 'extension', ...about('e'), unit: '省能源局', until: '2023-09-30', reason: '汛期' },
    { kind: 'extension-decision', ...about('d'), extensionId: 'e', isApproved: false },
    { kind: 'problem-step', ...about('p'), problemId: 'r', step: 'solve', text: '已到位' },
    {
      kind: 'binding',
      ...done('b'),
      person: 'feishu:ou_2',
      name: '',
      role: 'office',
      unit: null,
      standing: 'requested',
    },
    { kind: 'chat-unit', ...done('u'), chat: 'oc_1', unit: '省能源局', standing: 'approved' },
    { kind: 'chat-document', ...done('c'), chat: 'oc_2', documentId: null },
    {
      kind: 'subscription',
      ...done('s'),
      ...place,
      schedule: WEEKLY,
      content: { kind: 'tasks', words: '任务', query: '任务' },
    },
    { kind: 'subscription-cancel', ...done('t'), scope: 'chat', chat: 'oc_3', subscriptionId: 's' },
    {
      kind: 'snooze',
      ...done('z'),
      scope: 'chat',
      chat: 'oc_4',
      subscriptionId: null,
      until: { day: '2023-06-02', minute: 540 },
    },
    {
      kind: 'urging',
      ...done('g'),
      unit: '省能源局',
      taskIds: ['甲〔2023〕1号#1'],
      text: '请尽快报进展',
      recipients: [],
    },
    { kind: 'warning-card', ...about('y'), colour: 'yellow', reason: '连续两月未报' },
    { kind: 'run', ...done('x'), noticesUntil: '2023-06-01', firedUntil: 1, superseded: ['k'] },
    { kind: 'gone', ...done('o'), recipient: 'chat:oc_1' },
  ]
}

export function proposal(id: string, speaker = { chat: '督查群', person: '王' }, hours = 1): Proposal {
  return { id, speaker, until: from(hours).now.getTime(), entries: [report(`proposed by ${id}`)] }
}

/** A letter with everything a reply can have. */
export function letter(key: string, hours = 0): Letter {
  return {
    key,
    channel: 'feishu',
    to: { chat: null, person: 'ou_1', messageId: null, inThread: false, chatType: 'private' },
    reply: {
      summary: `您有1项任务快到期\u2028${key}`,
      notes: ['按“省能源局”理解'],
      items: [{ number: 1, title: '建成十座码头', lines: ['6月底前'], taskId: '甲〔2023〕1号#1' }],
      page: { number: 1, pages: 1, from: 1, to: 1, total: 1 },
      choices: [{ label: '省能源局', say: '省能源局' }],
      suggestions: ['逾期的有哪些'],
      actions: [{ label: '报进展', say: '报进展1', look: 'primary' }],
      form: {
        name: 'report',
        subject: '甲〔2023〕1号#1',
        fields: [
          { name: 'status', label: '状态', value: '', options: [{ label: '完成', say: 'done' }] },
          { name: 'text', label: '内容', value: '', longest: 1000, placeholder: '写在这里' },
        ],
        submit: '提交',
      },
      chart: { title: '任务情况', bars: [{ name: '逾期', value: 2 }] },
      again: { turns: ['临期的有哪些'], today: '2023-06-01' },
      hint: null,
    },
    notBefore: from(hours).now.getTime(),
    atAnyTime: hours > 0,
  }
}

/** A letter with nothing that a reply can do without. */
export const plainLetter = (key: string): Letter => {
  const { actions: _actions, form: _form, chart: _chart, ...reply } = letter(key).reply
  return { ...letter(key), reply: { ...reply, page: null, hint: '回复“帮助”' } }
}

const HOUR = 60 * 60 * 1000

/** From so many hours after nine o'clock, for eight hours. */
export const from = (hours: number): Term => ({
  now: new Date(Date.parse('2023-06-01T09:00:00+08:00') + hours * HOUR),
  forMs: 8 * HOUR,
})
