import { ACHIEVING, DELIVERING, OPENING } from './target-words.ts'

const ADVERBS =
  '全面|持续|积极|试点(?=打造|建设|开展|推行)|提标(?=打造|建设|改造)|大力|加快|进一步|着力|重点(?=建设|打造|支持|培育|推进|实施)|高标准(?!农田)|高质量|高水平|争取|累计|每年|全省|全市|全县|全区|各市|各县|各区县|我省|我市|我县|各设区市|共同|分别|至少|将(?!军)'
/** 完成率, 建设用地, 实施数字…: here the verb belongs to the noun, or the next word begins with that character. */
const NOUN_OF_VERB =
  '率|幅度|量(?!子)|数(?![字据])|比(?!赛)|度(?!假)|化(?![工解学])|用地|规模(?!以上|化)|面积|能力|资金|计划|任务'

const LEADING_VERBS = new RegExp(`^(?:(?:${OPENING})(?!${NOUN_OF_VERB})[和及并]?|${ADVERBS})+`)
const FIRST_VERB = new RegExp(`^(?:${DELIVERING}|${ADVERBS})`)
const LAST_VERB = new RegExp(`^.*(?:${DELIVERING})`)
const ENDS_IN_VERB = new RegExp(`(?:${ACHIEVING}|${ADVERBS}|的|前|将|使|对|为|在|与)$`)
/** 新建住宅绿色建筑占比: what is new is part of what is measured. */
const SHARE_OF_NEW = /^(?:新建|改建|扩建|新增).*(?:率|占比|比例|比重)/
/** 为老年人建设, 由公安牵头开展, 落实…关于 */
const FOR_WHOM = new RegExp(`^(?:[为对向].*(?:${DELIVERING})|由.*?(?:${DELIVERING})|.*关于)`)
const OPEN_QUOTATION = /[“‘][^”’]*$/

/** What stands between a metric and its number. */
const COMPARING =
  /(?:达到?了?|不得?[少低小]于(?:[^，。；、]{1,16}的)?|[高大多低小少]于|不超过|超过|突破|保持|稳定|约|共|各|为|占|均|至少|力争|分别|累计|总计|合计)$/
const CHANGED_TO = /(?:提高|提升|增长|增加|下降|降低|压减|压缩|缩短|稳定|保持|控制|扩大|拓展|延伸)[到至在]$|[增降升]至$/
const CHANGED_FROM = /[由从][\d.]+[^\d，。；、]{0,5}$/
const AGAINST = /(?:较|(?<!占)比(?![重例率]))[^，。；、]{2,8}$/
const CHANGE = /(?:年均|每年)?(?:下降|降低|提高|提升|增长|增加|减少|压减|压缩|缩短|改善)$/

const BASELINE = /(?:较|比)(?:20\d\d年|上年|去年|基期)(?:同期|底|末)?|同比|[由从][\d.]+%/
/** A noun ends where the next verb or the rest of a list begins. */
const NOUN_END =
  /开展|达到|完成|实现|创建(?!单位|项目)|争创|具备|基本|为目标|有关要求|挂牌|入选|进行|举办|提供|配备|强化|申报|全面|依次|举行|落地$|纳入|参与|数字化转型$|在(?=[^，]{2,}中)|[、和及]一批|（见附件|[，、]$/
/** What the parts of a list share: 原油、天然气产量. */
const SHARED_NOUN = /(?:产量|占比|比重|比例|比率|率|收入|规模|面积|用水量|增加值|数量|人数|总量)$/

/** 甲、乙等; not 高等, 等级. */
const AND_OTHERS = /(?<![高平同中初])等(?![级教院学同待])/
/** So many characters of a list of names before a number are no part of what is counted. */
const LONGEST_HEAD = 24
/** 主要湿地类型的参数体系 keeps its owner, 人才意识强、制度完备的企业 is an 企业. */
const LONGEST_OWNER = 7
/** 设区市 | 达到四星级标准 */
const BODY_THAT =
  /^的?(?<body>[^，。；：]{1,16}?)(?<deed>(?:基本|全部|全面)?(?:达到|完成|实现|建成|挂牌|通过|纳入|开展|设立|建立|配备|具备|成立|获得?|接入).{2,})$/

/** 国家、省级示范企业 */
const LEVEL = /^(?:国家|省|市|县|区)级?/

/** The words before a number without verbs, comparison and baseline: 力争…较2020年下降 => …下降. */
export function trimHead(head: string): string {
  const plain = strip(leadingNoun(head), [COMPARING, CHANGED_TO, CHANGED_FROM])
  const change = CHANGE.exec(plain)?.[0] ?? ''
  return strip(plain.slice(0, plain.length - change.length), [AGAINST, COMPARING]) + change
}

