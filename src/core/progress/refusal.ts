import { showPlace } from '../dialog/answers/show-task.ts'
import type { ProgressReport } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import { mainUnits, partOf, unitName } from './duties.ts'
import { CARD_NAMES, type Entry } from './entry.ts'
import type { Records } from './records.ts'
import { MOVES, mayMove, REPORTABLE, STAGE_NAMES } from './workflow.ts'

/** What a refusal is decided on. */
export interface Grounds {
  readonly ledger: Ledger
  readonly records: Records
}

/** Longest text of a report; a form field holds 1000 characters (输入框). */
export const LONGEST_TEXT = 1000

const DAY_MS = 24 * 60 * 60 * 1000

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/**
 * Why an entry may not be written now, as a sentence for who wants it; null where it may. The one gate in front of the
 * store: text, buttons and forms all pass it at the moment of writing, on the sender the platform has authenticated.
 */
export function refusalOf(entry: Entry, grounds: Grounds): string | null {
  switch (entry.kind) {
    case 'report':
      return ofTask(entry, grounds) ?? reportRefusal(entry, grounds)
    case 'withdrawal':
      return withdrawalRefusal(entry, grounds)
    case 'move':
      return ofTask(entry, grounds) ?? ofOffice(entry, grounds) ?? moveRefusal(entry, grounds)
    case 'extension':
      return ofTask(entry, grounds) ?? extensionRefusal(entry, grounds)
    case 'extension-decision':
      return ofOffice(entry, grounds) ?? extensionDecisionRefusal(entry, grounds)
    case 'problem-step':
      return ofOffice(entry, grounds) ?? problemRefusal(entry, grounds)
    case 'binding':
      return bindingRefusal(entry, grounds)
    case 'chat-unit':
      return entry.standing === 'requested' ? null : ofAdmin(entry, grounds)
    case 'chat-document':
      return chatDocumentRefusal(entry, grounds)
    case 'urging':
    case 'urging-withdrawal':
      return ofOffice(entry, grounds)
    case 'warning-card':
      return ofTask(entry, grounds) ?? ofOffice(entry, grounds) ?? cardRefusal(entry)
    default:
      return wishRefusal(entry)
  }
}

const ofTask = ({ taskId }: { readonly taskId: string }, { ledger }: Grounds): string | null =>
  ledger.numberOf(taskId) === null ? `台账里没有任务“${taskId}”。` : null

/** Why somebody may not do what the office does; null where they may. */
export const ofOffice = ({ by }: Pick<Entry, 'by'>, { records }: Pick<Grounds, 'records'>): string | null =>
  records.person(by).roles.has('office') ? null : '这一步由督查室办理，您没有督查室的权限。'

const ofAdmin = ({ by }: Entry, { records }: Grounds): string | null =>
  records.person(by).roles.has('admin') ? null : '这一步由管理员办理，您不是管理员。'

function reportRefusal(entry: EntryOf<'report'>, { ledger, records }: Grounds): string | null {
  const { taskId, unit, by, role, text } = entry
  const foreign = foreignUnit({ taskId, unit, by }, { ledger, records })
  if (foreign !== null) return foreign
  if (role === 'progress' && partOf(ledger, taskId, unit) !== 'main') return whoseItIs({ taskId, unit }, ledger)
  if (text.trim() === '') return '没有写进展内容，请写一句话，例如“27条 已完成选址，下步开工”。'
  if (text.length > LONGEST_TEXT) return `一次最多写${LONGEST_TEXT}字，这里有${text.length}字，请精简或分几次报。`
  const { stage, history } = records.task(taskId)
  if (role === 'progress' && !REPORTABLE.includes(stage)) {
    return `${showPlace(ledger, taskId)}${STAGE_NAMES[stage]}，不能再报进展；确有变化，请联系督查室。`
  }
  const corrected = entry.supersedes
  if (corrected === undefined) return null
  const own = history.some(known => known.kind === 'report' && known.id === corrected && known.by === by)
  return own ? null : '只能更正自己报的进展。'
}

interface Speaking {
  readonly taskId: string
  readonly unit: string
  readonly by: string
}

/** Speaking for a unit that is not one's own, or about a task that is not the unit's. */
function foreignUnit({ taskId, unit, by }: Speaking, { ledger, records }: Grounds): string | null {
  if (!records.person(by).units.includes(unit)) {
    return records.person(by).units.length === 0
      ? '您还没有绑定单位，不能报进展。请先说“绑定 单位名称”，例如“绑定 省能源局”。'
      : whoseItIs({ taskId, unit: records.person(by).units[0] ?? unit }, ledger)
  }
  return partOf(ledger, taskId, unit) === null ? whoseItIs({ taskId, unit }, ledger) : null
}

function whoseItIs({ taskId, unit }: Pick<Speaking, 'taskId' | 'unit'>, ledger: Ledger): string {
  const owners = mainUnits(ledger, taskId).map(({ name }) => name)
  const whose = owners.length > 0 ? `由${owners.join('、')}填报进展` : '文件没有写明责任单位'
  return `${showPlace(ledger, taskId)}${whose}，您绑定的是${unitName(ledger, unit)}，没有写入。`
}

