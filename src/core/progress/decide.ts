import { decideUrge } from '../supervision/decisions/urge.ts'
import { decideUrgeWithdrawal } from '../supervision/decisions/urging.ts'
import { decideCard } from '../supervision/decisions/warning-card.ts'
import { decideWish } from '../supervision/decisions/wish.ts'
import type { Command } from './command.ts'
import { decideChat, decideChatDocument, decideChatUnit } from './decisions/chat.ts'
import { decideCancel, decideConfirm, decideEdit } from './decisions/confirm.ts'
import { decideCorrect, decideWithdraw } from './decisions/correct.ts'
import { decideExtend, decideExtension } from './decisions/extension.ts'
import { decideForm, decideSubmission } from './decisions/form.ts'
import { decideBind, decideBinding, decidePeople, decideUnbind, decideWhoAmI, unbound } from './decisions/people.ts'
import { isDecision, pickTask } from './decisions/pick.ts'
import { decideProblem } from './decisions/problem.ts'
import { decideReport } from './decisions/report.ts'
import { decideMove } from './decisions/review.ts'
import { decideSheet } from './decisions/sheet.ts'
import { Move } from './entry.ts'
import { type Decision, type Situation, tell } from './situation.ts'

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

type Deciders = { readonly [Kind in Command['kind']]: (command: CommandOf<Kind>, situation: Situation) => Decision }

const DECIDERS: Deciders = {
  confirm: ({ proposal }, situation) => decideConfirm(proposal, situation),
  cancel: ({ proposal }, situation) => decideCancel(proposal, situation),
  edit: ({ proposal }, situation) => decideEdit(proposal, situation),
  form: ({ task }, situation) => formFor(task, situation),
  report: ({ statements }, situation) => decideReport(statements, situation),
  correct: decideCorrect,
  withdraw: ({ task }, situation) => decideWithdraw(task, situation),
  move: decideMove,
  extend: decideExtend,
  'decide-extension': decideExtension,
  problem: decideProblem,
  bind: ({ words }, situation) => decideBind(words, situation),
  unbind: ({ person }, situation) => decideUnbind(person, situation),
  'who-am-i': (_command, situation) => decideWhoAmI(situation),
  people: (_command, situation) => decidePeople(situation),
  'decide-binding': decideBinding,
  'chat-document': ({ words }, situation) => decideChatDocument(words, situation),
  'chat-unit': ({ words }, situation) => decideChatUnit(words, situation),
  'decide-chat-unit': decideChat,
  wish: ({ wish }, situation) => decideWish(wish, situation),
  urge: ({ words }, situation) => decideUrge(words, situation),
  'withdraw-urging': (_command, situation) => decideUrgeWithdrawal(situation),
  card: decideCard,
  export: ({ words }, situation) => decideSheet(words, situation),
}

/** What becomes of a command, as things stand. Pure: the same again for the same situation. */
export function decide<Kind extends Command['kind']>(command: CommandOf<Kind>, situation: Situation): Decision {
  const decider: (command: CommandOf<Kind>, situation: Situation) => Decision = DECIDERS[command.kind]
  return decider(command, situation)
}

function formFor(words: string, situation: Situation): Decision {
  if (situation.records.person(situation.speaker.person).units.length === 0) return unbound(situation)
  const picked = pickTask(words, situation, { again: id => `报进展 ${id}` })
  return isDecision(picked) ? picked : decideForm(picked.taskId, situation)
}

/** What becomes of a form that was filled in; its name and subject are foreign input like its fields. */
export function decideFilled(
  {
    name,
    subject,
    fields,
  }: { readonly name: string; readonly subject: string; readonly fields: Readonly<Record<string, string>> },
  situation: Situation,
): Decision {
  const reason = (fields['reason'] ?? '').trim()
  if (name === 'report') return decideSubmission(subject, fields, situation)
  if (name === 'refuse-extension') {
    return decideExtension({ kind: 'decide-extension', isApproved: false, task: subject, reason }, situation)
  }
  const move = Move.safeParse(name).data
  return move === undefined
    ? tell(situation, '这张表单已经不能用了，请重新打开。')
    : decideMove({ move, task: subject, reason }, situation)
}
