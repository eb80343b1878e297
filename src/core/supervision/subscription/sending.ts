import { ADDRESS, ADDRESS_TOWARDS } from './wording.ts'

/** What one side of the words of time says: 每周一9点 | 推送省科技厅任务 */
export interface Side {
  /** `loose`: it sends, but stands where a policy text would have it too: 各市每月数据报送. */
  readonly verb: 'none' | 'loose' | 'sends'
  readonly address: string
  readonly words: string
}

/** What sends. 印发, 研发 and 推动 send nothing. */
const VERB =
  '(?:推送|推(?![动进广行荐介举选敲迟算出移定])|发送|发(?![展布放改动挥现行文生电热射明育票证掘达表包起扬酵酬奖言声])|提醒|叫|通知|告诉|告知|播报|列出|列一下|给出|来(?=一?[份个])|(?:私聊|私信|单聊)(?=我))'
const ONCE = '(?:一?[下次遍份条]|一个|个)?'
const SEND = `${VERB}${ONCE}(?:${ADDRESS})?${ONCE}`
/** What may stand between the time and the verb. */
const BEFORE_VERB = `(?:[,，:、的]|都|就|再|自动|定时|按时|准时|固定|要|请|帮我|${ADDRESS})*`

/** 设置一个提醒： · 订阅 · 提醒我 · 推送 */
const OPENING = new RegExp(
  `^(?:(?<send>${SEND})[:：,，]?|(?<setUp>(?:(?:设置?|设定|新建|新增|添加|增加|加|建|创建|开通|定|弄)(?:一?个|一下|一条)?)?(?:定时|定期)?(?:订阅|推送|提醒|任务提醒|发送)(?:一下)?[:：,，]?))?(?<to>(?:${ADDRESS_TOWARDS})?)[把将]?(?<words>.*?)[,，:：、的在于]*$`,
  'u',
)
const OTHER_SENTENCE = /[。;；%?？]|完成|已经?|哪些|多少|什么|怎么/u

const CLOSINGS: readonly (readonly [RegExp, Side['verb']])[] = [
  [new RegExp(`^(?<before>${BEFORE_VERB})[把将](?<words>.+?)(?<send>${SEND})$`, 'u'), 'sends'],
  [
    new RegExp(
      `^(?<before>${BEFORE_VERB})(?<send>${SEND})[:：,，]?(?<words>.*?)(?<to>(?:[,，]?(?:发送?|推送?)?${ADDRESS})?)$`,
      'u',
    ),
    'sends',
  ],
  [new RegExp(`^(?<before>${BEFORE_VERB})(?<words>.+?)[,，]?(?<send>${SEND})$`, 'u'), 'loose'],
  [new RegExp(`^(?<before>${BEFORE_VERB})(?<words>.*)$`, 'u'), 'none'],
]

/** What stands before the time must lead up to it: a sentence that ended there was about something else. */
export function opening(text: string): Side | null {
  const groups = OPENING.exec(text)?.groups
  if (!groups || OTHER_SENTENCE.test(text)) return null
  const { setUp, send = '', to = '', words = '' } = groups
  return { verb: setUp !== undefined || send !== '' ? 'sends' : 'none', address: send + to, words }
}

/** What stands after the time. */
export function closing(text: string): Side | null {
  for (const [pattern, verb] of CLOSINGS) {
    const groups = pattern.exec(text)?.groups
    if (!groups) continue
    const { before = '', send = '', words = '', to = '' } = groups
    return { verb, address: before + send + to, words }
  }
  return null
}

/** 定期发… · 定时推送…: it recurs, but nobody said when. */
export const SOMETIMES = new RegExp(`^(?:定期|定时)${SEND}`, 'u')
