import type { PolicyDocument, Task } from '../../src/core/model.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'
import { keyTermsOf } from '../../src/core/search/key-terms.ts'
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

/** One in twenty is mistyped; the rest is what the manual shows. */
const TEMPLATES: readonly ((subject: Subject) => BenchQuestion)[] = [
  ({ unit }) => ({ text: `${unit}牵头哪些任务`, words: unit }),
  ({ unit }) => ({ text: `${unit}参与多少项任务`, words: unit }),
  ({ unit }) => ({ text: `${unit}负责什么`, words: unit }),
  ({ unit }) => ({ text: `6月底前${unit}要完成哪些任务`, words: unit }),
  ({ unit }) => ({ text: `${unit}有哪些任务没有期限`, words: unit }),
  ({ unit, topic }) => ({ text: `${unit}负责的任务里哪些和${topic}有关`, words: `${unit} ${topic}` }),
  ({ topic }) => ({ text: `${topic}由谁负责`, words: topic }),
  ({ topic }) => ({ text: `${topic}的目标是多少`, words: topic }),
  ({ topic }) => ({ text: `请问今年${topic}的目标是多少？`, words: topic }),
  ({ topic }) => ({ text: `${topic}什么时候完成`, words: topic }),
  ({ topic }) => ({ text: `关于${topic}有哪些任务`, words: topic }),
  ({ topic }) => ({ text: `${topic}相关的任务有多少项`, words: topic }),
  ({ topic }) => ({ text: `${topic}的原文`, words: topic }),
  ({ topic }) => ({ text: topic, words: topic }),
  ({ document, ordinal, topic }) => ({ text: `${document}第${ordinal}条`, words: topic }),
  ({ document, ordinal, topic }) => ({ text: `${document}第${ordinal}条由谁牵头`, words: topic }),
  ({ document, topic }) => ({ text: `${document}是谁发的`, words: topic }),
  ({ document, topic }) => ({ text: `${document}里${topic}怎么要求的`, words: topic }),
  ({ document, unit }) => ({ text: `${document}里${unit}牵头多少项`, words: unit }),
  ({ topic }) => ({ text: `${mistype(topic)}由谁负责`, words: mistype(topic) }),
]

/** One wrong character in the middle. */
function mistype(topic: string): string {
  const middle = Math.floor(topic.length / 2)
  return `${topic.slice(0, middle)}和${topic.slice(middle + 1)}`
}

/** 市教育局 of a city is asked for with the city's name. */
function fullName(unit: string, { level, region }: PolicyDocument): string {
  return level === 'city' || level === 'county' ? `${region}${unit.replace(/^[市县]/u, '')}` : unit
}

function subjectOf({ document }: LedgerDocument['parsed'], task: Task): Subject {
  const unit = task.leadUnits[0] ?? task.responsibleUnits[0] ?? '省教育厅'
  const topic = keyTermsOf(task, null)[0] ?? task.title
  return { unit: fullName(unit, document), topic, document: document.id, ordinal: task.ordinal }
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
