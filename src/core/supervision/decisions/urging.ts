import { dayOf } from '../../dialog/answers/entry-words.ts'
import { PAGE_SIZE } from '../../dialog/page.ts'
import type { Reply, ReplyItem } from '../../dialog/reply.ts'
import type { Letter } from '../../ports.ts'
import { taskItem, titleOf } from '../../progress/decisions/words.ts'
import { unitName } from '../../progress/duties.ts'
import type { Entry } from '../../progress/entry.ts'
import type { Records } from '../../progress/records.ts'
import { refusalOf } from '../../progress/refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../../progress/situation.ts'
import { standingOf } from '../../progress/standing.ts'
import { groupBy } from '../../search/group.ts'
import { destinationOf } from '../recipients.ts'
import { describeMoment } from '../subscription/echo.ts'
import { localTime, workingTimeAtOrAfter } from '../working-time.ts'

export type Urging = Extract<Entry, { kind: 'urging' }>

/** 督查室提醒省科技厅：以下11项任务请关注进展。 It asks for no answer. */
export const urgingText = (units: readonly string[], tasks: number | string): string =>
  `督查室提醒${units.join('、')}：以下${tasks}项任务请关注进展。`

/** 工作群, or the name of a person. */
export function nameOfRecipient(recipient: string, records: Records): string {
  if (recipient.startsWith('chat:')) return '工作群'
  const id = recipient.slice(recipient.indexOf(':') + 1)
  return `联络员${records.person(id).name || id}`
}

/** The urging that was confirmed: logged, and posted to everybody who was named in its preview. */
export function urged(urgings: readonly Urging[], situation: Situation): Decision {
  const { calendar, now } = situation
  const letters = urgingLetters(urgings, situation)
  const local = localTime(now.ms)
  const at = workingTimeAtOrAfter(calendar, local)
  const isNow = at.day === local.day && at.minute === local.minute
  const when = isNow ? '已记录，正在发出' : `已记录，将在${describeMoment(at)}发出`
  const reply = say(situation, `催办${when}：${urgings.length}个单位，${letters.length}条消息`, {
    hint: '发错了说“撤回催办”。',
  })
  return decision(reply, { entries: urgings, letters })
}

/** One message to each recipient, whatever number of units it stands for. */
function urgingLetters(urgings: readonly Urging[], situation: Situation): readonly Letter[] {
  const sendings = urgings.flatMap(urging => urging.recipients.map(recipient => ({ recipient, urging })))
  return [...groupBy(sendings, ({ recipient }) => recipient)].map(([recipient, list]) => {
    const own = list.map(({ urging }) => urging)
    return {
      key: `urge/${own[0]?.id ?? ''}/${recipient}`,
      ...destinationOf(recipient),
      reply: urgingReply(own, situation),
      notBefore: situation.now.ms,
      atAnyTime: false,
    }
  })
}

function urgingReply(urgings: readonly Urging[], situation: Situation): Reply {
  const { ledger } = situation
  const ids = [...new Set(urgings.flatMap(({ taskIds }) => taskIds))]
  const units = urgings.map(({ unit }) => unitName(ledger, unit))
  return say(situation, urgingText(units, ids.length), {
    items: ids.map((id, i) =>
      urgedItem(id, { number: ids.length > 1 ? i + 1 : null, isShort: i >= PAGE_SIZE }, situation),
    ),
    hint: '报进展直接回复，例如“27完成80%，下步…”。',
  })
}

/** How the task stands and when it is due; behind the first screen its title alone. */
function urgedItem(
  taskId: string,
  { number, isShort }: { readonly number: number | null; readonly isShort: boolean },
  { ledger, records, now }: Situation,
): ReplyItem {
  const at = ledger.numberOf(taskId)
  const task = at === null ? undefined : ledger.tasks[at]
  if (isShort || at === null || !task) return { number, title: titleOf(ledger, taskId), lines: [], taskId }
  const { issuedOn } = ledger.entryOf(at).document
  const { word, due, record } = standingOf(task, records.task(taskId), { today: now.today, issuedOn })
  const silent = record.reports.length === 0 ? '，还没有报过进展' : ''
  return taskItem(ledger, taskId, [`状态：${word}${silent}`, ...(due === null ? [] : [`时限：${due}`])], number)
}

/** 撤回催办: the last one of this person. What has not gone out does not; who has it already is told. */
export function decideUrgeWithdrawal(situation: Situation): Decision {
  const { records, speaker, cause, now, ledger } = situation
  const own = records.allUrgings().filter(({ by }) => by === speaker.person)
  const last = own.reduce<Urging | null>((latest, urging) => (latest && latest.at > urging.at ? latest : urging), null)
  if (!last) return tell(situation, '没有可以撤回的催办。')
  const message = messageOf(last)
  const together = own.filter(urging => messageOf(urging) === message)
  const entries = together.map(({ id, unit }) => ({
    kind: 'urging-withdrawal' as const,
    id: `${cause}/${unit}`,
    at: now.iso,
    by: speaker.person,
    unit,
    urgingId: id,
  }))
  const refusal = entries.map(entry => refusalOf(entry, situation)).find(reason => reason !== null)
  if (refusal !== undefined && refusal !== null) return tell(situation, refusal)
  const day = dayOf(last.at, now.today)
  const recall = urgingLetters(together, situation).map(letter => ({
    key: letter.key,
    instead: {
      ...letter,
      key: `${letter.key}/withdrawn`,
      reply: say(situation, `督查室撤回了${day}的催办，请以台账为准。`),
    },
  }))
  const units = together.map(({ unit }) => unitName(ledger, unit)).join('、')
  return decision(say(situation, `已撤回${day}的催办：${units}。还没送到的不再发，已送到的会收到撤回说明。`), {
    entries,
    recall,
  })
}

const messageOf = ({ id, unit }: Urging): string => id.slice(0, -unit.length)
