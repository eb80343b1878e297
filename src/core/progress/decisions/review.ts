import type { Reply, ReplyForm } from '../../dialog/reply.ts'
import type { Letter } from '../../ports.ts'
import type { Command } from '../command.ts'
import type { Entry, Move } from '../entry.ts'
import { letterTo } from '../letters.ts'
import { ofOffice, refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { MOVES, mayMove, STAGE_NAMES } from '../workflow.ts'
import { partLines } from './echo.ts'
import { isDecision, pickTask } from './pick.ts'
import { signed } from './report.ts'
import { named, taskItem } from './words.ts'

/** 通过27，28退回 …: what stands for a reason is another task. */
const SEVERAL = /^第?\d{1,4}(?:条|项)?(?:$|\s*(?:也?(?:审核)?不?通过|退回|打回|驳回|销号|中止|终止|恢复))/u

/** 通过27 · 退回27 数据无来源 · 27销号: what the office decides about a task. */
export function decideMove(
  { move, task, reason }: Pick<Extract<Command, { kind: 'move' }>, 'move' | 'task' | 'reason'>,
  situation: Situation,
): Decision {
  const { name } = MOVES[move]
  const closed = ofOffice({ by: situation.speaker.person }, situation)
  if (closed !== null) return tell(situation, closed)
  if (SEVERAL.test(reason)) return tell(situation, `一次办一项，请分开说，例如“${name} 27”。`)
  const picked = pickTask(task, situation, {
    again: id => `${name} ${id} ${reason}`.trim(),
    fits: id => mayMove(situation.records.task(id).stage, move),
  })
  if (isDecision(picked)) return picked
  const entry: Entry = { ...signed(situation, picked.taskId), kind: 'move', move, ...(reason === '' ? {} : { reason }) }
  const refusal = refusalOf({ ...entry, reason: entry.reason ?? '—' }, situation)
  if (refusal !== null) return tell(situation, refusal)
  if (!picked.isExact) return decision(whichMove(picked.taskId, { move, reason }, situation))
  if (MOVES[move].needsReason && reason === '') return decision(askReason(picked.taskId, move, situation))
  return moved(entry, situation)
}

/** A task found by topic: written only where it is said again by its number. */
function whichMove(
  taskId: string,
  { move, reason }: { readonly move: Move; readonly reason: string },
  situation: Situation,
): Reply {
  const { name } = MOVES[move]
  return say(situation, `您是要${name}这一项吗？`, {
    items: [taskItem(situation.ledger, taskId, [])],
    actions: [{ label: name, say: `${name} ${taskId} ${reason}`.trim(), look: 'primary' }],
    hint: `是的话点“${name}”，或写出序号再说一遍。`,
  })
}

/** 退回 pressed on a card: what for? */
function askReason(taskId: string, move: Move, situation: Situation): Reply {
  const { name } = MOVES[move]
  const form: ReplyForm = {
    name: move,
    subject: taskId,
    submit: name,
    fields: [{ name: 'reason', label: `${name}的原因`, value: '', longest: 500 }],
  }
  return {
    ...say(situation, `请写明${name}的原因`, {
      items: [taskItem(situation.ledger, taskId, [])],
      hint: `也可以直接说“${name} 序号 原因”。`,
    }),
    form,
  }
}

/** Writes the move and tells who reported. */
function moved(entry: Extract<Entry, { kind: 'move' }>, situation: Situation): Decision {
  const { ledger } = situation
  const { name, to } = MOVES[entry.move]
  const because = entry.reason === undefined ? '' : `，原因：${entry.reason}`
  const reply = say(situation, `${name}已记录：${named(ledger, entry.taskId)}现在是“${STAGE_NAMES[to]}”${because}`)
  const told = say(situation, `督查室${name}了${named(ledger, entry.taskId)}${because}`, {
    items: [taskItem(ledger, entry.taskId, [`状态：${STAGE_NAMES[to]}`, ...lastWords(entry.taskId, situation)])],
    ...(entry.move === 'return'
      ? { actions: [{ label: '报进展', say: `报进展 ${entry.taskId}`, look: 'primary' as const }] }
      : {}),
  })
  return decision(reply, {
    entries: [entry],
    letters: lettersToReporter(entry.taskId, { key: `move/${entry.id}`, reply: told }, situation),
  })
}

const lastWords = (taskId: string, { records }: Situation): readonly string[] => {
  const report = records.task(taskId).reports.at(-1)
  return report ? partLines(report) : []
}

/** To who reported on the task last, unless that is who acts. */
export function lettersToReporter(
  taskId: string,
  { key, reply }: { readonly key: string; readonly reply: Reply },
  { records, speaker, now }: Situation,
): readonly Letter[] {
  const person = records.task(taskId).reports.at(-1)?.by
  return person === undefined || person === speaker.person
    ? []
    : [letterTo(person, { key, reply, now, isAwaited: true })]
}
