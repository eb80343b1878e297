import { partOf } from '../../progress/duties.ts'
import type { Progress } from '../../progress/progress.ts'
import { REPORTABLE, type Stage } from '../../progress/workflow.ts'
import type { Ledger } from '../../search/ledger.ts'
import type { Answer } from '../answer.ts'
import type { Asker } from '../reading.ts'
import type { ReplyAction } from '../reply.ts'

interface Situation {
  readonly progress: Progress | null
  readonly speaker: Asker | null
}

/** What the person can do about the one task that is shown. The buttons say what could be typed; what is typed is checked. */
export function withActions(ledger: Ledger, answer: Answer, { progress, speaker }: Situation): Answer {
  const [task, ...others] = answer.tasks
  const isShown = answer.view === 'detail' || answer.view === 'progress' || answer.slots.ask === 'history'
  if (!progress || task === undefined || others.length > 0 || !isShown) return answer
  const id = ledger.tasks[task]?.id ?? ''
  const { record } = progress.standing(task)
  const isPast = record.history.length > 0 && answer.slots.ask !== 'history'
  const actions = [
    ...(mayReport(ledger, id, speaker) && REPORTABLE.includes(record.stage)
      ? [{ label: '报进展', say: `报进展 ${id}` }]
      : []),
    ...(speaker?.roles.has('office') ? (OFFICE.get(record.stage) ?? []) : []).map(({ label, look }) => ({
      label,
      say: `${label} ${id}`,
      ...(look ? { look } : {}),
    })),
    ...(isPast ? [{ label: '历史进展', say: `${id} 历史进展` }] : []),
  ]
  return actions.length > 0 ? { ...answer, actions } : answer
}

const mayReport = (ledger: Ledger, id: string, speaker: Asker | null): boolean =>
  speaker?.units.some(unit => partOf(ledger, id, unit) !== null) === true

/** 督查室's moves that need no more words than the task; a return is asked for its reason. */
const OFFICE = new Map<Stage, readonly Pick<ReplyAction, 'label' | 'look'>[]>([
  [
    'submitted',
    [
      { label: '通过', look: 'primary' },
      { label: '退回', look: 'danger' },
    ],
  ],
  ['done', [{ label: '销号', look: 'primary' }]],
])
