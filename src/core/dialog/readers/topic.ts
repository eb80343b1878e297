import { TAKEN } from '../reading.ts'

/** Words that only frame a question. Longer ones first, so that 有关的 goes before 有. */
const FRAME = [
  '请问一下|请问|麻烦|帮我|帮忙|劳驾|我想知道|我想了解|我想看|我想问|想知道|想了解|想问|告诉我|给我|发我|跟我说',
  '查一下|查下|查询一下|查询|查找|查查|搜索|搜一下|看一下|看看|看下|找一下|找找|找出|列一下|列出|罗列|说一下|说说|问一下|统计一下|统计|算一下|数一下|有关于',
  '关于|涉及到|涉及|提到了|提到|提及|讲到|说到|包含了|包含|含有|属于|针对',
  '方面的?|领域的?|相关的?|有关的?|这块的?|这一块的?|这方面的?|这类的?|之类的?',
  '这?(?:句|段)话|出自|下面|上述|以前的?|后来的?|新来的?|方便的话|打扰一?下?|各评',
  '除去|除开|不含|不包括|剔除|排除|去掉|扣除|作为|身为|需要|所有|全部|都要|全都|里头|里边|加起来|合起来|要用到?|必须|应当|按要求|办完|做完|建完|弄完|以外|之外|百分比|金额|数值|烦请|列出|当中|涉及|活儿?(?=$)',
  '情况|(?:重点|主要|具体)?(?:工作)?任务|事项|重点工作|条目|条款|举措|活儿|[两二三四五六七八九十几0-9]+(?:家|个单位|个部门|个文件)|单位|部门|台账',
  '(?:要|应|需|该|能|得)?完成(?!率|度|情况)|到期',
  '怎么样|怎么办|怎么|怎样|如何|为啥|哪里|在哪|是不是|有没有|是否|能否|可以|可否',
  '一共|总共|共计|合计|总计|分别|各自|各是|具体|都是|都有|而且|并且|但是|同时|共同(?!体)|一起|联合(?!体|会)',
  '目前|现在|当前|最新|已经|还有|一下|以及|或者|这里|里面|文件里|文件中',
].join('|')
/** Words that may hang on to either end of a topic. */
const PARTICLE =
  '工作|讲|说|管|较|比|各|用|外|都|又|且|既|而|但|还|也|就|再|请|搜|找|跟|同|是|有|个|些|项|条|要|由|和|与|及|或|我|你|您|里|中|上|到|在|被|该|这|那|们|给|为|让|把|将'

const FRAME_WORDS = new RegExp(FRAME, 'gu')
const FIRST_PARTICLE = new RegExp(`^(?:${PARTICLE})`, 'u')
const LAST_PARTICLE = new RegExp(`(?:${PARTICLE})$`, 'u')
/** Marks and particles that no word of the documents begins or ends with. */
const EMPTY = /^[.%+、\-的了呢吗吧啊呀嘛么]+|[.+、\-的了呢吗吧啊呀嘛么]+$/gu
const QUOTED = /“(?<words>[^“”]{1,200})”|《(?<title>[^《》]{1,80})》/gu
const SEPARATORS = new RegExp(`[^\\p{L}\\p{N}.%+、\\-]+|${TAKEN}+`, 'u')

/** Whether the documents have the words. */
type Knows = (words: string) => boolean

/** What no reader took, as phrases a task must speak of: 脑机接口的任务有哪些 → 脑机接口. */
export function topicOf(rest: string, knows: Knows): readonly string[] {
  const quoted = [...rest.matchAll(QUOTED)].map(({ groups }) =>
    (groups?.['words'] ?? groups?.['title'] ?? '').replaceAll(TAKEN, ''),
  )
  const plain = rest
    .replace(QUOTED, TAKEN)
    .split(SEPARATORS)
    .flatMap(run => run.replace(FRAME_WORDS, ' ').split(/\s+/u))
  return [...new Set([...quoted, ...plain.map(piece => withoutParticles(piece, knows)).filter(isTopic)])].filter(
    phrase => phrase !== '',
  )
}

/** Takes particles off one by one, until the documents know what is left; never out of a word they know: 就业帮扶 keeps its 就. */
function withoutParticles(piece: string, knows: Knows): string {
  const words = piece.replace(EMPTY, '')
  if (words.length < 2 || knows(words)) return words
  const shorter = knows(words.slice(0, 2)) ? words : words.replace(FIRST_PARTICLE, '')
  const rest = shorter !== words || knows(words.slice(-2)) ? shorter : words.replace(LAST_PARTICLE, '')
  return rest === words ? words : withoutParticles(rest, knows)
}

/** Words of office that say nothing of what a task is about, alone or in a row: 推动, 职责分工, 任务清单. */
const EMPTY_WORDS = new RegExp(
  `^(?:${PARTICLE}|的|了|呢|之一|数字|写明|推动|推进|落实|开展|组织|实施|各项|清单|一览|表|明细|列表|汇总|目录|牵涉|包括|名下|职责|分工|主抓|要求|内容|问题|作为|负责|一些|哪里|领导|做|干|抓|事)+$`,
  'u',
)

/** Words between people; no document is about them. */
const CHATTER = /[我你您咱]|不好意思|打扰|核实|整理材料|方便的话|告诉|能不能|帮忙/u

/** A single Han character or a number says too little to search for. */
const isTopic = (piece: string): boolean =>
  piece.length >= 2 && !/^[0-9.%]+$/u.test(piece) && !EMPTY_WORDS.test(piece) && !CHATTER.test(piece)
