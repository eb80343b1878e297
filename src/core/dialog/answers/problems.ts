import { unitName } from '../../progress/duties.ts'
import type { Progress } from '../../progress/progress.ts'
import type { Problem } from '../../progress/task-record.ts'
import type { Ledger } from '../../search/ledger.ts'
import { hasTask } from '../../search/task-set.ts'
import { type Answer, blank } from '../answer.ts'
import { describe } from '../describe.ts'
import type { Asker } from '../reading.ts'
import type { ReplyItem } from '../reply.ts'
import type { Selection } from '../select.ts'
import type { Slots } from '../slots.ts'
import { dayOf } from './entry-words.ts'
import { placeOf } from './show-task.ts'

export interface ProblemsAsked {
  readonly selection: Selection
  readonly progress: Progress
  readonly speaker: Asker | null
}

/** 有哪些问题: what was reported to stand in the way and is not solved; 解决了哪些问题: what is. */
export function answerProblems(ledger: Ledger, slots: Slots, { selection, progress, speaker }: ProblemsAsked): Answer {
  const isOpen = slots.ask === 'problems'
  const troubled = progress.having(selection.tasks, [isOpen ? 'troubled' : 'solved'])
  const found = selection.ranked
    .filter(task => hasTask(troubled, task))
    .flatMap(task =>
      progress
        .standing(task)
        .record.problems.flatMap(problem => (problem.isOpen === isOpen ? [{ task, problem }] : [])),
    )
  const subject = `${describe(ledger, slots, selection)}${isOpen ? '没有解决的问题' : '已解决的问题'}`
  if (found.length === 0)
    return blank(slots, 'none', `${describe(ledger, slots, selection)}没有${isOpen ? '待解决' : '已解决'}的问题。`)
  const tasks = [...new Set(found.map(({ task }) => task))]
  const mayStep = isOpen && speaker?.roles.has('office') === true
  return {
    ...blank(slots, 'count', `${subject}共${found.length}个，涉及${tasks.length}项任务`),
    total: found.length,
    tasks,
    lines: found.map(({ task, problem }, i) => problemItem(ledger, progress, { task, problem, number: i + 1 })),
    ...(mayStep ? { hint: hintFor(ledger, tasks) } : {}),
  }
}

/** The office types what it did; the first task of the list serves as the example. */
function hintFor(ledger: Ledger, [task = 0]: readonly number[]): string {
  const id = ledger.tasks[task]?.id ?? ''
  return `协调问题，说“协调 ${id} 怎么协调的”；解决了，说“解决 ${id} 怎么解决的”。`
}

interface Place {
  readonly task: number
  readonly problem: Problem
  readonly number: number
}

function problemItem(ledger: Ledger, progress: Progress, { task, problem, number }: Place): ReplyItem {
  const { report, steps } = problem
  const { id = null, title = '' } = ledger.tasks[task] ?? {}
  const tell = (at: string) => dayOf(at, progress.today)
  return {
    number,
    title: report.problem ?? '',
    lines: [
      `${placeOf(ledger, task)} ${title}`,
      `${unitName(ledger, report.unit)}${tell(report.at)}反映`,
      ...steps.map(({ at, step, text }) => `${tell(at)}${step === 'solve' ? '解决' : '协调'}：${text}`),
    ],
    taskId: id,
  }
}
