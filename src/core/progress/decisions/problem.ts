import type { Command } from '../command.ts'
import type { Entry } from '../entry.ts'
import { letterTo } from '../letters.ts'
import { ofOffice, refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { isDecision, pickTask } from './pick.ts'
import { signed } from './report.ts'
import { named } from './words.ts'

const STEPS = { coordinate: '协调', solve: '解决' } as const

/** 协调27 … · 解决27 …: the office's answer to a reported problem, told to who reported it. */
export function decideProblem(
  { step, task, text }: Extract<Command, { kind: 'problem' }>,
  situation: Situation,
): Decision {
  const { ledger, records, speaker, now } = situation
  const name = STEPS[step]
  const closed = ofOffice({ by: speaker.person }, situation)
  if (closed !== null) return tell(situation, closed)
  const picked = pickTask(task, situation, {
    again: id => `${name} ${id} ${text}`.trim(),
    fits: id => records.task(id).problems.some(({ isOpen }) => isOpen),
  })
  if (isDecision(picked)) return picked
  const problem = records.task(picked.taskId).problems.findLast(({ isOpen }) => isOpen)
  if (!problem) return tell(situation, `${named(ledger, picked.taskId)}没有待解决的问题。`)
  const entry: Entry = {
    ...signed(situation, picked.taskId),
    kind: 'problem-step',
    problemId: problem.id,
    step,
    text: text === '' && step === 'solve' ? '已解决' : text,
  }
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  const { by, problem: words = '' } = problem.report
  const notes = [`问题：${words}`, `${name}：${entry.text}`]
  const told = say(situation, `督查室答复了您报的问题（${name}）：${named(ledger, picked.taskId)}`, { notes })
  return decision(say(situation, `已记录${name}：${named(ledger, picked.taskId)}`, { notes }), {
    entries: [entry],
    letters:
      by === speaker.person ? [] : [letterTo(by, { key: `problem/${entry.id}`, reply: told, now, isAwaited: true })],
  })
}
