/** What somebody says of a task besides numbers. */
export interface Status {
  readonly declaresDone: boolean
  readonly declaresNone: boolean
  readonly declaresStarted: boolean
}

/** Nouns that make of 完成 a thing one asks about: 完成情况, 完成时限. */
const OF_COMPLETION =
  /(?:已经?)?完成(?:情况|率|度|时限|期限|时间|日期|标准|单位|主体|进度|比例|程度|质量|要求|指标|值|数(?!据)|状况|状态|节点|的?人(?!才|员|口|民)|与否)/g

const TASK_WORDS = '任务|工作|目标|指标|事项'
const WHICH = '全部|所有|年度|全年|今年|本年度|既定|各项|该项(?!目)|本项(?!目)|此项(?!目)'
const WHO = '它|我们|我?单位|[我本][局厅委办]|[这那]一?[条项个]|[该此本]条'
const WHEN =
  '目前|现在|今天|今日|昨天|昨日|上午|下午|刚刚?|本周|本月|上周|上月|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|[0-9]{1,2}月(?:底|末|初|中旬|上旬|下旬)?(?=已)'
const MANNER = '已经?|均|都|全都|全面|顺利|圆满|提前|超额|按期|按时|如期|按要求|按计划|高质量|正式|现|确|是'
/** What may stand before 完成 of the task itself; few words, or the search for them would take too long. */
const BEFORE_DONE = `(?:截至[^,已]{1,10})?(?:${TASK_WORDS}|${WHICH}|${WHO}|${WHEN}|${MANNER}|的){0,8}(?:(?<=已)于[^,]{1,10}?)?`
const OBJECT = `(?:了?(?:${WHICH}|目标|的){0,4}(?:${TASK_WORDS}))`
const AFTER =
  '(?:,?(?:请|特此|并(?:已)?(?:且)?(?:通过|报送|上报|验收|提交|经|投入|印发|报|交付|公布|发布|归档)|望|申请(?:审核|办结|销号)|可以?(?:审核|办结|销号)|谢谢|待审核|达到(?:指标|目标|要求)|下).*)'
/** 完成 of the task itself: no object but the task, no part as subject. */
const DONE = new RegExp(
  `^(?:(?:进展|进度|状态|情况|[^:]{0,4}进展):)?${BEFORE_DONE}(?:完成|办结|办完|做完|搞定|完毕|落实到位|落实完毕|完结|落实完成|办理完毕|办理完成)(?:完毕|完成)?(?:${OBJECT})?(?:了|啦|咯|喽)?[.~…"”)]*${AFTER}?$`,
)
const NONE =
  /(?:无|没有?|未(?:有|取得|见)|毫无)(?:任何|取得|什么|啥|新的?|明显的?|实质性?的?|太大的?|大的?|多少)*进展(?!情况|的|报告|汇报)|^(?:暂时?|目前|还是?)*(?:无|没有?|未有)(?:变化|动静)$/
/** An answer to 进展：, or all there is behind the number of a task. */
const NOTHING = /^(?:进展:)?(?:目前|暂时?)*(?:无|没有?)[。.!]*$/

const NOT_YET = '(?<!未|没|没有|待|拟|将|能|可|法|前|再|以|求|否|时|要|不|后)'
const STARTED = new RegExp(
  `${NOT_YET}(?:启动|开工|动工|着手|开始)(?!资金|仪式|会议?(?!议)|时间|区|器|前|后|不了|条件|率|日期|情况|难|面积|项目数|的)|正在(?!研究是否)\\p{sc=Han}|(?:推进|进行|办理|实施|建设|施工|编制|起草|审核|报批|招标|筹备|洽谈|对接|准备|落实)(?:当|之)?中(?=$|[,。;!]|下|预)|(?:有序|稳步|加快|持续|扎实|积极|正常|按计划|按序时|全力|全面|顺利)(?:地)?(?:推进|开展|进行|实施|推动|建设|办理)(?!的|情况)|进展(?:顺利|良好|正常|较?快|平稳)(?!的)`,
  'u',
)

const VERBS =
  '开展|召开|印发|出台|建成|开工|竣工|投产|签约|签订|签署|对接|推进|实施|组织|编制|起草|制定|制订|上报|报送|获批|批复|验收|完工|通车|交付|入库|落地|立项|招标|中标|施工|投入|新增|遴选|培育|认定|申报|评审|论证|调研|整改|修订|发布|公布|举办|下发|拨付|到位|收集|征求|梳理|研究|协调|部署|动员|督导|检查|培训|成立|组建|选派|引进|改造|修建|建设|开发|上线|运行|启用|揭牌|挂牌|会商|座谈|摸底|排查|开会|提交|通过|办理'
/** Words that tell how something is getting on, whatever it is. */
const TELLING = new RegExp(
  [
    '(?<!不|未)已经?(?!逾期|超期|过期|到期|延期|退回|驳回|销号|中止|终止|归档|收到|阅|读|知)\\p{sc=Han}',
    `(?:${VERBS})(?:了|完)`,
    '完成(?:了)?[\\p{sc=Han}0-9](?<!完成[的吗])',
    '尚未|还未|未(?:完成|启动|开工|开始|落实|到位|动工|达到|取得|批复|开展|能)|还没|没有?(?:启动|开始|完成|开工|动)',
    '预计|力争|有望|拟于|将于|即将',
    '滞后|受阻|停工|停滞|缓慢|缺口|差[0-9]',
    '达到?[0-9]|累计|取得[^,。;]{0,8}(?:进展|成效|突破)|通过(?:验收|评审|审查|审核|竣工)',
    '(?:基本|初步|大部分|大体|部分|阶段性)完成(?!的)',
  ].join('|'),
  'u',
)
const ACTING = new RegExp(VERBS, 'u')

/** 完成情况 and the like taken out, so that 完成 means that something is done. */
export const withoutCompletionNouns = (words: string): string => words.replace(OF_COMPLETION, '')

/** Reads the status words of a report. `clauses`: what each clause says of the present; `whole`: all its words under no label. */
export function statusOf(clauses: readonly string[], whole: string): Status {
  return {
    declaresDone: clauses.some(clause => DONE.test(clause)),
    declaresNone: NOTHING.test(whole) || clauses.some(clause => NONE.test(clause)),
    declaresStarted: clauses.some(clause => STARTED.test(clause)),
  }
}

/** Whether words tell of work done or under way: 已遴选, 召开了, 尚未. */
export const tells = (words: string): boolean => TELLING.test(withoutCompletionNouns(words))

/** Whether words name something one does at work; enough where a command word says it is a report. */
export const tellsOfWork = (words: string): boolean => tells(words) || ACTING.test(words)
