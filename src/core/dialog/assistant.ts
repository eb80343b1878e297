import type { Ledger } from '../search/ledger.ts'
import { type Answer, blank } from './answer.ts'
import { answerDocuments, answerFacts } from './answers/documents.ts'
import { answerComparison, answerGroups } from './answers/groups.ts'
import { answerDeclined, answerHelp, answerMine, answerThanks } from './answers/help.ts'
import { answerNothing, askWhichDocument, askWhichUnit } from './answers/nothing.ts'
import { answerRelated } from './answers/related.ts'
import { answerCount, answerTasks } from './answers/tasks.ts'
import { type Conversation, inContext, standsAlone } from './follow-up.ts'
import { pageOf } from './page.ts'
import type { Reply } from './reply.ts'
import { type Selection, select } from './select.ts'
import { type Ask, emptySlots, type PageTurn, type Slots } from './slots.ts'
import { understand } from './understand.ts'
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
}

/** Answers questions from one ledger; the same question in the same conversation always has the same answer. */
export interface Assistant {
  ask(question: string, options: AskOptions): Turn
}

export function createAssistant(ledger: Ledger): Assistant {
  return {
    ask(question, { today, conversation = null }) {
      const [first = '', ...mended] = corrections(question)
      const start = answerTurn(ledger, first, { today, conversation })
      return mended.reduce((turn, next) => answerTurn(ledger, next, { today, conversation: turn.conversation }), start)
    },
  }
}

/** 省科技厅，不对，是省水利厅牵头哪些: what was said first, and what puts it right. */
const corrections = (question: string): readonly string[] =>
  question.slice(0, MAX_QUESTION).split(/(?=(?:不对|说错了|错了)[，,、]\s?(?:应?该?是|是|我))/u)

type Situation = Required<AskOptions>

function answerTurn(ledger: Ledger, question: string, { today, conversation }: Situation): Turn {
  const said = understand(question, ledger, today)
  const aside = said.ask ? ASIDES[said.ask] : undefined
  if (aside) return keepTalking(ledger, aside(ledger, said), { today, conversation })
  if (said.page) return turnPage(ledger, said.page, { today, conversation })
  if (pointsNowhere(said, conversation))
    return keepTalking(ledger, notListed(said, conversation), { today, conversation })
  const slots = inContext(said, conversation, ledger)
  const turns = slots === said ? [question] : [...(conversation?.turns ?? []), question]
  const turn = showPage(ledger, answerTo(ledger, slots), { page: 1, again: { turns, today } })
  return pointsAtList(said) ? withList(turn, conversation) : turn
}

/** Said in passing: the last question can still be followed up. */
const ASIDES: Partial<Readonly<Record<Ask, (ledger: Ledger, slots: Slots) => Answer>>> = {
  thanks: (_ledger, slots) => answerThanks(slots),
  help: answerHelp,
  mine: (_ledger, slots) => answerMine(slots),
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
}

function showPage(ledger: Ledger, answer: Answer, { page: wanted, whole = false, again }: ShownPage): Turn {
  const { reply, page, listed } = pageOf(ledger, answer, { wanted, whole })
  const choices = answer.choices.map(({ slots }) => slots)
  return {
    answer,
    reply: { ...reply, again },
    conversation: { turns: again.turns, slots: answer.slots, listed, page, whole, choices },
  }
}

/** The last question can still be followed up. */
function keepTalking(ledger: Ledger, answer: Answer, { today, conversation }: Situation): Turn {
  const turn = showPage(ledger, answer, { page: 1, again: { turns: conversation?.turns ?? [], today } })
  return conversation ? { ...turn, conversation } : turn
}

/** The last answer again, on another page. */
function turnPage(ledger: Ledger, turn: PageTurn, { today, conversation }: Situation): Turn {
  const again = { turns: conversation?.turns ?? [], today }
  if (!conversation) return showPage(ledger, NO_QUESTION, { page: 1, again })
  return showPage(ledger, answerTo(ledger, conversation.slots), { ...pageAfter(turn, conversation), again })
}

const NO_QUESTION = blank(emptySlots, 'help', '前面还没有问题。请先提问，例如“省教育厅牵头哪些任务”。')

const PAGE_AFTER: Readonly<Record<Exclude<PageTurn['to'], 'number'>, (page: number) => number>> = {
  next: page => page + 1,
  previous: page => page - 1,
  first: () => 1,
  last: () => Number.POSITIVE_INFINITY,
  all: () => 1,
}

function pageAfter(turn: PageTurn, { page, whole }: Conversation): Omit<ShownPage, 'again'> {
  if (turn.to === 'number') return { page: turn.page }
  return { page: PAGE_AFTER[turn.to](page), whole: whole || turn.to === 'all' }
}

function answerTo(ledger: Ledger, slots: Slots): Answer {
  if (slots.unknownDocument) return blank(slots, 'none', `台账里没有文件“${slots.unknownDocument}”。`)
  if (slots.ask === 'documents') return answerDocuments(ledger, slots)
  if (isAboutDocument(slots)) return answerFacts(ledger, slots)
  if (saysNothing(slots)) return { ...answerHelp(ledger, slots), summary: '没有听懂您的问题。您可以这样问：' }
  if (slots.ask === 'related') return answerRelated(ledger, slots)
  const selection = select(ledger, slots)
  if (selection.unclear) return askWhichUnit(ledger, slots, selection)
  if (selection.tasks.length === 0) return answerNothing(ledger, slots, selection)
  return answerFrom(ledger, slots, selection)
}

/** A document and nothing else, or a question about the document itself. */
function isAboutDocument({
  ask,
  documents,
  ordinals,
  units,
  topic,
  due,
  quantity,
  flags,
  section,
  taskIds,
}: Slots): boolean {
  if (ask === 'facts' && documents.length === 0) return true
  if (documents.length === 0 || ordinals.length > 0 || units.length > 0 || taskIds.length > 0) return false
  const bare = topic.length === 0 && !due && !quantity && flags.length === 0 && section === null
  return ask === 'facts' || (bare && (ask === null || ask === 'detail'))
}

function saysNothing(slots: Slots): boolean {
  const { units, documents, places, ordinals, taskIds, section, due, quantity, flags, topic, ask, year } = slots
  const filters = [units, documents, places, ordinals, taskIds, flags, topic].some(list => list.length > 0)
  const counted = ask === 'count' || ask === 'group' || ask === 'list' || ask === 'compare'
  return !filters && section === null && !due && !quantity && year === null && !counted
}

function answerFrom(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  if (slots.ask === 'group') return answerGroups(ledger, slots, selection)
  if (slots.ask === 'compare') return answerComparison(ledger, slots, selection)
  if (isUnclearOrdinal(ledger, slots, selection)) return askWhichDocument(ledger, slots, selection)
  return slots.ask === 'count' ? answerCount(ledger, slots, selection) : answerTasks(ledger, slots, selection)
}

/** One number that several documents, or several sections of one, have. */
function isUnclearOrdinal(ledger: Ledger, { ordinals, units, topic }: Slots, { ranked }: Selection): boolean {
  const [ordinal] = ordinals
  if (!ordinal || ordinals.length > 1 || ordinal.from !== ordinal.to || units.length > 0 || topic.length > 0)
    return false
  return new Set(ranked.map(task => ledger.entryOf(task))).size > 1
}
