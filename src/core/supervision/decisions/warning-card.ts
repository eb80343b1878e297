import type { Reply } from '../../dialog/reply.ts'
import { isDecision, pickTask } from '../../progress/decisions/pick.ts'
import { taskItem } from '../../progress/decisions/words.ts'
import { mainUnits } from '../../progress/duties.ts'
import { CARD_NAMES, type Entry } from '../../progress/entry.ts'
import { refusalOf } from '../../progress/refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../../progress/situation.ts'
import { destinationOf, recipientsOf } from '../recipients.ts'

type Card = Extract<Entry, { kind: 'warning-card' }>

/** 黄牌 27 连续两月未报进展: by a person, with a reason. */
export function decideCard(
  { task, colour, reason }: { readonly task: string } & Pick<Card, 'colour' | 'reason'>,
  situation: Situation,
): Decision {
  const { cause, now, speaker } = situation
  const name = CARD_NAMES[colour]
  const picked = pickTask(task, situation, { again: id => `${name} ${id} ${reason}`.trim() })
  if (isDecision(picked)) return picked
  const { taskId, isExact } = picked
  const id = `${cause}/${taskId}`
  const entry: Card = { kind: 'warning-card', id, at: now.iso, by: speaker.person, taskId, colour, reason }
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  return isExact ? given(entry, situation) : decision(whichCard(entry, situation))
}

/** A task found by topic or context: written only where it is said again by its number. */
function whichCard({ taskId, colour, reason }: Card, situation: Situation): Reply {
  const name = CARD_NAMES[colour]
  return say(situation, `您是要给这一项亮${name}吗？`, {
    items: [taskItem(situation.ledger, taskId, [`原因：${reason}`])],
    actions: [{ label: `亮${name}`, say: `${name} ${taskId} ${reason}`, look: 'danger' }],
    hint: `是的话点“亮${name}”，或写出序号再说一遍。`,
  })
}

function given(entry: Card, situation: Situation): Decision {
  const { ledger, records, now } = situation
  const { id, taskId, colour, reason } = entry
  const name = CARD_NAMES[colour]
  const words = { items: [taskItem(ledger, taskId, [`原因：${reason}`])] }
  const recipients = mainUnits(ledger, taskId).flatMap(({ key }) => recipientsOf(key, records))
  const letters = [...new Set(recipients)].map(recipient => ({
    key: `card/${id}/${recipient}`,
    ...destinationOf(recipient),
    reply: say(situation, `督查室对这项任务亮了${name}`, words),
    notBefore: now.ms,
    atAnyTime: false,
  }))
  const told = letters.length > 0 ? `通知${letters.length}处` : '责任单位还没有联络员或工作群，没有通知'
  return decision(say(situation, `已记录${name}，${told}`, words), { entries: [entry], letters })
}
