import { exampleQuestions } from '../core/dialog/answers/help.ts'
import type { Assistant, Turn } from '../core/dialog/assistant.ts'
import type { Reply } from '../core/dialog/reply.ts'
import type { Ledger } from '../core/search/ledger.ts'

/** What is needed to say what one can ask here, today. */
export interface GreetingSources {
  readonly assistant: Assistant
  readonly ledger: Ledger
  readonly today: string
}

const EXAMPLES = 3

/** Kinds of answer that show what is in the ledger. */
const ANSWERS: ReadonlySet<Turn['answer']['kind']> = new Set(['tasks', 'count', 'fact', 'document'])

/** A few questions that this ledger answers. */
export function liveExamples({ assistant, ledger, today }: GreetingSources): readonly string[] {
  const answered = exampleQuestions(ledger).filter(question =>
    ANSWERS.has(assistant.ask(question, { today }).answer.kind),
  )
  return answered.slice(0, EXAMPLES)
}

/** To somebody who has not asked yet. */
export function greeting(sources: GreetingSources): Reply {
  const { documents, tasks } = sources.ledger
  const summary = `我是督办助手，按${documents.length}个文件的${tasks.length}项任务回答，条条有出处。在群里@我，或私下直接问，例如：`
  return { ...plain(summary, sources.today), suggestions: liveExamples(sources), hint: '更多问法，说“帮助”。' }
}

/** To a picture, a file or a sticker. */
export function unreadable(sources: GreetingSources): Reply {
  const [example = '都有哪些文件'] = liveExamples(sources)
  return plain(`这类消息我还看不懂，请用文字提问，例如“${example}”。`, sources.today)
}

/** To somebody whose question broke something here: `code` is in the log line. */
export function apology(code: string, today: string): Reply {
  return plain(`抱歉，刚才没能回答，请稍后再问一次；若还不行，请把代码 ${code} 告诉管理员。`, today)
}

const plain = (summary: string, today: string): Reply => ({
  summary,
  notes: [],
  items: [],
  page: null,
  choices: [],
  suggestions: [],
  again: { turns: [], today },
  hint: null,
})