function leadingNoun(head: string): string {
  const closed = head.replace(OPEN_QUOTATION, '')
  const about = /^[为对向由]|关于/.test(closed) ? closed.replace(FOR_WHOM, '') : closed
  if (SHARE_OF_NEW.test(about)) return about
  const noun = about.replace(LEADING_VERBS, '')
  return noun.startsWith('的') ? about : noun || about.replace(FIRST_VERB, '')
}

/** Cuts off endings until none is left. */
function strip(text: string, endings: readonly RegExp[]): string {
  const shorter = endings.reduce((rest, ending) => rest.replace(ending, ''), text)
  return shorter === text ? text : strip(shorter, endings)
}

/** 企业提供转贷 => 转贷: between two numbers of a clause, the object of the last verb. */
export function afterLastVerb(words: string): string {
  return words.replace(LAST_VERB, '')
}

/** 原油、天然气产量 with two numbers is 原油产量 and 天然气产量, 国家、省示范企业 likewise; a head that does not part so is everybody's. */
export function partOfHead(head: string, { index, count }: { index: number; count: number }): string {
  const parts = head
    .replace('分别', '')
    .split(/[、和及与]/)
    .filter(part => part !== '')
  if (count < 2 || parts.length !== count) return head
  const last = parts.at(-1) ?? ''
  const level = LEVEL.exec(last)?.[0]
  if (level && parts.slice(0, -1).every(part => part === LEVEL.exec(part)?.[0])) {
    return index < count - 1 ? parts[index] + last.slice(level.length) : last
  }
  const change = CHANGE.exec(last)?.[0] ?? ''
  const noun = SHARED_NOUN.exec(last.slice(0, last.length - change.length))?.[0] ?? ''
  const part = (parts[index] ?? '').replace(CHANGE, '')
  const rated = rateLike(parts[0] ?? '', part)
  if (rated !== null) return rated + change
  return part.endsWith(noun) ? part + change : part + noun + change
}

/** 体质测试优良率 before 合格率 => 体质测试合格率; null where the second is no bare rate. */
export function rateLike(first: string, second: string): string | null {
  const subject = /^(?<subject>.{4,}).{2}率$/.exec(first)?.groups?.['subject']
  return subject !== undefined && /^.{2}率$/.test(second) ? subject + second : null
}

/** The nouns around the number: 沿线4个港口项目 => 沿线港口项目; a verb or the names of what is counted go without saying. */
export function metricOf(head: string, tail: string, count: number): string {
  const sized = sizeOf(head, tail)
  if (sized !== null) return sized
  const noun = nounOf(tail)
  if (noun === '') return head
  return head.length < 2 || namesThem(head, count) || ENDS_IN_VERB.test(head) ? noun : head + noun
}

/** 设立总规模20亿元的基金 => 基金总规模; 20亿元规模的基金 => 基金规模 */
function sizeOf(head: string, tail: string): string | null {
  const behind = /^(?<size>总?规模)的(?<thing>[^，。；、的]{2,16})$/.exec(tail)?.groups
  if (behind) return `${behind['thing']}${behind['size']}`
  const size = /^(?:.*(?:设立|组建|成立|发行))?(?<size>总?规模)$/.exec(head)?.groups?.['size']
  const thing = /^的(?<thing>[^，。；、的]{2,16})$/.exec(tail)?.groups?.['thing']
  return size === undefined || thing === undefined ? null : thing + size
}

/** 雄商、津潍等 before 6个, 医疗、交通 before 2个, not 第二、三期规划 before 11个. */
function namesThem(head: string, count: number): boolean {
  if (AND_OTHERS.test(head)) return true
  if (!head.includes('、')) return false
  return head.length > LONGEST_HEAD || head.split(/[、和及与]/).length === count
}

/** 5家具有消费力的商圈开展试点 => 商圈 */
function nounOf(tail: string): string {
  const plain = tail.replace(/^[的、和及与”’]+|^（[^（）]*）/, '')
  const end = plain.search(NOUN_END)
  const noun = (end > 1 ? plain.slice(0, end) : plain).replace(/(?<=项目|工程)(?:建设|实施)$/, '')
  if (end === 0 && !noun.includes('的')) return ''
  const at = noun.lastIndexOf('的')
  const core = at > LONGEST_OWNER || end === 0 ? noun.slice(at + 1) : noun
  return core.length >= 2 ? core : noun
}

/** 80%以上的设区市达到四星级标准 => 达到四星级标准的设区市占比; null where the percentage is of no body. */
export function shareMetric(tail: string): string | null {
  const { body, deed } = BODY_THAT.exec(tail)?.groups ?? {}
  return body && deed ? `${deed}的${body}占比` : null
}

/** 较2020年, 同比, 由30%: what a rise or fall is measured against. */
export function baselineOf(before: string): string | null {
  return BASELINE.exec(before)?.[0] ?? null
}
