import { select } from '../../dialog/select.ts'
import { proposalOf } from '../../progress/decisions/echo.ts'
import { isDecision, pickTask } from '../../progress/decisions/pick.ts'
import { titleOf } from '../../progress/decisions/words.ts'
import { mainUnits, unitName } from '../../progress/duties.ts'
import { refusalOf } from '../../progress/refusal.ts'
import { type Decision, decision, type Situation, say, slotsOf, tell } from '../../progress/situation.ts'
import { type Derived, standingOf } from '../../progress/standing.ts'
import { OPEN_STAGES } from '../../progress/workflow.ts'
import { groupBy } from '../../search/group.ts'
import { recipientsOf } from '../recipients.ts'
import { nameOfRecipient, type Urging, urgingText } from './urging.ts'

/** What the words ask to be urged of; nothing named: all that needs it. */
const NARROWED: readonly (readonly [RegExp, readonly Derived[]])[] = [
  [/(?:还?没有?|未)(?:按时|及时)?(?:填|上)?报(?:送)?(?:进展)?的?(?:单位|部门)?/u, ['unreported']],
  [/(?:已经?)?(?:逾期|超期|过期)(?:未完成|没完成)?的?(?:单位|部门)?/u, ['overdue']],
  [/(?:临期|快到期|要到期)的?(?:单位|部门)?/u, ['due-soon']],
]

const NEEDS: readonly Derived[] = ['overdue', 'due-soon', 'lagging', 'unreported']

/** 催一下科技厅 · 催办没报的: shown first, with who would get what; sent when it is confirmed. */
export function decideUrge(words: string, situation: Situation): Decision {
  const refusal = refusalOf(urgingOf('', [], situation), situation)
  if (refusal !== null) return tell(situation, refusal)
  const rule = NARROWED.find(([pattern]) => pattern.test(words))
  const named = (rule ? words.replace(rule[0], '').replace(/^的|的$/gu, '') : words).trim()
  const found = openTasks(named, situation)
  if ('reply' in found) return found
  const tasks = found.isPointed ? found.tasks : found.tasks.filter(task => needs(task, rule?.[1] ?? NEEDS, situation))
  if (tasks.length === 0) return tell(situation, `没有需要催办的任务${words === '' ? '' : `（${words}）`}。`)
  const byUnit = groupBy(
    tasks.flatMap(task => unitsOf(task, found.units, situation)),
    ({ unit }) => unit,
  )
  const urgings = [...byUnit].map(([unit, list]) =>
    urgingOf(
      unit,
      list.map(({ taskId }) => taskId),
      situation,
    ),
  )
  return preview(urgings, situation)
}

interface Found {
  readonly tasks: readonly number[]
  /** Keys of the units that were named; none: whoever answers for the tasks. */
  readonly units: readonly string[]
  /** By number: these are meant, whether they seem to need it or not. */
  readonly isPointed: boolean
}

const EVERYBODY = /^(?:(?:各|所有|全部)(?:单位|部门)?|大家|一下)?$/u
/** 27, 第27条: every document may have one. */
const BARE_NUMBER = /^第?[0-9]{1,4}\s*[条项]?$/u

function openTasks(named: string, situation: Situation): Found | Decision {
  const { ledger, records } = situation
  const isOpen = (task: number) => OPEN_STAGES.includes(records.task(ledger.tasks[task]?.id ?? '').stage)
  if (EVERYBODY.test(named)) return { tasks: [...ledger.all].filter(isOpen), units: [], isPointed: false }
  if (BARE_NUMBER.test(named)) return pointedAt(named, situation)
  const slots = slotsOf(named, situation)
  const { tasks, units, unclear } = select(ledger, slots)
  if (unclear)
    return tell(situation, `“${named}”可以指几个单位，请写全名，例如“催办 ${unclear.choices[0]?.name ?? ''}”。`)
  if (slots.units.some(({ certainty }) => certainty === 'fuzzy'))
    return tell(situation, `没有认准“${named}”是哪个单位，请写规范名称，例如“催办 ${units[0]?.name ?? '省科技厅'}”。`)
  if (units.includes(null)) return tell(situation, `台账里没有“${named}”这个单位，没有催办。`)
  const isPointed = slots.ordinals.length > 0 || slots.taskIds.length > 0
  return { tasks: [...tasks].filter(isOpen), units: units.flatMap(unit => unit?.key ?? []), isPointed }
}

