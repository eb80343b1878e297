import type { RoleMention } from './responsibility.ts'

/** 省发展改革委、财政厅: the first name carries 省 for the list. What a name after it must start with to share it. */
const SHARED: readonly (readonly [prefix: RegExp, follower: RegExp])[] = [
  [
    /^[省市县区州](?=委)/,
    /^(?:组织|宣传|统战|政法|社会工作|网信|外事|改革|编|老干部|直属机关|军民融合|政策研究|台)[一-龥]{0,6}[部委办局]$/,
  ],
  [
    /^[省市县区州](?=[一-龥]{2,12}[厅局委办会院社]$)/,
    /^(?:发展(?:和)?改革|发改|教育|教体|科技|科学技术|工业(?:和)?信息化|工信|经济(?:和)?信息化|民族宗教|公安|民政|司法|财政|人力资源|人社|自然资源|生态环境|住房|住建|城市管理|城管|城乡水务|园林|交通|水利|水务|农业农村|商务|文化|文旅|卫生|卫健|退役军人|应急|审计|国资|市场监管|市场监督|体育|统计|医保|医疗保障|机关事务|大数据|地方金融|信访|林业|海洋|能源|粮食|行政审批|政务服务|乡村振兴|人防|税务|气象|邮政|残联|妇联|总工会|投资促进|招商)/,
  ],
]
/** Names that take 省委 and not 省 from the name before. */
const PARTY = /^[省市县区州]委/

function prefixFor(name: string, before: string): string {
  for (const [prefix, follower] of SHARED) {
    const shared = prefix.exec(before)?.[0]
    if (shared === undefined || !follower.test(name)) continue
    if (prefix === SHARED[0]?.[0]) return `${shared}委`
    if (!PARTY.test(before) && /[厅局委办会院社]$/.test(name)) return shared
  }
  return ''
}

/** Gives a prefix that is printed once to the names that share it: 省教育厅、财政厅 => 省教育厅, 省财政厅. */
export function withSharedPrefixes(mentions: readonly RoleMention[]): RoleMention[] {
  let before = ''
  return mentions.map(mention => {
    const prefix = prefixFor(mention.name, before)
    if (prefix === '') before = mention.name
    return prefix === '' ? mention : { ...mention, name: prefix + mention.name }
  })
}
