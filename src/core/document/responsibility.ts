import { withoutRules } from './document-rule.ts'
import { type LabelRole, labelRole } from './role-label.ts'
import { type Segment, segments } from './segment.ts'
import { looksLikeUnit, type UnitMention, unitNames } from './unit-name.ts'

export type UnitRole = 'lead' | 'support' | 'responsible'

/** A unit in the part an annotation gives it. */
export interface RoleMention extends UnitMention {
  readonly role: UnitRole
}

/** What one annotation says. Offsets are into the text that was read. */
export interface Responsibility {
  readonly mentions: readonly RoleMention[]
  /** Values of 完成时限 and its like. */
  readonly deadlines: readonly (readonly [start: number, end: number])[]
  /** Whether a part was written at all (负责, 牵头单位：) and not only names. */
  readonly hasRole: boolean
  /** Characters that are neither names nor words of responsibility: prose that happens to say 负责. */
  readonly stray: number
  /** Whether a clause of time goes on to say what is to be done: 三年内建成数据库. */
  readonly saysWhat: boolean
}

const LABEL =
  /^(?:(?<plain>[一-龥、/]{1,12}(?:[（(][^（()）]{1,20}[）)][一-龥]{0,4})?)[:：]|[【[](?<boxed>[一-龥]{2,10})[】\]][:：]?)/

const ROLE_AFTER_NAMES = /^(?:牵头|主办|主责|配合|参与|协办|责任)(?:单位|部门)$/
const AFTER_UNIT = '(?<=[厅局委办部署院会府行司位门区县镇团联社])'
const VERBS: Readonly<Record<string, readonly string[]>> = {
  lead: [
    '总?牵头(?!单位|部门|领导|责任|处室|科室|机构)',
    '主办(?!方|单位|部门)',
    '主责(?!任|单位|部门)',
    '[为是](?:总?牵头|主办)(?:责任)?(?:单位|部门)',
  ],
  together: ['会同', '会商', '(?<=[厅局委办部署院])(?:商(?![务业贸会投洽标])|联合)(?=[一-龥]{2,}[厅局委办部])'],
  support: [
    '(?:配合|参与|参加|协助|协办|协同)(?!单位|部门)',
    '[为是](?:配合|参与|协办)(?:单位|部门)',
    `${AFTER_UNIT}支持`,
  ],
  watch: [`${AFTER_UNIT}(?:督导|督办|监督|督查|考核|验收|指导)(?![一-龥]*(?:单位|部门|组|室|局|处|委|中心))`],
  responsible: [
    '负责(?!人|同志|制)',
    '承办(?!单位)|组织实施|抓好落实',
    '(?:分工|职责)(?:落实|推进|实施|抓好|办理|完成)',
    '[为是](?:责任|承办|实施)(?:单位|部门)',
    `${AFTER_UNIT}(?:落实|统筹)`,
  ],
}
const VERB = new RegExp(
  Object.entries(VERBS)
    .map(([role, forms]) => `(?<${role}>${forms.join('|')})`)
    .join('|'),
  'g',
)
const MANNER =
  /(?:按照?|依据?|根据|结合)(?:着)?(?:各自|部门|有关|相关)?的?(?:工作)?(?:职责|职能|权限|任务|分工)+(?:范围)?(?:和?(?:职责|分工))?$|(?:共同|联合|具体|分工|分别|各自|分头|密切|积极|协同|全力|抓好|做好|组织|全面|主要|统筹|协调|按|依)$/
const COMPLEMENT = /^(?:负责|组织|落实|实施|抓总|抓好|推进|办理|完成|制定|做好|相关|工作|到位|总责|统筹|协调|等)+/
const LEAD_MARK = /[（(〔[【](?:总?牵头|主办|第一责任|总?牵头(?:责任)?(?:单位|部门)|第一责任单位)[）)〕\]】]$/
const SUPPORT_MARK = /[（(〔[【](?:配合|参与|协办|协助|协同|(?:配合|参与|协办)(?:单位|部门))[）)〕\]】]$/
const TIME_WORDS =
  /[\d一二三四五六七八九十]+(?:年|月|日|个月|季度|周)|年底|年内|月底|底前|季度|半年|长期|持续|常态|全年|每年|汛期|按期|即时|适时|前完成|时限/
