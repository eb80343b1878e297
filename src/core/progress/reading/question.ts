/** Words that ask only in looks: 没什么进展, 召开了好几次会, 研究如何处置. */
const ONLY_IN_LOOKS =
  /^(?:目前|暂时)?没有?[。!]*$|没有?(?:什么|啥|多少|怎么)|不(?:知道|清楚|明确|确定|了解)[^,。;]*|好几|十几|几十|几百|几乎|哪怕|什么的|无论[^,]{0,4}|(?:研究|论证|明确|讨论|探索|确定|考虑|协商)(?:了)?(?:如何|怎么|怎样|是否)/g

const ASKING = [
  /[?]/,
  /(?:吗|呢|么|吧|没|没有|不)[。!~.]*(?:$|\n)/,
  /什么|啥|多少|哪|谁|怎么|怎样|咋|如何|何时|为何|多久|多大|是否|有没有|有无|能不能|能否|可否|是不是|会不会|要不要|完没完|请问|告诉我/,
  /百分之几|几(?:条|项|个|家|成|时|月|号|点|天|年|位|件|次|种|类|人|分)/,
]

/** Words that other commands begin with. */
const COMMAND =
  /^(?:通过(?:$|[第#(\d一二三四五六七八九十])|办结(?=[第#\d])|退回|驳回|同意|批准|不同意|销号|中止|终止|恢复(?!施工|生产|建设|运营)|暂停(?=[第#\d])|催|督办|提醒|订阅|取消|绑定|解绑|解除绑定|撤回|撤销|导出|导入|下载|打印|申请|确认|帮助|查(?!处|明|验|封)|看|搜|找(?!到)|列(?!入|为)|显示|统计|对比|比较|推送|发给|发我|给我|每[天日周月季年个]|工作日|提前(?!完成|开工|启动|竣工|投产|实现|超额)|到期|临期|逾期|黄牌|红牌|本群|我单位的|我牵头|我订阅|最近一|各单位|各部门|换成|只看|只要|不要|去掉|除了|其中|国庆|春节|节前|节后)/
/** What the supervision office or a reminder command says of a task: 27销号, 27条申请延期到9月底. */
const COMMAND_OF_TASK =
  /^(?:予以|可以|请)?(?:(?:通过|同意|批准|办结|审核通过|恢复)(?:$|[,。;!])|恢复(?:执行|任务|办理)|已?退回|驳回|销号(?!材料|资料|申请)|中止|终止|撤回|撤销|催(?!办函|办单|收|缴)|督办(?:$|一下|[,。])|申请(?:延|中止|终止|销号|办结)|延期(?:$|[到至,。\d])|延长|提醒|提前\d|每[天日周月季年]|订阅|取消(?:$|提醒|订阅)|导出|发我|黄牌|红牌)/
/** 年底前要完成的, 完成投资超过100亿的任务: a noun phrase, which asks for a list. */
const NOUN_PHRASE =
  /的(?:所有|全部)?(?:重点)?(?:任务|事项|工作|条目|项目|单位|部门|文件|那些|都有|有|清单|列表|台账|情况|内容|原文)?[。!]*$/
/** 已完成任务: a list by status, where no task stands before it. */
const STATUS_LIST =
  /^(?:已|未|尚未|正在)?(?:完成|办结|销号|启动|推进)的?(?:任务|事项|工作|情况|清单|列表|数量?|台账)+[。!]*$/
/** What one asks of a task: 27条原文. */
const ASKED_FOR =
  /(?:情况|进度|进展|时限|期限|时间|日期|单位|部门|主体|指标|目标|要求|原文|全文|内容|详情|标准|依据|历史|记录|牵头|负责|责任|参与|配合|附件|名称|标题|清单|措施|任务)(?:是|为|的)?[。!]*$/

/** Whether words ask something. */
export function asks(words: string): boolean {
  const plain = words.replace(ONLY_IN_LOOKS, '')
  return ASKING.some(pattern => pattern.test(plain))
}

/** Whether an utterance begins as another command does. */
export const isCommand = (text: string): boolean => COMMAND.test(text)

/** Whether the words behind a task are another command about it. */
export const isCommandOfTask = (words: string): boolean => COMMAND_OF_TASK.test(words)

/** Whether words of one clause only name what somebody wants to see. */
export const isNounPhrase = (words: string): boolean => !/[,。;\n](?!$)/.test(words) && NOUN_PHRASE.test(words)

/** Whether words that name no task only name a list of tasks by status. */
export const isStatusList = (words: string): boolean => STATUS_LIST.test(words)

/** Whether words end in something one asks of a task; tells only where nothing in them reports. */
export const isAskedFor = (words: string): boolean => ASKED_FOR.test(words)
