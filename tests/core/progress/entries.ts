import type { Entry } from '../../../src/core/progress/entry.ts'

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
type Parts<Kind extends Entry['kind']> = Partial<Omit<EntryOf<Kind>, 'kind'>>

let serial = 0
const fresh = () => `e${++serial}`

/** 鲁政办字〔2023〕5号第27条, which 省能源局 leads. */
export const TASK = '鲁政办字〔2023〕5号#27'
export const ENERGY = '山东省/省能源局'
export const AT = '2023-06-01T09:00:00+08:00'

const base = () => ({ id: fresh(), at: AT, by: 'feishu:ou_energy', taskId: TASK })

/** Entries as the desk makes them; say only what matters. */
export const entry = {
  report: (parts: Parts<'report'> = {}): EntryOf<'report'> => ({
    kind: 'report',
    ...base(),
    unit: ENERGY,
    role: 'progress',
    text: '正在推进',
    values: [],
    declaresDone: false,
    ...parts,
  }),
  withdrawal: (parts: Parts<'withdrawal'> & { readonly reportId: string }): EntryOf<'withdrawal'> => ({
    kind: 'withdrawal',
    ...base(),
    ...parts,
  }),
  move: (parts: Parts<'move'> & Pick<EntryOf<'move'>, 'move'>): EntryOf<'move'> => ({
    kind: 'move',
    ...base(),
    by: 'feishu:ou_office',
    ...parts,
  }),
  extension: (parts: Parts<'extension'> = {}): EntryOf<'extension'> => ({
    kind: 'extension',
    ...base(),
    unit: ENERGY,
    until: '2023-09-30',
    reason: '设备未到货',
    ...parts,
  }),
  decision: (parts: Parts<'extension-decision'> & { readonly extensionId: string }): EntryOf<'extension-decision'> => ({
    kind: 'extension-decision',
    ...base(),
    by: 'feishu:ou_office',
    isApproved: true,
    ...parts,
  }),
  step: (parts: Parts<'problem-step'> & { readonly problemId: string }): EntryOf<'problem-step'> => ({
    kind: 'problem-step',
    ...base(),
    by: 'feishu:ou_office',
    step: 'coordinate',
    text: '已协调省财政厅',
    ...parts,
  }),
  binding: (parts: Parts<'binding'> = {}): EntryOf<'binding'> => ({
    kind: 'binding',
    id: fresh(),
    at: AT,
    by: 'feishu:ou_admin',
    person: 'feishu:ou_energy',
    name: '王工',
    role: 'liaison',
    unit: ENERGY,
    standing: 'approved',
    ...parts,
  }),
}
