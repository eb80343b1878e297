import type { PolicyDocument, Task } from '../../src/core/model.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'
import { coreOf } from '../../src/core/search/topic.ts'
import { nonEmpty, seededRandom } from './random.ts'

/** A question as an official would put it, and the words of it that a plain search engine is given. */
export interface BenchQuestion {
  readonly text: string
  readonly words: string
}

interface Subject {
  readonly unit: string
  readonly topic: string
  readonly document: string
  readonly ordinal: string
}

const TEMPLATES: readonly ((subject: Subject) => BenchQuestion)[] = [
  ({ unit }) => ({ text: `${unit}牵头哪些任务`, words: unit }),
  ({ unit }) => ({ text: `${unit}参与多少项任务`, words: unit }),
  ({ unit }) => ({ text: `6月底前${unit}要完成哪些任务`, words: unit }),
  ({ unit, topic }) => ({ text: `${unit}负责的${topic}有哪些任务`, words: `${unit} ${topic}` }),
  ({ topic }) => ({ text: `${topic}由谁负责`, words: topic }),
  ({ topic }) => ({ text: `${topic}的目标是多少`, words: topic }),
  ({ topic }) => ({ text: `请问今年${topic}的进展要求是什么？`, words: topic }),
  ({ topic }) => ({ text: `${topic}什么时候完成`, words: topic }),
  ({ document, ordinal, topic }) => ({ text: `${document}第${ordinal}条`, words: topic }),
  ({ document, topic }) => ({ text: `${document}是谁发的`, words: topic }),
]

/** 市教育局 of a city is asked for with the city's name. */
function fullName(unit: string, { level, region }: PolicyDocument): string {
  return level === 'city' || level === 'county' ? `${region}${unit.replace(/^[市县]/u, '')}` : unit
}

function subjectOf({ document }: LedgerDocument['parsed'], task: Task): Subject {
  const unit = task.leadUnits[0] ?? task.responsibleUnits[0] ?? '省教育厅'
  return {
    unit: fullName(unit, document),
    topic: coreOf(task.title).slice(0, 12),
    document: document.id,
    ordinal: task.ordinal,
  }
}

/** Every template in turn, about tasks drawn from all over the ledger. */
export function benchQuestions(documents: readonly LedgerDocument[], count: number): readonly BenchQuestion[] {
  const random = seededRandom(count)
  return Array.from({ length: count }, (_, number) => {
    const { parsed } = random.pick(nonEmpty(documents))
    const template = nonEmpty(TEMPLATES)[number % TEMPLATES.length] ?? TEMPLATES[0]
    const subject = subjectOf(parsed, random.pick(nonEmpty(parsed.tasks)))
    return template?.(subject) ?? { text: subject.topic, words: subject.topic }
  })
}
