import type { Level } from '../model.ts'
import type { Flag } from '../search/flags.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Selection } from './select.ts'
import type { Role, Slots } from './slots.ts'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
}
export const ROLE_NAMES: Readonly<Record<Role, string>> = { lead: '牵头', support: '参与', charge: '负责', any: '有关' }

const FLAG_NAMES: Readonly<Record<Flag, string>> = {
  'no-lead': '没有写明牵头单位',
  'no-unit': '没有写明责任单位',
  'no-target': '没有量化指标',
  'has-target': '有量化指标',
  'no-deadline': '没有写明时限',
  'has-deadline': '写明了时限',
  'no-support': '没有参与单位',
  'has-support': '有参与单位',
  'sole-lead': '只有一个牵头单位',
}

/** The question in the ledger's words: 鲁政办字〔2023〕5号中省能源局牵头、年底前要完成的任务. */
export function describe(ledger: Ledger, slots: Slots, { units, topic }: Pick<Selection, 'units' | 'topic'>): string {
  const conditions = [
    unitPhrase(slots, units),
    slots.due ? duePhrase(slots.due.text) : '',
    slots.quantity ? `指标${slots.quantity.text}` : '',
    ...slots.flags.map(flag => FLAG_NAMES[flag]),
    topicPhrase(slots, topic),
  ].filter(phrase => phrase !== '')
  const scope = scopePhrase(ledger, slots)
  if (conditions.length === 0) return scope ? `${scope}的任务` : '全部任务'
  return `${scope ? `${scope}中` : ''}${conditions.join('、')}的任务`
}

const duePhrase = (text: string): string =>
  /完成|逾期|过期|超期|到期|临期/u.test(text) ? text : `${text.replace(/的$/u, '')}要完成`

function scopePhrase(ledger: Ledger, slots: Slots): string {
  const documents = slots.documents.map(
    id => ledger.documents.find(({ document }) => document.id === id)?.document.number ?? id,
  )
  const places = slots.places.map(
    ({ level, region, except }) =>
      `${except ? '除' : ''}${region ?? (level ? LEVEL_NAMES[level] : '')}${except ? '外' : ''}`,
  )
  const section =
    slots.section === null
      ? []
      : [slots.section.endsWith('、') ? `第${slots.section.slice(0, -1)}部分` : `“${slots.section}”部分`]
  const ordinals = slots.ordinals.map(
    ({ path, from, to }) => path ?? (from === to ? `第${from}项` : `第${from}至${to}项`),
  )
  const pinned = slots.taskIds.map(id => `“${ledger.tasks.find(task => task.id === id)?.title ?? id}”`)
  return [...documents, ...places, ...section, ...ordinals, ...pinned].join('')
}

/** 省教育厅、省科技厅共同牵头 · 省发展改革委参与、不牵头 */
function unitPhrase({ units: terms, role, unitLogic }: Slots, units: Selection['units']): string {
  const said = terms.map((term, i) => ({
    name: units[i]?.name ?? term.text,
    role: term.role ?? role ?? ('any' as const),
    except: term.except,
  }))
  const same = new Set(said.map(unit => `${unit.role}${unit.except}`)).size === 1
  if (same && said.length > 1) {
    const link = unitLogic === 'all' ? '和' : '或'
    return `${said.map(({ name }) => name).join(link)}${unitLogic === 'all' ? '共同' : ''}${ROLE_NAMES[said[0]?.role ?? 'any']}`
  }
  return said
    .map(
      (unit, i) =>
        `${unit.name === said[i - 1]?.name ? '' : unit.name}${unit.except ? '不' : ''}${ROLE_NAMES[unit.role]}`,
    )
    .join('、')
}

const topicPhrase = ({ topic: phrases }: Slots, topic: Selection['topic']): string =>
  phrases.length === 0 ? '' : `提到“${(topic?.correctedTo ?? phrases.join(' ')).trim()}”`
