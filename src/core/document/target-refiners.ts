import type { PlacedQuantity } from './target-place.ts'
import { ACHIEVING } from './target-words.ts'

/** Says why a quantity is not a target, by its name. */
export interface TargetRefiner {
  readonly name: string
  readonly drops: (quantity: PlacedQuantity) => boolean
}

const ACHIEVED_JUST_BEFORE = new RegExp(`(?:${ACHIEVING})(?:了|至少|各)?$`)
const ACHIEVED_BEFORE = new RegExp(`${ACHIEVING}`)

/** What people live or work in, after a number of them: 1000人以上规模的学校. */
const SIZED_BODY = /^(?:的)?(?:规模|企业|单位|学校|机构|自然村|行政村|村|社区|小区|用人单位|项目|医院|班级|建筑|楼|校)/
const PROJECT = /^[^、和及]*?(?:项目|工程|机组|电站|码头|泊位|储罐|锅炉|装置|生产线|基地|产业园|处理厂|企业|行政村)/
/** 5亿元的基金 is the money itself, not the size of something else. */
const FUND = /^的?[^，。；、]{0,12}(?:基金|资金|债券|贷款|专项债|授信|补助|补贴|消费券)/
/** How often people meet or report is the way of working, not its result. */
const ROUTINE = /(?:调度|通报|报送|会商|研究|听取|汇报|召开|总结|例会|碰头)[^，。；]{0,6}$/
/** 在2000个街道建设中心: so many get one each. */
const EACH_GETS = /在$/
const BUILT_THERE = /^[^，。；、]{2,8}?(?:建设|新建|建成|设立|设置|布设|安装)/
const SCOPE = /(?:围绕|聚焦|面向|依托|瞄准|联合|会同|针对|涵盖|作为)(?<since>[^，。；]*)$/
const ADMINISTRATIVE =
  /^(?:设区的?市|地市|市(?!场|级)|区县|县区|县(?!级|域)|乡镇|镇|街道|部门|单位|国家级|省级新区|重点领域|领域|方面|环节)/
/** 力争1个县获命名: here a place is what is achieved. */
const HOPED = /(?:^|力争|争取|确保|推动|至少|年[底内]前?)$/
const HONOURED = /获|入选|命名|创成|跻身|达到|通过|纳入|列入/
const FLOW_CHANGE = /^(?:、|，)?(?:提高|提升|增加|增长|扩大|降低|下降|压缩|压减|缩短|减少|调整|增至|降至|升至)/
const SHORTENED = /(?:压减|压缩|缩短|缩减|控制|降至|降低|减少|延长|达到|不超过|不少于|不低于|超过|不得超过|平均)/

const EXTENT = new Set(['length', 'area'])
const CAPACITY = new Set(['power', 'energy', 'mass', 'volume', 'money', 'dollars', 'coal', '蒸吨', '蒸吨/小时', 'P'])
const DURATION = new Set(['time', 'workdays', 'months'])
const SIZE = new Set(['persons', '户', '张', '床', '床位', '间'])

const isHan = ({ rule }: PlacedQuantity): boolean => rule === 'han'
const isAttribute = ({ after }: PlacedQuantity): boolean => after !== '' && !/^(?:[、）)和及与并或]|的比例)/.test(after)