/** 于2026年9月底前完成, behind a name it leaves whole. */
const TIME_TAIL =
  /(?:于|在|到|至|力争|确保|争取)*(?:20\d\d年|\d{1,2}月|[今明当本]年|年[底内末]|[一二三四]季度|[上下]半年|[一-龥]?汛期前).*$/
/** A clause of time that names no work of its own: 12月底前完成, 2026年3月底，长期坚持. */
const ONLY_TIME =
  /^(?:并|请|应|须|要|确保|力争|争取|原则上|于|在|到|至|截至)*(?:20\d\d|\d{1,2}[月日天个.]|[一二三四五六七八九十]+(?:月|年|个月|季度)|[今明当本全每年第]|[上下]半年|长期|持续|常态|[一-龥]?汛期|按期|按时|即时|适时|实施|完成).{0,12}?(?:[前底末内]|[年月日]|季度|半年|长期|持续|常态|期)(?:要|须|全部|基本)*(?:完成|落实|办结|到位|实施|推进|坚持|见效|报送|反馈|整改|化)*$/
const NO_ENTRY = /^(?:[/\\—–-]+|无|暂无|另行通知|见附件)$/

const BRACKETED = /[（(〔][^（()）〔〕]*[）)〕]/g

/** The words with those in brackets blanked out. */
function withoutBrackets(text: string): string {
  return /[（(〔]/.test(text) ? text.replace(BRACKETED, blank) : text
}

function blank(words: string): string {
  return '□'.repeat(words.length)
}

/** Reads one annotation from left to right: names wait until a label before them or a verb after them gives their part. */
class AnnotationReader {
  readonly mentions: RoleMention[] = []
  readonly deadlines: [number, number][] = []
  hasRole = false
  stray = 0
  saysWhat = false
  #pending: RoleMention[] = []
  #label: LabelRole | null
  #sawLead = false
  #together = false

  constructor(label: LabelRole | null) {
    this.#label = label
  }

  read(segment: Segment): void {
    const label = LABEL.exec(segment.text)
    const role = label === null ? null : labelRole(label.groups?.['plain'] ?? label.groups?.['boxed'] ?? '')
    if (label === null || role === null) {
      this.#readPhrase(segment)
      return
    }
    this.settle()
    this.#label = role
    this.hasRole = true
    const skip = label[0].length
    this.#readPhrase({ text: segment.text.slice(skip), start: segment.start + skip })
  }

  #readPhrase(segment: Segment): void {
    if (this.#label === 'deadline') this.#addDeadline(segment)
    if (segment.text === '' || this.#label === 'deadline' || this.#label === 'person' || this.#label === 'other') return
    if (this.#endsWithRole(segment)) return
    let from = 0
    for (const match of withoutBrackets(segment.text).matchAll(VERB)) {
      this.#addNames(segment, from, match.index)
      this.#applyVerb(match.groups ?? {})
      from = match.index + match[0].length
    }
    if (from === 0) this.#addNames(segment, 0, segment.text.length)
    else this.#addTail(segment, from)
  }

  /** 市水利局，牵头单位；市财政局，配合单位: the part of the names before it. */
  #endsWithRole({ text }: Segment): boolean {
    const role = ROLE_AFTER_NAMES.test(text) && this.#pending.length > 0 ? labelRole(text) : null
    if (role !== 'lead' && role !== 'support' && role !== 'responsible') return false
    this.hasRole = true
    this.#give(role)
    return true
  }

  #addDeadline({ text, start }: Segment): void {
    if (text === '') return
    const last = this.deadlines.at(-1)
    if (last && start - last[1] <= 1) last[1] = start + text.length
    else this.deadlines.push([start, start + text.length])
  }

  /** What follows a verb is its complement (牵头负责), after 会同 names, else an object that does not concern us. */
  #addTail(segment: Segment, from: number): void {
    const complement = COMPLEMENT.exec(segment.text.slice(from))?.[0].length ?? 0
    const rest = segment.text.slice(from + complement)
    if (this.#together || looksLikeUnit(rest)) this.#addNames(segment, from + complement, segment.text.length)
    if (!this.#together) this.stray += rest.length
  }

  #addNames(segment: Segment, from: number, to: number): void {
    const raw = segment.text.slice(from, to)
    const text = withoutTime(withoutManner(raw))
    if (text.length < raw.length) this.hasRole = true
    if (text.length === 0 || NO_ENTRY.test(text)) return
    if (TIME_WORDS.test(text) && !looksLikeUnit(text)) {
      if (!ONLY_TIME.test(text)) this.saysWhat = true
      return
    }
    for (const mention of unitNames(text, segment.start + from)) this.#pending.push(marked(mention))
  }

  #applyVerb(groups: Readonly<Record<string, string | undefined>>): void {
    this.hasRole = true
    if (groups['watch'] !== undefined) this.#pending = []
    else if (groups['lead'] !== undefined) this.#give('lead')
    else if (groups['support'] !== undefined) this.#give('support')
    else if (groups['responsible'] !== undefined)
      this.#give(this.#together || this.#sawLead ? 'support' : 'responsible')
    else {
      this.#give('lead')
      this.#together = true
    }
  }

  #give(role: UnitRole): void {
    if (this.#pending.length > 0) this.#together = false
    if (role === 'lead') this.#sawLead = true
    for (const mention of this.#pending)
      this.mentions.push(mention.role === 'responsible' ? { ...mention, role } : mention)
    this.#pending = []
  }

  settle(): void {
    this.#give(this.#labelledRole())
    this.#together = false
    this.#sawLead = false
  }

  /** The part of names no verb follows: what their label says, or beside somebody who leads, support. */
  #labelledRole(): UnitRole {
    if (this.#label === 'lead' || this.#label === 'support') return this.#label
    const leads = this.#together || this.#sawLead || this.#pending.some(mention => mention.role === 'lead')
    return leads ? 'support' : 'responsible'
  }
}

/** 省财政厅按职责分工 => 省财政厅 */
function withoutManner(text: string): string {
  const shorter = text.replace(MANNER, '')
  return shorter.length < text.length ? withoutManner(shorter) : text
}

/** 省财政厅于9月底前完成 => 省财政厅 */
function withoutTime(text: string): string {
  const name = text.replace(TIME_TAIL, '')
  return name.length < text.length && looksLikeUnit(name) ? name : text
}

/** 市行政审批局（牵头） => 市行政审批局 as lead; a name without a mark waits as responsible. */
function marked(mention: UnitMention): RoleMention {
  const mark = LEAD_MARK.exec(mention.name)?.[0] ?? SUPPORT_MARK.exec(mention.name)?.[0]
  if (mark === undefined) return { ...mention, role: 'responsible' }
  const name = mention.name.slice(0, -mark.length)
  return {
    name,
    start: mention.start,
    end: mention.start + name.length,
    role: LEAD_MARK.test(mention.name) ? 'lead' : 'support',
  }
}

/**
 * Reads the words of an annotation, without its brackets: `A牵头，B、C按职责分工负责`, `牵头单位：A；配合单位：B；完成时限：6月底`.
 * @param label the part a column or field name gives to names without their own
 */
export function readResponsibility(text: string, label: LabelRole | null = null): Responsibility {
  const reader = new AnnotationReader(label)
  for (const segment of segments(withoutRules(text))) reader.read(segment)
  reader.settle()
  const { mentions, deadlines, hasRole, stray, saysWhat } = reader
  return { mentions, deadlines, hasRole: hasRole || label !== null, stray, saysWhat }
}
