import { urged } from '../../supervision/decisions/urging.ts'
import type { Entry, Proposal } from '../entry.ts'
import type { Records } from '../records.ts'
import { refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { decideForm } from './form.ts'
import { recorded } from './recorded.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** 确认: what was proposed is written, by the person it was proposed to, as things stand now. */
export function decideConfirm(id: string, situation: Situation): Decision {
  const proposal = proposed(id, situation)
  if (!proposal) return tell(situation, GONE)
  if (isAnswered(proposal, situation.records)) return tell(situation, '这条已经记录过了，没有重复记录。')
  const entries = proposal.entries.map(entry => ({ ...entry, at: situation.now.iso }))
  const refusals = entries.flatMap(entry => refusalOf(entry, situation) ?? [])
  if (refusals.length > 0) {
    return decision(say(situation, refusals[0] ?? '', { notes: refusals.slice(1), hint: '没有记录。' }), {
      drop: [proposal.id],
    })
  }
  // The proposal stays until its time is over: a second press is told that it was done.
  const urgings = entries.filter(entry => entry.kind === 'urging')
  return urgings.length > 0 ? urged(urgings, situation) : recorded(entries.filter(isReport), situation)
}

/** 取消: nothing was written, and nothing will be. */
export function decideCancel(id: string, situation: Situation): Decision {
  const proposal = proposed(id, situation)
  if (!proposal) return tell(situation, GONE)
  if (isAnswered(proposal, situation.records)) return tell(situation, '这条已经记录过了；要撤回，请说“撤回刚才的”。')
  return decision(say(situation, '已取消，没有记录。'), { drop: [proposal.id] })
}

/** 修改: the same again as a form, with what was said in it. */
export function decideEdit(id: string, situation: Situation): Decision {
  const [draft] = proposed(id, situation)?.entries.filter(isReport) ?? []
  if (!draft) return tell(situation, GONE)
  return decideForm(draft.taskId, situation, draft)
}

const GONE = '现在没有等您确认的内容（10分钟内有效，只能由本人确认）。要报进展，请再说一次。'

const isReport = (entry: Entry): entry is Draft => entry.kind === 'report'

/** Whether what was proposed is written: its entries have ids of their own, so that this shows. */
export const isAnswered = ({ entries }: Proposal, records: Records): boolean =>
  entries.every(({ id }) => records.has(id))

/**
 * By its id; where none is named, what was proposed last and not answered. Only ever what was proposed to this person in
 * this chat.
 */
function proposed(id: string, { proposals, records }: Situation): Proposal | null {
  if (id !== '') return proposals.find(proposal => proposal.id === id) ?? null
  return proposals.findLast(proposal => !isAnswered(proposal, records)) ?? proposals.at(-1) ?? null
}