function withdrawalRefusal({ taskId, reportId, by, at }: EntryOf<'withdrawal'>, { records }: Grounds): string | null {
  const { history, reports, notes, stage } = records.task(taskId)
  const report = history.filter(entry => entry.kind === 'report').find(({ id }) => id === reportId)
  if (!report) return '没有找到要撤回的进展。'
  if (report.by !== by) return '只能撤回自己报的进展。'
  if (!records.person(by).units.includes(report.unit)) return '您已不再绑定报这条进展的单位，不能撤回；请联系督查室。'
  if (![...reports, ...notes].some(({ id }) => id === reportId)) return '这条进展已经撤回或更正过了。'
  if (!isOfLastMessage(report, records)) return '只能撤回自己最近报的一条。'
  if (Date.parse(at) - Date.parse(report.at) > DAY_MS) return '已超过一天，不能撤回；请用“改成…”更正，或联系督查室。'
  return stage === 'done' || stage === 'closed' ? `这项任务${STAGE_NAMES[stage]}，不能撤回；请联系督查室。` : null
}

/** One message may have reported on several tasks. */
const isOfLastMessage = (report: ProgressReport, records: Records): boolean => {
  const last = lastOwn(records, report.by)
  return last === null || messageOf(last) === messageOf(report)
}

/** What the id of a report begins with: the message that it came from. */
export const messageOf = ({ id, taskId }: Pick<ProgressReport, 'id' | 'taskId'>): string =>
  id.endsWith(`/${taskId}`) ? id.slice(0, -taskId.length - 1) : id

/** The last report that a person made and that stands; null where there is none. */
export function lastOwn(records: Pick<Records, 'tasks'>, by: string): ProgressReport | null {
  const own = records
    .tasks()
    .flatMap(({ reports, notes }) => [...reports, ...notes])
    .filter(report => report.by === by)
  return own.reduce((last, report) => (last === null || report.at >= last.at ? report : last), own[0] ?? null)
}

function moveRefusal({ taskId, move, reason }: EntryOf<'move'>, { ledger, records }: Grounds): string | null {
  const { stage } = records.task(taskId)
  const { name, needsReason, from } = MOVES[move]
  if (!mayMove(stage, move)) {
    const when = from.map(known => STAGE_NAMES[known]).join('、')
    return `${showPlace(ledger, taskId)}现在是“${STAGE_NAMES[stage]}”，不能${name}；${name}要在“${when}”时办。`
  }
  return needsReason && (reason ?? '').trim() === '' ? `请写明${name}的原因，例如“${name}27 数据无来源”。` : null
}

function extensionRefusal(entry: EntryOf<'extension'>, grounds: Grounds): string | null {
  const foreign = foreignUnit(entry, grounds)
  if (foreign !== null) return foreign
  if (partOf(grounds.ledger, entry.taskId, entry.unit) !== 'main') return whoseItIs(entry, grounds.ledger)
  const { stage, askedExtension } = grounds.records.task(entry.taskId)
  if (!REPORTABLE.includes(stage)) return `这项任务${STAGE_NAMES[stage]}，不用再申请延期。`
  if (askedExtension !== null) return `已经申请延期到${askedExtension.until}，督查室还没有答复。`
  if (entry.until <= entry.at.slice(0, 10)) return `${entry.until}已经过了，请写一个以后的日期。`
  return entry.reason.trim() === '' ? '请写明延期的原因，例如“27条申请延期到9月底，原因：设备未到货”。' : null
}

function extensionDecisionRefusal(entry: EntryOf<'extension-decision'>, { records }: Grounds): string | null {
  const { askedExtension } = records.task(entry.taskId)
  if (askedExtension?.id !== entry.extensionId) return '这项任务没有待批的延期申请。'
  return !entry.isApproved && (entry.reason ?? '').trim() === '' ? '请写明不同意延期的原因。' : null
}

function problemRefusal({ problemId, text }: EntryOf<'problem-step'>, { records }: Grounds): string | null {
  const problem = records.problem(problemId)
  if (!problem) return '没有找到这个问题。'
  if (!problem.isOpen) return '这个问题已经解决了。'
  return text.trim() === '' ? '请写明怎么协调或解决的。' : null
}

/** Anybody asks for themselves and gives up what is theirs; administrators decide. */
function bindingRefusal(entry: EntryOf<'binding'>, grounds: Grounds): string | null {
  if (entry.role === 'liaison' && entry.unit === null) return '请写出单位，例如“绑定 省能源局”。'
  const own = entry.by === entry.person && (entry.standing === 'requested' || entry.standing === 'revoked')
  return own ? null : ofAdmin(entry, grounds)
}

const cardRefusal = ({ reason, colour }: EntryOf<'warning-card'>): string | null =>
  reason.trim() === '' ? `亮${CARD_NAMES[colour]}要写明原因，例如“${CARD_NAMES[colour]} 27 连续两月未报进展”。` : null

type Wish = EntryOf<
  'subscription' | 'subscription-cancel' | 'snooze' | 'quiet' | 'lead-days' | 'implied-switch' | 'days-off-switch'
>

/** Everybody settles reminders for themselves and for the chats they are in; what the clock writes nobody else may. */
function wishRefusal(entry: Wish | EntryOf<'run' | 'gone'>): string | null {
  return entry.kind === 'run' || entry.kind === 'gone' ? '这一步由程序自己办理。' : null
}

function chatDocumentRefusal(
  { by, documentId }: EntryOf<'chat-document'>,
  { ledger, records }: Grounds,
): string | null {
  if (documentId !== null && ledger.documents.every(({ document }) => document.id !== documentId)) {
    return '台账里没有这个文件。'
  }
  const { roles } = records.person(by)
  return roles.size > 0 ? null : '请先绑定单位，再设定本群的文件。'
}