function pointedAt(words: string, situation: Situation): Found | Decision {
  const picked = pickTask(words, situation, { again: id => `催办 ${id}` })
  if (isDecision(picked)) return picked
  const task = situation.ledger.numberOf(picked.taskId)
  return { tasks: task === null ? [] : [task], units: [], isPointed: true }
}

function needs(number: number, kinds: readonly Derived[], { ledger, records, now }: Situation): boolean {
  const task = ledger.tasks[number]
  if (!task) return false
  const { issuedOn } = ledger.entryOf(number).document
  const { derived } = standingOf(task, records.task(task.id), { today: now.today, issuedOn })
  return kinds.some(kind => derived.has(kind))
}

/** The units that answer for a task, of those that were named. */
function unitsOf(task: number, named: readonly string[], { ledger }: Situation) {
  const taskId = ledger.tasks[task]?.id ?? ''
  const keys = mainUnits(ledger, taskId).map(({ key }) => key)
  return keys.filter(key => named.length === 0 || named.includes(key)).map(unit => ({ unit, taskId }))
}

function urgingOf(
  unit: string,
  taskIds: readonly string[],
  { cause, now, speaker, ledger, records }: Situation,
): Urging {
  const text = urgingText([unitName(ledger, unit)], taskIds.length)
  const recipients = recipientsOf(unit, records)
  return { kind: 'urging', id: `${cause}/${unit}`, at: now.iso, by: speaker.person, unit, taskIds, text, recipients }
}

/** Who would get it, and what. */
function preview(urgings: readonly Urging[], situation: Situation): Decision {
  const { ledger, records, cause, now } = situation
  const reached = urgings.filter(({ recipients }) => recipients.length > 0)
  const unreached = urgings.filter(({ recipients }) => recipients.length === 0)
  const again = reached.filter(({ unit }) => records.urgings(unit).some(({ at }) => at.slice(0, 10) === now.today))
  const namesOf = (list: readonly Urging[]) => shortList(list.map(({ unit }) => unitName(ledger, unit)))
  const unreachedNote = unreached.length > 0 ? [`还没有联络员或工作群，送不到：${namesOf(unreached)}`] : []
  if (reached.length === 0) return decision(say(situation, '没有可以送达的单位，没有催办。', { notes: unreachedNote }))
  const [only, ...others] = reached
  const text = only && others.length === 0 ? only.text : urgingText(['（单位）'], '（数）')
  const reply = say(situation, `请确认催办：${reached.length}个单位`, {
    notes: [
      `内容：${text}后附任务清单。`,
      ...(again.length > 0 ? [`今天已经催办过：${namesOf(again)}`] : []),
      ...unreachedNote,
    ],
    items: reached.map((urging, i) =>
      previewItem(urging, { number: i + 1, isShort: reached.length > MOST_IN_FULL }, situation),
    ),
    actions: [
      { label: '确认', say: `确认 ${cause}`, look: 'primary' },
      { label: '取消', say: `取消 ${cause}` },
    ],
    hint: '回复“是”发出，“取消”放弃；10分钟内有效。',
  })
  return decision(reply, { propose: proposalOf(reached, situation) })
}

/** With more units than this, the tasks of each are only counted. */
const MOST_IN_FULL = 10
const TITLES = 3

function previewItem(
  { unit, taskIds, recipients }: Urging,
  { number, isShort }: { readonly number: number; readonly isShort: boolean },
  { ledger, records }: Situation,
) {
  const titles = taskIds.slice(0, TITLES).map(id => titleOf(ledger, id))
  const more = taskIds.length > TITLES ? [`……等${taskIds.length}项`] : []
  const to = recipients.map(recipient => nameOfRecipient(recipient, records)).join('、')
  const title = `${unitName(ledger, unit)}：${taskIds.length}项，送${to}`
  return { number, title, lines: isShort ? [] : [...titles, ...more], taskId: null }
}

const MOST_NAMES = 5

/** 省委编办、省司法厅等12个单位 */
const shortList = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? names.join('、') : `${names.slice(0, MOST_NAMES).join('、')}等${names.length}个单位`
