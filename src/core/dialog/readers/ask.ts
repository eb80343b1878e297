import { phraseReader, type Reader } from '../reading.ts'

const COUNTER = '(?:项|个|条|件|大项)'
const TASKS = '(?:重点|牵头|主要|具体|工作)*(?:任务|工作|事项|条目|条款|举措)'
const TOTAL = '(?:一共|总共|共计|共|合计|总计)?(?:有|是|还有|列了|包括|包含|部署了?|安排了?|提出了?)?'
const WHO = '谁|哪(?:一)?(?:个|家|些|几个|几家)?(?:具体)?(?:单位|部门|厅局|委办局|局)|什么(?:单位|部门)|何单位'
const DUTY_UNITS = '(?:牵头|责任|参与|配合)(?:单位|部门)'
const MEASURE = '(?:个|家|所|名|人|项|条|万|亿|亩|吨|公里|台|套|处|座|户|张|场|件|%)'
/** Verbs before 多少 that make it a number of things, not of tasks. */
const BUILT =
  '建|新建|建成|推出|出台|举办|组织|评选|评|培育|打造|招|引进|培养|淘汰|改造|新增|选树|遴选|创建|整治|完成|实施|开展|支持'
const GROWTH =
  '稳定在|保持在|不低于|不高于|不少于|不能少于|不超过|不能超过|不得超过|不得低于|达到|达|增长|提高到?|下降|降到|控制在|新增|新建|建成?|培育|完成|打造|建设|支持|接纳|超过'

/** 原文、多少项、谁、什么时候…: what the question wants to know. */
export const readAsk = phraseReader([
  {
    before: '的',
    words: '原文|原话|全文|原句|原始内容|逐字',
    after: '是什么|是|给我|发我|怎么[写说]的',
    says: { ask: 'original' },
  },
  { before: '文件里|里面', words: '(?:怎么|如何)(?:写|表述|说)的', says: { ask: 'original' } },

  { before: '跟|和|与', words: '对比|相比|比较|比一[下比]', after: '一下', says: { ask: 'compare' } },
  {
    before: '的',
    words: '(?:有什么|有何)?(?:区别|差别|差异|异同|不同|不一样)',
    after: '是什么|在哪',
    says: { ask: 'compare' },
  },
  {
    words:
      '(?:谁|哪个|哪家)\\u{E000}*(?:得|的)?(?:任务|工作)?(?:更|比较|最)?多(?=[些吗呢。?？]*$)|差在哪|差多少|(?<=^\\u{E000}{2,}.{0,4})(?:多|少)(?:吗|不|多少)?(?=[?？。]*$)',
    says: { ask: 'compare' },
  },

  {
    before: '分别|有没有|有无|能|跟|和|与',
    words: '对应|呼应|承接|衔接',
    after: '着|的|到|了|于',
    says: { ask: 'related' },
  },
  { before: '相|有|跟|和|与', words: '关联', after: '的', says: { ask: 'related' } },
  { words: '(?:同类|类似|相似)的?', says: { ask: 'related' } },

  { words: `(?:${BUILT})(?:了|成)?(?:多少|几)${MEASURE}`, says: { ask: 'target' } },
  { before: TOTAL, words: `(?:多少|几)${COUNTER}?${TASKS}`, says: { ask: 'count' } },
  { words: '(?<=任务|工作|事项)(?:一共|总共|共)?(?:有|是)?多少(?=[吗呢。?？]*$)', says: { ask: 'count' } },
  { before: TOTAL, words: '(?:多少|(?<!哪)几)(?:项|条|件)', says: { ask: 'count' } },
  { words: '(?:一共|总共|共|合计|总计)(?:有|是)?(?:多少|几)个?(?=[吗呢。?？]*$)', says: { ask: 'count' } },
  { words: `^(?:那|那么)?(?:一共|总共|共)?(?:有|是)?(?:多少|几)${COUNTER}?(?=[吗呢。?？]*$)`, says: { ask: 'count' } },
  {
    words: '(?:任务|工作)(?:的)?(?:总?数量?|条数|项数)|(?:总数|条数|项数)(?=[是有]?(?:多少)?[吗呢。?？]*$)',
    after: '(?:是|有)?(?:多少)?',
    says: { ask: 'count' },
  },

  { before: '是|由|是由', words: WHO, after: '(?:来|在|具体)?(?:管|抓|干|做|落实|承办)?的?', says: { ask: 'who' } },
  { words: DUTY_UNITS, after: '是谁|有谁|是哪|是什么|有哪些|是', says: { ask: 'who' } },

  {
    before: '完成|办结|的',
    words: '时限|期限|截止(?:时间|日期)?|时间(?:节点|要求)|(?:完成|办结|截止)时间|deadline',
    after: '(?:是|要求|到)?(?:什么时候|何时|哪天|多久|多长)?',
    says: { ask: 'when' },
  },
  {
    before: '到|在|是',
    words: '什么时候|何时|几时|啥时候?|哪天|哪个月|几月份?|什么时间|多久|多长时间|哪一?年|几年内?',
    after: '之前|以前|前|能|要|会|才',
    says: { ask: 'when' },
  },

  {
    before: '具体|量化|主要|预期|年度|工作|控制|的',
    words: '(?:目标|指标)(?:值|任务|要求|数)?|数量(?=[是有]?多?少?[吗呢。?？]*$)',
    after: '(?:是|为|定在|定的)?(?:多少|什么|几)?',
    says: { ask: 'target' },
  },
  {
    before: `(?:要|应|需|将|能)?(?:${GROWTH})?(?:到)?`,
    words: `(?:多少|(?<!哪)几)${MEASURE}?`,
    says: { ask: 'target' },
  },

  {
    words: '(?:详细|具体|展开)(?:说说?|讲讲?|介绍|内容|情况|信息|看看)?(?:一下|一点|点)?|详情|细节|说说|讲讲|打开|查看',
    says: { ask: 'detail' },
  },
  {
    words: '(?:是|讲|说|写)(?:的|了|些)?(?:什么|啥)(?:内容|任务|事项?|工作)?|(?:什么|啥|主要)内容|介绍',
    after: '一下',
    says: { ask: 'detail' },
  },

  { words: '^(?:全部|所有)(?:的)?任务(?:有哪些|列表|清单)?$', says: { ask: 'list' } },
  {
    before: '列出|列一下|列举|罗列|都有|分别是|分别有|分别|包括|包含|有',
    words: '哪些|哪几(?:项|个|条|件|样)|哪(?:一)?(?:条|项|个)|什么|啥',
    after: `${TASKS}|要求|内容|安排`,
    says: { ask: 'list' },
  },
])

/** 第62项跟县里哪项有关: of a task, what is related to it; of a unit, what it has to do with. */
export const readRelation: Reader = (text, { slots }) => {
  const match = /有关|相关/u.exec(text)
  if (!match || slots.ordinals.length === 0 || slots.units.length > 0) return []
  return [{ start: match.index, end: match.index + match[0].length, says: { ask: 'related' } }]
}
