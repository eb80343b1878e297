import type { Progress } from '../progress/progress.ts'
import type { Ledger } from '../search/ledger.ts'
import { intersect, type TaskSet } from '../search/task-set.ts'
import { type Answer, blank } from './answer.ts'
import { answerTo } from './answer-to.ts'
import { answerDeclined, answerHelp, answerMine, answerThanks } from './answers/help.ts'
import { narrow } from './filters.ts'
import { type Conversation, inContext, standsAlone } from './follow-up.ts'
import { pageOf } from './page.ts'
import type { Asker } from './reading.ts'
import type { Reply } from './reply.ts'
import { type Ask, emptySlots, type PageTurn, type Slots } from './slots.ts'
import { settled } from './standing-asked.ts'
import { understand } from './understand.ts'
import { tasksOfUnits } from './unit-tasks.ts'
import { MAX_QUESTION } from './utterance.ts'

/** One exchange: the complete answer, the page of it to show, and what to remember for the next. */
export interface Turn {
  readonly answer: Answer
  readonly reply: Reply
  readonly conversation: Conversation
}

export interface AskOptions {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  readonly conversation?: Conversation | null
  /** What was done about the tasks; without it nothing is said of progress. */
  readonly progress?: Progress | null
  /** Who asks, where it is known: 我单位 is theirs. */
  readonly speaker?: Asker | null
  /** The document that a bare 第27条 means in this chat, where one was settled. */
  readonly documentId?: string | null
}

/** Answers questions from one ledger; the same question in the same conversation always has the same answer. */
export interface Assistant {
  ask(question: string, options: AskOptions): Turn
}

export function createAssistant(ledger: Ledger): Assistant {
  return {
    ask(question, { today, conversation = null, progress = null, speaker = null, documentId = null }) {
      const [first = '', ...mended] = corrections(question)
      const situation = { today, progress, speaker, documentId }
      const start = answerTurn(ledger, first, { ...situation, conversation })
      return mended.reduce(
        (turn, next) => answerTurn(ledger, next, { ...situation, conversation: turn.conversation }),
        start,
      )
    },
  }
}

/** 省科技厅，不对，是省水利厅牵头哪些: what was said first, and what puts it right. */
const corrections = (question: string): readonly string[] =>
  question.slice(0, MAX_QUESTION).split(/(?=(?:不对|说错了|错了)[，,、]\s?(?:应?该?是|是|我))/u)

type Situation = Required<AskOptions>

function answerTurn(ledger: Ledger, question: string, situation: Situation): Turn {
  const { today, conversation, progress, speaker } = situation
  const said = understand(question, { ledger, today, hasProgress: progress !== null, speaker })
  const aside = said.ask ? ASIDES[said.ask] : undefined
  if (aside) return keepTalking(ledger, aside(ledger, said, speaker), situation)
  if (said.page) return turnPage(ledger, said.page, situation)
  if (pointsNowhere(said, conversation)) return keepTalking(ledger, notListed(said, conversation), situation)
  const slots = inChat(inContext(said, conversation, ledger), situation, ledger)
  const turns = slots === said ? [question] : [...(conversation?.turns ?? []), question]
  const asked = settled(ledger, slots, { isFollowing: slots !== said, speaker })
  const turn = showPage(ledger, answerTo(ledger, asked, situation), { page: 1, again: { turns, today }, progress })
  return pointsAtList(said) ? withList(turn, conversation) : turn
}

/** A number with no document of its own: the chat's document (本群用5号文), else the one where it is one's own task. */
function inChat(slots: Slots, { documentId, speaker }: Situation, ledger: Ledger): Slots {
  const isBare = slots.ordinals.some(({ of }) => of === 'document') && slots.units.length === 0
  if (!isBare || slots.documents.length > 0 || slots.places.length > 0 || slots.topic.length > 0) return slots
  const known = documentId ?? ownDocument(slots, speaker, ledger)
  if (known === null) return slots
  const placed = { ...slots, documents: [known] }
  return narrow(ledger, placed).tasks.length > 0 ? placed : slots
}

