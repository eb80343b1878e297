import { select } from '../../dialog/select.ts'
import type { Letter } from '../../ports.ts'
import { proposalOf } from '../../progress/decisions/echo.ts'
import { taskItem, titleOf } from '../../progress/decisions/words.ts'
import { mainUnits, unitName } from '../../progress/duties.ts'
import type { Entry } from '../../progress/entry.ts'
import { refusalOf } from '../../progress/refusal.ts'
import { type Decision, decision, type Situation, say, slotsOf, tell } from '../../progress/situation.ts'
import { type Derived, standingOf } from '../../progress/standing.ts'
import { OPEN_STAGES } from '../../progress/workflow.ts'
import { groupBy } from '../../search/group.ts'
import { destinationOf, recipientsOf } from '../recipients.ts'
import { describeMoment } from '../subscription/echo.ts'
import { localTime, workingTimeAtOrAfter } from '../working-time.ts'

type Urging = Extract<Entry, { kind: 'urging' }>

/** What the words ask to be urged of; nothing named: all that needs it. */
const NARROWED: readonly (readonly [RegExp, readonly Derived[]])[] = [
  [/(?:还?没有?|未)(?:按时|及时)?(?:填|上)?报(?:送)?(?:进展)?的?(?:单位|部门)?/u, ['unreported']],
  [/(?:已经?)?(?:逾期|超期|过期)(?:未完成|没完成)?的?(?:单位|部门)?/u, ['overdue']],
  [/(?:临期|快到期|要到期)的?(?:单位|部门)?/u, ['due-soon']],
]

const NEEDS: readonly Derived[] = ['overdue', 'due-soon', 'lagging', 'unreported']

/** 催一下科技厅 · 催办没报的: shown first, with who would get what; sent when it is confirmed. */
export function decideUrge(words: string, situation: Situation): Decision {
  const rule = NARROWED.find(([pattern]) => pattern.test(words))
  const about = rule ? words.replace(rule[0], '').replace(/^的|的$/gu, '') : words
  const found = openTasks(about.trim(), situation)
  if ('reply' in found) return found
  const tasks = found.tasks.filter(task => needs(task, rule?.[1] ?? NEEDS, situation))
  if (tasks.length === 0) return tell(situation, `没有需要催办的任务${words === '' ? '' : `（${words}）`}。`)
  const byUnit = groupBy(
    tasks.flatMap(task => unitsOf(task, found.units, situation)),
    ({ unit }) => unit,
  )
  const entries = [...byUnit].map(([unit, list]) =>
    urgingOf(
      unit,
      list.map(({ taskId }) => taskId),
      situation,
    ),
  )
  const refusal = entries.map(entry => refusalOf(entry, situation)).find(reason => reason !== null)
  return refusal === undefined || refusal === null ? preview(entries, situation) : tell(situation, refusal)
}

interface Found {
  readonly tasks: readonly number[]
  /** Keys of the units that were named; none: whoever answers for the tasks. */
  readonly units: readonly string[]
}

