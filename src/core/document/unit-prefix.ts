import type { RoleMention } from './responsibility.ts'

const PARTY_OFFICE =
  /^(?:组织|宣传|统战|政法|社会工作|网信|外事|改革|编|老干部|直属机关|军民融合|政策研究|台)[一-龥]{0,6}[部委办局]$/
const GOVERNMENT_OFFICE =
  /^(?:发展(?:和)?改革|发改|教育|教体|科技|科学技术|工业(?:和)?信息化|工信|经济(?:和)?信息化|民族宗教|公安|民政|司法|财政|人力资源|人社|自然资源|生态环境|住房|住建|城市管理|城管|城乡水务|园林|交通|水利|水务|农业农村|商务|文化|文旅|卫生|卫健|退役军人|应急|审计|国资|市场监管|市场监督|体育|统计|医保|医疗保障|机关事务|大数据|地方金融|信访|林业|海洋|能源|粮食|行政审批|政务服务|乡村振兴|人防|税务|气象|邮政|投资促进|招商)[一-龥]{0,12}[厅局委办]$/

/** 省发展改革委、财政厅: the first name carries 省 for the list; 省委组织部、宣传部 carries 省委. What a name must be to share it. */
const SHARED: readonly (readonly [carrier: RegExp, sharer: RegExp])[] = [
  [/^[省市县区州]委(?=.)/, PARTY_OFFICE],
  [/^[省市县区州](?=[一-龥]{2,14}[厅局委办部]$)/, GOVERNMENT_OFFICE],
]

function prefixFor(name: string, before: string): string {
  const shared = SHARED.find(([carrier, sharer]) => carrier.test(before) && sharer.test(name))
  return shared?.[0].exec(before)?.[0] ?? ''
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