/** In order; the first that drops a quantity names the reason. */
export const TARGET_REFINERS: readonly TargetRefiner[] = [
  { name: 'quoted-name', drops: ({ quoted, unit }) => quoted && unit !== '%' },
  { name: 'rank', drops: ({ before, unit }) => before.endsWith('前') && /^[名位强]/.test(unit) },
  { name: 'per-unit', drops: ({ before }) => /(?:每|平均每|百|千|万)$/.test(before) },
  { name: 'class-suffix', drops: ({ after }) => /^(?:级|型|制|版|档)/.test(after) },
  {
    name: 'from-value',
    drops: ({ before, after }) => /[由从][^，。；]{0,16}$/.test(before) && FLOW_CHANGE.test(after),
  },
  { name: 'tax-rate', drops: ({ unit, after }) => unit === '%' && /^(?:的)?(?:[^、，]{0,6}税|利率|优惠)/.test(after) },
  {
    name: 'in-portions',
    drops: ({ before, unit }) => before.endsWith('分') && /^(?:批次?|轮|期|段|次|步)$/.test(unit),
  },
  { name: 'kinds', drops: ({ before, unit }) => unit === '类' && !ACHIEVED_BEFORE.test(before) },
  { name: 'standing', drops: ({ before }) => /(?:目前|现有|已有|原有|已建成|现已)[^、]{0,12}$/.test(before) },
  { name: 'idiomatic-han', drops: quantity => isHan(quantity) && !isCountedInHan(quantity) },
  { name: 'duration', drops: ({ dimension, before }) => DURATION.has(dimension) && !SHORTENED.test(before) },
  { name: 'age-limit', drops: ({ dimension, before }) => dimension === 'age' && !/(?:达到?|提高[到至])$/.test(before) },
  { name: 'size-of-body', drops: isSizeOfBody },
  { name: 'capacity', drops: quantity => CAPACITY.has(quantity.dimension) && isCapacity(quantity) },
  { name: 'extent', drops: quantity => EXTENT.has(quantity.dimension) && isExtentOfThing(quantity) },
  { name: 'scope', drops: isScope },
  { name: 'routine', drops: ({ unit, before, after }) => unit === '次' && after === '' && ROUTINE.test(before) },
  {
    name: 'bare-multiple',
    drops: ({ rule, before }) => rule === 'bare-multiple' && !/(?:数|次|量)[^，。；]{0,8}$/.test(before),
  },
]

/** 各市均建成一所, 至少两个, 新建三座; not 一套经验, 三个片区, 十项准则. */
function isCountedInHan(quantity: PlacedQuantity): boolean {
  const { before, after, unit, value, compares } = quantity
  if (compares) return true
  if (unit === '次') return value <= 12 && /每(?:个|名|位)?[^，。；]{0,12}$/.test(before) && after === ''
  const achieved = ACHIEVED_JUST_BEFORE.test(before)
  if (value > 1) return achieved || (after === '' && ACHIEVED_BEFORE.test(before))
  return (achieved && /^[所座家处支]/.test(unit)) || (achieved && /[每各均]/.test(before))
}

/** 超过1000人规模的学校, 20户以上自然村: how big the thing is, not how many. */
function isSizeOfBody({ dimension, after, trail }: PlacedQuantity): boolean {
  if (!SIZE.has(dimension)) return false
  return after.startsWith('规模') || (trail !== '' && SIZED_BODY.test(after))
}

/** 30万千瓦以下低效机组, 投资500万元以上项目, 900MW供热工程. */
function isCapacity(quantity: PlacedQuantity): boolean {
  if (!isAttribute(quantity)) return false
  const { before, after, trail } = quantity
  if (FUND.test(after) && ACHIEVED_BEFORE.test(before)) return false
  return trail !== '' || after.startsWith('的') || PROJECT.test(after) || !ACHIEVED_JUST_BEFORE.test(before)
}

/** 完成1200亩土地平整 is a target, 1200亩的园区 is not. */
function isExtentOfThing(quantity: PlacedQuantity): boolean {
  if (!isAttribute(quantity)) return false
  const { before, after } = quantity
  return after.startsWith('的') || (PROJECT.test(after) && !ACHIEVED_JUST_BEFORE.test(before))
}

/** 围绕11条产业链, 在全市9个区县: where, not how much. */
function isScope({ before, after, compares, unit }: PlacedQuantity): boolean {
  if (EACH_GETS.test(before) && BUILT_THERE.test(after)) return false
  const since = SCOPE.exec(before)?.groups?.['since']
  if (since !== undefined && !compares && !ACHIEVED_BEFORE.test(since)) return true
  if (HOPED.test(before) && HONOURED.test(after)) return false
  return unit === '个' && !compares && ADMINISTRATIVE.test(after) && !ACHIEVED_BEFORE.test(before)
}