/** 27 exists in several documents, and is a task of who asks in one of them. */
function ownDocument(slots: Slots, speaker: Asker | null, ledger: Ledger): string | null {
  if (speaker === null || speaker.units.length === 0) return null
  const { tasks } = narrow(ledger, slots)
  const documentsOf = (numbers: TaskSet) => new Set([...numbers].map(task => ledger.entryOf(task).document.id))
  if (documentsOf(tasks).size < 2) return null
  const [only = null, ...others] = documentsOf(intersect(tasks, tasksOfUnits(ledger, speaker.units)))
  return others.length === 0 ? only : null
}

/** Said in passing: the last question can still be followed up. */
const ASIDES: Partial<Readonly<Record<Ask, (ledger: Ledger, slots: Slots, speaker: Asker | null) => Answer>>> = {
  thanks: (_ledger, slots) => answerThanks(slots),
  help: answerHelp,
  mine: (_ledger, slots, speaker) => answerMine(slots, speaker),
  decline: (_ledger, slots) => answerDeclined(slots),
}

const pointsAtList = ({ ordinals }: Slots): boolean => ordinals.some(({ of }) => of === 'answer')

/** 第4个 after 第3个 still means the list. */
const withList = (turn: Turn, conversation: Conversation | null): Turn =>
  conversation && conversation.listed.length > 0
    ? { ...turn, conversation: { ...turn.conversation, listed: conversation.listed } }
    : turn

const pointsNowhere = (said: Slots, conversation: Conversation | null): boolean =>
  !standsAlone({ ...said, ordinals: [] }) &&
  said.ordinals.some(({ of, from }) => of === 'answer' && from > (conversation?.listed.length ?? 0)) &&
  (conversation?.choices.length ?? 0) === 0

function notListed(said: Slots, conversation: Conversation | null): Answer {
  const count = conversation?.listed.length ?? 0
  return blank(
    said,
    'none',
    count > 0 ? `上面一共列了${count}项，没有这一项。` : '前面没有列出任务。请先提问，例如“省教育厅牵头哪些任务”。',
  )
}

interface ShownPage {
  readonly page: number
  /** 全部: as much at once as one message can hold. */
  readonly whole?: boolean
  readonly again: Reply['again']
  readonly progress: Progress | null
}

function showPage(ledger: Ledger, answer: Answer, { page: wanted, whole = false, again, progress }: ShownPage): Turn {
  const { reply, page, listed } = pageOf(ledger, answer, { wanted, whole, progress })
  const choices = answer.choices.map(({ slots }) => slots)
  return {
    answer,
    reply: { ...reply, again },
    conversation: { turns: again.turns, slots: answer.slots, listed, page, whole, choices },
  }
}

/** The last question can still be followed up. */
function keepTalking(ledger: Ledger, answer: Answer, { today, conversation, progress }: Situation): Turn {
  const turn = showPage(ledger, answer, { page: 1, again: { turns: conversation?.turns ?? [], today }, progress })
  return conversation ? { ...turn, conversation } : turn
}

/** The last answer again, on another page. */
function turnPage(ledger: Ledger, turn: PageTurn, situation: Situation): Turn {
  const { today, conversation, progress } = situation
  const again = { turns: conversation?.turns ?? [], today }
  if (!conversation) return showPage(ledger, NO_QUESTION, { page: 1, again, progress })
  const answer = answerTo(ledger, conversation.slots, situation)
  return showPage(ledger, answer, { ...pageAfter(turn, conversation), again, progress })
}

const NO_QUESTION = blank(emptySlots, 'help', '前面还没有问题。请先提问，例如“省教育厅牵头哪些任务”。')

const PAGE_AFTER: Readonly<Record<Exclude<PageTurn['to'], 'number'>, (page: number) => number>> = {
  next: page => page + 1,
  previous: page => page - 1,
  first: () => 1,
  last: () => Number.POSITIVE_INFINITY,
  all: () => 1,
}

function pageAfter(turn: PageTurn, { page, whole }: Conversation): Omit<ShownPage, 'again' | 'progress'> {
  if (turn.to === 'number') return { page: turn.page }
  return { page: PAGE_AFTER[turn.to](page), whole: whole || turn.to === 'all' }
}
