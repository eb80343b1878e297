/** What a field name or column header says about the names under it. */
export type LabelRole = 'lead' | 'support' | 'responsible' | 'person' | 'deadline' | 'other'

const UNIT = '(?:责任)?(?:单位|部门|处室|科室|股室|机构|主体|地区|县区|区县|镇街|党组织)'

/** In order: the first row that fits decides. 督办、验收单位 watch over a task, they do not do it. */
const LABELS: readonly (readonly [LabelRole, RegExp])[] = [
  ['other', new RegExp(`^(?:督办|督查|督导|监督|验收|考核|来文|报送|审核|制表|填报|编制|发文|主送)${UNIT}$`)],
  [
    'deadline',
    /^(?:工作|任务|计划|预计|办理|整改|推进|拟|要求)*(?:(?:完成|办结|整改|实施|推进)(?:时限|时间|期限|日期|节点)|时限|期限|时间|完成时间节点|进度)(?:要求|安排|节点|进度|及要求)?$/,
  ],
  [
    'person',
    /^(?!.*(?:单位|部门|处室|科室|主体)).*(?:领导|责任人|负责人|联系人|联络员|联系电话|负责同志|县级干部|局长|处长)$/,
  ],
  ['responsible', new RegExp(`^(?:牵头|主办|责任)(?:及|和|与|、|/)(?:配合|参与|协办|协同|责任|落实)${UNIT}$`)],
  ['lead', new RegExp(`^(?:总|共同)?(?:牵头|主办|主责|主要|第一|首要|主)(?:责任|负责|承办|落实)?${UNIT}(?:名称)?$`)],
  ['lead', /^(?:(?:共同|总)?牵头(?:负责)?|主办|主责)$/],
  [
    'support',
    new RegExp(
      `^(?:共同|主要|相关|其他)?(?:参与|配合|参加|协办|协助|协同|支持|会办|协作|联办|会同|成员|辅助|配合参与|协同配合|参与配合)(?:责任|落实|实施)?(?:${UNIT})?$`,
    ),
  ],
  [
    'responsible',
    new RegExp(
      `^(?:具体|共同|相关|主体|市级|县级|省级|市直|县直|行业)?(?:责任|负责|承办|实施|落实|承担|主管|执行|完成|组织实施|建设)(?:落实)?(?:${UNIT}|分工)$`,
    ),
  ],
  ['responsible', /^(?:责任|职责分工|任务分工|责任分工|分工|单位|部门|单位名称)$/],
]

/** 牵头单位及责任人: the column holds people too. */
const AND_PEOPLE = /(?<=单位|部门)(?:及|和|与|、|\/)(?:其|相关|分管)?(?:责任人|负责人|联系人|领导|负责同志|联络员)$/

/** Whether a column of units holds people beside them. */
export function holdsPeople(label: string): boolean {
  return AND_PEOPLE.test(label)
}

/** The part a label gives to the names after it: labelRole("配合单位") => "support"; null for words that are no such label. */
export function labelRole(label: string): LabelRole | null {
  const bare = label
    .replace(/[\s（(][^）)]*[）)]$|\s/g, '')
    .replace(/^(.{1,4})[（(](.{1,4})[）)]/, '$1$2')
    .replace(AND_PEOPLE, '')
  return LABELS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/** Whether a label names units that do the work. */
export function isUnitLabel(label: string): boolean {
  const role = labelRole(label)
  return role === 'lead' || role === 'support' || role === 'responsible'
}
