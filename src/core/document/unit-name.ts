/** A unit as an annotation names it, with its place in the annotation's text. */
export interface UnitMention {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What the names of organs, institutions and collectives end with. */
const UNIT_ENDING = new RegExp(
  `(?:${[
    '厅|局|委|办|所|部|机关|署|院|会|室|处|科|股|站|队|中心|公司|集团|银行|[分支]行|中支|大学|学院|学校|高校|院校|[党干团]校|海关|总台|台|社|馆',
    '工委|党委|党组|政府|公署|小组|专班|推进组|协调组|工作组|专项组|[部处局]组|办公室|指挥部|单位|部门|机构|主体|成员|地区|区县|县区|市县|县市区?|街道|街办|乡镇|镇街|园区|开发区|高新区|功能区|示范区|新区|保税区',
    '各[省市县区镇乡州]|省|市|县|区|镇|乡|州|盟|旗|村|社区|企业|团体|妇联|残联|文联|科协|侨联|工会|联|军分区|武装部|[支总大]队|港|机场|联盟|电网|供电|国资|营商局|林场|医院|基地|报|系统|方面',
  ].join('|')})(?:[（(][^（）()]*[）)])?$`,
)

/** Common nouns that end as units do. */
const COMMON_NOUN =
  /(?:[布格全大开结]局|[全内干]部|社会|[机大峰年]会|[兴举创]办|[平舞后]台|[好益]处|[场厕住诊会哨]所|教室|城市|都市)$/
/** Words that tell a phrase from a name however it ends. */
const NOT_A_NAME = /谁|不得|应当|必须|要求|如果|以及其|可以|进行|开展|推进落实|加强|完善|建立健全|提高/

/** Whether a phrase ends the way units end: looksLikeUnit("省教育厅") => true, ("卫生健康") => false. */
export function looksLikeUnit(name: string): boolean {
  return (
    name.length >= 2 && name.length <= 40 && UNIT_ENDING.test(name) && !COMMON_NOUN.test(name) && !NOT_A_NAME.test(name)
  )
}

const SURE_NAME = /^(?:[省市县区州]|各|团[省市县区州]|国家|国务院|中央)|(?:总局|署|人民政府)$/

/** Stricter than looksLikeUnit, for names read out of running prose. */
export function isSurelyUnit(name: string): boolean {
  return looksLikeUnit(name) && SURE_NAME.test(name)
}

/** 等/等有关部门/等8个单位: the list is open, the words are nobody's name. */
const OPEN_END =
  /等(?:(?:国务院|中央|省|市|州|县|区|直|级|各|有关|相关|其他|责任|成员|行业|[一二三四五六七八九十\d]+个?|和|及)*(?:部门|单位|机构|地区|地方|企业|处室|科室|高校|部委|单位和部门|部门和单位)?)?$/
const NOBODY =
  /^(?:其他|其它|以及|及|和)*(?:有关|相关)(?:部门|单位|方面|部门和单位|责任单位|单位和部门|地区|部门单位|单位部门)$/
const LEADING = /^(?:以及|会同|由|及|和|与|暨|并|其中|各责任单位：)(?=[一-龥]{2})/
/** 和、及、与 part two names only where both sides are names; 工业和信息化, 文化和旅游 stay whole. */
const CONJUNCTION = /以及|[和及与暨]/g
const GENERIC_START = /^(?:单位|部门|机构|地方|企业|处室|政府|人民政府|党组|成员单位)/
/** Names printed without any separator: 市教育局市财政局. */
const RUN_ON = /(?<=[局厅]|公司|中心|(?<!省|市|县|区)委)(?=[省市县区各](?!委会|场|政|监)[一-龥]{2,})/g

interface Fragment {
  readonly text: string
  readonly start: number
}

function splitAt(fragment: Fragment, at: number, skip: number): readonly [Fragment, Fragment] {
  return [
    { text: fragment.text.slice(0, at), start: fragment.start },
    { text: fragment.text.slice(at + skip), start: fragment.start + at + skip },
  ]
}

/** The first place where a conjunction stands between two names. */
function conjunctionIn(text: string): RegExpMatchArray | null {
  for (const match of text.matchAll(CONJUNCTION)) {
    const left = text.slice(0, match.index).replace(OPEN_END, '')
    const right = text.slice(match.index + match[0].length)
    const rightIsName = looksLikeUnit(right.replace(OPEN_END, '')) && !GENERIC_START.test(right)
    if (looksLikeUnit(left) && rightIsName) return match
  }
  return null
}

function splitConjunctions(fragment: Fragment): Fragment[] {
  const match = conjunctionIn(fragment.text)
  if (match?.index === undefined) return [fragment]
  const [left, right] = splitAt(fragment, match.index, match[0].length)
  return [left, ...splitConjunctions(right)]
}

function splitRunOn(fragment: Fragment): Fragment[] {
  const cuts = [...fragment.text.matchAll(RUN_ON)].map(match => match.index)
  const bounds = [0, ...cuts, fragment.text.length]
  return bounds.slice(1).map((end, i) => {
    const start = bounds[i] ?? 0
    return { text: fragment.text.slice(start, end), start: fragment.start + start }
  })
}

function trimmed({ text, start }: Fragment): UnitMention {
  const leading = LEADING.exec(text)?.[0].length ?? 0
  const name = text.slice(leading).replace(OPEN_END, '')
  return { name, start: start + leading, end: start + leading + name.length }
}

/** The names in one fragment of a list: unitNames("税务总局和海关总署等有关部门", 0) => 税务总局, 海关总署. */
export function unitNames(text: string, start: number): UnitMention[] {
  return splitRunOn({ text, start })
    .flatMap(splitConjunctions)
    .map(trimmed)
    .filter(mention => mention.name.length > 0)
}

/** 有关部门, 相关单位: somebody, but nobody in particular. */
export function isNobody(name: string): boolean {
  return NOBODY.test(name)
}
