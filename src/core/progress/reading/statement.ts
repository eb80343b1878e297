import { readCorrection } from './correction.ts'
import { type Item, itemsOf } from './items.ts'
import { openingOf, withoutMentions } from './opening.ts'
import { asks, isAskedFor, isCommand, isCommandOfTask, isNounPhrase, isStatusList } from './question.ts'
import { readSaid, type Said, type Statement } from './said.ts'
import { tellsOfWork } from './status.ts'
import type { HasTopic } from './topic-head.ts'
import { foldTyped, type Typed } from './typed.ts'

/** A report as it was read. */
export interface Report {
  readonly statements: readonly Statement[]
  /** Whether a command word opened it (进展, 报一下); otherwise it was known by its shape. */
  readonly explicit: boolean
}

interface Read extends Said {
  readonly item: Item
}

/** Before the words of a report that names no task: 我们目前已…, 项目总体…. */
const LEADING =
  /^(?:截[至止]?到?[^,。;]{1,10},?)?(?:我们|我[局厅委办]|我?单位|我|本[局厅委]|目前|现在|现|当前|本月|本周|今天|今日|昨天|上半年|该?项目|工程|任务|工作|各项|总体|整体|全[省市县]|均|都|全部|刚刚?|基本|顺利|圆满|提前|超额|,){0,8}/u
const STATUS =
  /^(?:已|完成|办结|做完|搞定|[无没暂毫]|未有进展|启动|开工|正在|进行中|推进中|办理中|实施中|建设中|尚未|还[没未]|达到?\d|累计|进展|进度|形象进度|有序|稳步|加快推进|按计划推进|过半|一半|[一二三四五六七八九]成|百分之|\d{1,3}(?:\.\d+)?%)/u
/** Said alone this could as well ask for a list. */
const TOO_LITTLE = /^(?:未完成|未启动|未办结|尚未完成|[无没]有?|暂无|启动|开工)[。!]*$/u

/**
 * Reads what somebody typed as statements of progress; null where it is a question, another command or no report at all.
 * readStatements('27完成80%', context) => one statement, ordinal 27, percent 80
 * readStatements('27完成多少了', context) => null
 */
export function readStatements(utterance: string, context: { readonly hasTopic: HasTopic }): Report | null {
  if (readCorrection(utterance) !== null) return null
  const typed = foldTyped(withoutMentions(utterance))
  const { start, explicit } = openingOf(typed)
  if (isCommand(typed.text.slice(start))) return null
  const all = itemsOf(typed, start, context.hasTopic).map(item => ({ ...readSaid(typed, item, item.head), item }))
  if (all.some(read => isOtherThanReport(read))) return null
  const items = withoutPreamble(all).filter(({ statement }) => statement.text !== '')
  const isReport = explicit ? items.every(read => isMeant(read)) : isShaped(items, typed)
  return items.length > 0 && isReport ? { statements: items.map(({ statement }) => statement), explicit } : null
}

function isOtherThanReport({ statement, main, item }: Read): boolean {
  if (asks(main) || isNounPhrase(main.trim())) return true
  if (main === '' && asks(`${statement.nextStep ?? ''}\n${statement.problem ?? ''}`)) return true
  return item.head ? isCommandOfTask(statement.text) : isStatusList(main)
}

/** Words before the first task that report nothing only announce the rest. */
const withoutPreamble = (items: readonly Read[]): readonly Read[] =>
  items.filter(({ item, reports }, i) => i > 0 || items.length === 1 || item.head !== null || reports)

/** Behind a command word a task and some words are enough; without a task they must tell of work. */
function isMeant({ item, reports, main }: Read): boolean {
  if (reports) return true
  if (item.head) return !isAskedFor(main)
  return tellsOfWork(main) && !isAskedFor(main)
}

/** One statement must report something, and one without a task must look like nothing else. */
function isShaped(items: readonly Read[], typed: Typed): boolean {
  return (
    items.some(({ reports }) => reports) && items.every(read => read.item.head !== null || isStatusAlone(read, typed))
  )
}

function isStatusAlone({ item, statement, reports }: Read, typed: Typed): boolean {
  const words = typed.text.slice(item.start, item.end)
  if (!reports || TOO_LITTLE.test(words)) return false
  if (statement.nextStep !== undefined || statement.problem !== undefined) return true
  return STATUS.test(words.replace(LEADING, '')) || STATUS.test(words)
}
