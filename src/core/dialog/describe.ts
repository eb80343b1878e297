import type { Level } from '../model.ts'
import type { Flag } from '../search/flags.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Selection } from './select.ts'
import type { OrdinalTerm, Place, Role, Slots } from './slots.ts'

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
  'has-lead': '写明了牵头单位',
  'sole-lead': '只有一个牵头单位',
}

/** The question in the ledger's words: 鲁政办字〔2023〕5号中省能源局牵头、年底前要完成的任务. */
export function describe(ledger: Ledger, slots: Slots, { units, topic }: Pick<Selection, 'units' | 'topic'>): string {
  const conditions = [
    unitPhrase(slots, units),
    slots.due ? duePhrase(slots.due.text) : '',
    slots.quantity ? `指标${slots.quantity.text}` : '',
    ...slots.flags.map(flag => FLAG_NAMES[flag]),
    ...slots.standing.map(({ text }) => text),
    topicPhrase(slots, topic),
  ].filter(phrase => phrase !== '')
  const scope = scopePhrase(ledger, slots)
  if (conditions.length === 0) return scope ? `${scope}的任务` : '全部任务'
  return `${scope ? `${scope}中` : ''}${conditions.join('、')}的任务`
}

/** Words for limits that have passed; whether the task was done, no document says. */
export const OVERDUE = /逾期|过期|超期|到期未|已到期|已经到期|过了期限/u

function duePhrase(text: string): string {
  if (OVERDUE.test(text)) return '期限已过'
  return /完成|到期|临期/u.test(text) ? text : `${text.replace(/[的要]$/u, '')}要完成`
}

/** The documents, places, section and numbers that a question keeps to. */
function scopePhrase(ledger: Ledger, slots: Slots): string {
  const { section } = slots
  const pinned = slots.taskIds.map(id => `“${ledger.tasks.find(task => task.id === id)?.title ?? id}”`)
  return [
    slots.documents.map(id => numberOf(ledger, id)).join('、'),
    slots.year === null ? '' : `${slots.year}年`,
    placesPhrase(slots.places),
    section === null ? '' : sectionPhrase(section),
    slots.ordinals.map(ordinalPhrase).join('、'),
    pinned.join('、'),
  ].join('')
}

const numberOf = (ledger: Ledger, id: string): string =>
  ledger.documents.find(({ document }) => document.id === id)?.document.number ?? id

function placesPhrase(places: readonly Place[]): string {
  const names = (except: boolean) =>
    places
      .filter(place => place.except === except)
      .map(placeName)
      .join('和')
  const left = names(true)
  return `${names(false)}${left ? `（${left}除外）` : ''}${places.length > 0 ? '文件' : ''}`
}

export const placeName = ({ region, level, text }: Place): string => region ?? (level ? LEVEL_NAMES[level] : text)

const sectionPhrase = (section: string): string =>
  section.endsWith('、') ? `第${section.slice(0, -1)}部分` : `“${section}”部分`

function ordinalPhrase({ path, from, to }: OrdinalTerm): string {
  if (path !== null) return path
  if (from < 0) return from === -1 ? '最后一项' : `倒数第${-from}项`
  return from === to ? `第${from}项` : `第${from}至${to}项`
}

/** 省教育厅、省科技厅共同牵头 · 省发展改革委参与、不牵头 */
function unitPhrase({ units: terms, role, unitLogic }: Slots, units: Selection['units']): string {
  const said = terms.map((term, i) => ({
    name: term.together ? term.text : (units[i]?.name ?? term.text),
    role: ROLE_NAMES[term.role ?? role ?? 'any'],
    except: term.except,
  }))
  const [first] = said
  const alike = first !== undefined && said.every(unit => unit.role === first.role && unit.except === first.except)
  if (alike && said.length > 1 && !first.except) {
    return `${said.map(({ name }) => name).join('、')}${unitLogic === 'all' ? '共同' : ''}${first.role}`
  }
  const phrases = said.map((unit, i) => {
    const name = unit.name === said[i - 1]?.name ? '' : unit.name
    return `${name}${unit.except ? '不' : ''}${unit.role}`
  })
  return phrases.join('、')
}

const topicPhrase = ({ topic: phrases }: Slots, topic: Selection['topic']): string =>
  phrases.length === 0 ? '' : `提到“${(topic?.correctedTo ?? phrases.join(' ')).trim()}”`