function openTasks(about: string, situation: Situation): Found | Decision {
  const { ledger, records } = situation
  const isOpen = (task: number) => OPEN_STAGES.includes(records.task(ledger.tasks[task]?.id ?? '').stage)
  if (about === '' || /^(?:各|所有|全部)(?:单位|部门)?$/u.test(about))
    return { tasks: [...ledger.all].filter(isOpen), units: [] }
  const slots = slotsOf(about, situation)
  const { tasks, units, unclear } = select(ledger, slots)
  if (unclear)
    return tell(situation, `“${about}”可以指几个单位，请写全名，例如“催办 ${unclear.choices[0]?.name ?? ''}”。`)
  if (slots.units.some(({ certainty }) => certainty === 'fuzzy')) {
    return tell(situation, `没有认准“${about}”是哪个单位，请写规范名称，例如“催办 ${units[0]?.name ?? '省科技厅'}”。`)
  }
  return { tasks: [...tasks].filter(isOpen), units: units.flatMap(unit => unit?.key ?? []) }
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

function urgingOf(unit: string, taskIds: readonly string[], { cause, now, speaker, ledger }: Situation): Urging {
  const text = `督查室提醒${unitName(ledger, unit)}：以下${taskIds.length}项任务请关注进展。`
  return { kind: 'urging', id: `${cause}/${unit}`, at: now.iso, by: speaker.person, unit, taskIds, text }
}

/** Who would get it, and what. */
function preview(entries: readonly Urging[], situation: Situation): Decision {
  const { ledger, records, cause } = situation
  const reached = entries.filter(({ unit }) => recipientsOf(unit, records).length > 0)
  const unreached = entries.filter(entry => !reached.includes(entry)).map(({ unit }) => unitName(ledger, unit))
  const notes = unreached.length > 0 ? [`还没有联络员或工作群，送不到：${unreached.join('、')}`] : []
  if (reached.length === 0) return decision(say(situation, '没有可以送达的单位，没有催办。', { notes }))
  const items = reached.map(({ unit, taskIds }, i) => ({
    number: i + 1,
    title: `${unitName(ledger, unit)}：${taskIds.length}项，送${recipientsOf(unit, records).length}处`,
    lines: taskIds
      .slice(0, 3)
      .map(id => titleOf(ledger, id))
      .concat(taskIds.length > 3 ? [`……等${taskIds.length}项`] : []),
    taskId: null,
  }))
  const reply = say(situation, `请确认催办：${reached.length}个单位`, {
    notes: [`内容：${reached[0]?.text ?? ''}`, ...notes],
    items,
    actions: [
      { label: '确认', say: `确认 ${cause}`, look: 'primary' },
      { label: '取消', say: `取消 ${cause}` },
    ],
    hint: '回复“是”发出，“取消”放弃；10分钟内有效。',
  })
  return decision(reply, { propose: proposalOf(reached, situation) })
}

/** The urging that was confirmed: logged, and posted to everybody it is for. */
export function urged(entries: readonly Urging[], situation: Situation): Decision {
  const { calendar, now } = situation
  const letters = urgingLetters(entries, situation)
  const at = workingTimeAtOrAfter(calendar, localTime(now.ms))
  const isNow = at.day === now.today && at.minute === localTime(now.ms).minute
  const when = isNow ? '已发出' : `将在${describeMoment(at)}发出`
  return decision(
    say(situation, `催办${when}：${entries.length}个单位，${letters.length}条消息`, { hint: '发错了说“撤回催办”。' }),
    {
      entries,
      letters,
    },
  )
}

/** One message to each recipient, whatever number of units it stands for. */
function urgingLetters(entries: readonly Urging[], situation: Situation): readonly Letter[] {
  const { ledger, records, now } = situation
  const sendings = entries.flatMap(entry => recipientsOf(entry.unit, records).map(recipient => ({ recipient, entry })))
  return [...groupBy(sendings, ({ recipient }) => recipient)].map(([recipient, list]) => {
    const ids = list.flatMap(({ entry }) => entry.taskIds)
    const reply = say(situation, list[0]?.entry.text ?? '', {
      items: ids.slice(0, 10).map((id, i) => taskItem(ledger, id, [], ids.length > 1 ? i + 1 : null)),
      notes: ids.length > 10 ? [`先列出10项，共${ids.length}项。`] : [],
      hint: '报进展直接回复，例如“27完成80%，下步…”。',
    })
    const key = letterKey(list[0]?.entry.id ?? '', recipient)
    return { key, ...destinationOf(recipient), reply, notBefore: now.ms, atAnyTime: false }
  })
}

const letterKey = (urgingId: string, recipient: string): string => `urge/${urgingId}/${recipient}`

/** 撤回催办: the last one of this person. What has not gone out does not; who has it already is told. */
export function decideUrgeWithdrawal(situation: Situation): Decision {
  const { records, speaker, cause, now } = situation
  const own = records.allUrgings().filter(({ by }) => by === speaker.person)
  const last = own.reduce<Urging | null>((latest, urging) => (latest && latest.at > urging.at ? latest : urging), null)
  if (!last) return tell(situation, '没有可以撤回的催办。')
  const message = messageOf(last)
  const together = own.filter(urging => messageOf(urging) === message)
  const entries: readonly Entry[] = together.map(({ id, unit }) => ({
    kind: 'urging-withdrawal',
    id: `${cause}/${unit}`,
    at: now.iso,
    by: speaker.person,
    unit,
    urgingId: id,
  }))
  const refusal = entries.map(entry => refusalOf(entry, situation)).find(reason => reason !== null)
  if (refusal !== undefined && refusal !== null) return tell(situation, refusal)
  const told = say(situation, '督查室撤回了刚才的催办，请以台账为准。')
  const recall = urgingLetters(together, situation).map(letter => ({
    key: letter.key,
    instead: { ...letter, key: `${letter.key}/withdrawn`, reply: told },
  }))
  return decision(say(situation, `已撤回催办：${together.length}个单位。还没送到的不再发，已送到的会收到撤回说明。`), {
    entries,
    recall,
  })
}

const messageOf = ({ id, unit }: Urging): string => id.slice(0, -unit.length)

/** 黄牌 27 连续两月未报进展: by a person, with a reason. */
export function decideCard(
  { taskId, colour, reason }: { readonly taskId: string; readonly colour: 'yellow' | 'red'; readonly reason: string },
  situation: Situation,
): Decision {
  const { ledger, records, cause, now, speaker } = situation
  const entry: Entry = {
    kind: 'warning-card',
    id: `${cause}/${taskId}`,
    at: now.iso,
    by: speaker.person,
    taskId,
    colour,
    reason,
  }
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  const name = CARD_NAMES[colour]
  const words = { items: [taskItem(ledger, taskId, [`原因：${reason}`])] }
  const recipients = mainUnits(ledger, taskId).flatMap(({ key }) => recipientsOf(key, records))
  const told = say(situation, `督查室对这项任务亮了${name}`, words)
  const letters = [...new Set(recipients)].map(recipient => ({
    key: `card/${entry.id}/${recipient}`,
    ...destinationOf(recipient),
    reply: told,
    notBefore: now.ms,
    atAnyTime: false,
  }))
  return decision(say(situation, `已记录${name}，通知${letters.length}处`, words), { entries: [entry], letters })
}

export const CARD_NAMES = { yellow: '黄牌', red: '红牌' } as const
