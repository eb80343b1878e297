import type { Reply } from '../../dialog/reply.ts'
import type { Letter } from '../../ports.ts'
import { unitName } from '../duties.ts'
import type { Entry } from '../entry.ts'
import { letterTo, peopleWith } from '../letters.ts'
import { type Decision, decision, type Situation, say } from '../situation.ts'
import { nextStage, STAGE_NAMES } from '../workflow.ts'
import { reportItem } from './echo.ts'
import { taskItem } from './words.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** Writes reports, and tells the office of what waits for it. */
export function recorded(drafts: readonly Draft[], situation: Situation): Decision {
  const reply = say(situation, `已记录${drafts.length}项进展`, {
    items: drafts.map((draft, i) => recordedItem(draft, situation, drafts.length > 1 ? i + 1 : null)),
    hint: '有误可说“改成…”更正，或说“撤回刚才的”。',
  })
  return decision(reply, { entries: drafts, letters: officeLetters(drafts, situation) })
}

function recordedItem(draft: Draft, { ledger, records }: Situation, number: number | null) {
  const stage = nextStage(records.task(draft.taskId).stage, draft)
  const line = draft.role === 'note' ? '已记为配合单位的说明' : `状态：${STAGE_NAMES[stage]}`
  return taskItem(ledger, draft.taskId, [`${unitName(ledger, draft.unit)}｜${line}`], number)
}

/** One message to each person of the office for all of a message's reports that wait for review or raise a problem. */
function officeLetters(drafts: readonly Draft[], situation: Situation): readonly Letter[] {
  const { records, now, cause, speaker } = situation
  const submitted = drafts.filter(draft => draft.role === 'progress' && draft.declaresDone)
  const problems = drafts.filter(draft => draft.problem !== undefined && !submitted.includes(draft))
  if (submitted.length + problems.length === 0) return []
  const reply = officeReply({ submitted, problems }, situation)
  return peopleWith(records, 'office', speaker.person).map(person =>
    letterTo(person, { key: `review/${cause}`, reply, now }),
  )
}

interface ForOffice {
  readonly submitted: readonly Draft[]
  readonly problems: readonly Draft[]
}

/** The review card. */
function officeReply({ submitted, problems }: ForOffice, situation: Situation): Reply {
  const counts = [
    ...(submitted.length > 0 ? [`${submitted.length}项待审核`] : []),
    ...(problems.length > 0 ? [`${problems.length}项有新问题`] : []),
  ]
  const drafts = [...submitted, ...problems]
  const [only, ...others] = submitted
  const actions = only && others.length === 0 ? reviewActions(only.taskId) : []
  const unit = unitName(situation.ledger, drafts[0]?.unit ?? '')
  return say(situation, `${unit}报来进展：${counts.join('，')}`, {
    items: drafts.map((draft, i) => reportItem(draft, situation, drafts.length > 1 ? i + 1 : null)),
    actions,
    hint:
      problems.length > 0
        ? '协调问题说“协调27 内容”，解决了说“解决27 内容”。'
        : '通过说“通过27”，退回说“退回27 原因”。',
  })
}

/** What the office can do with a task that waits for it. */
export const reviewActions = (taskId: string) =>
  [
    { label: '通过', say: `通过 ${taskId}`, look: 'primary' },
    { label: '退回', say: `退回 ${taskId}` },
  ] as const
