import { type SubscriptionCommand, type Unclear, unclear } from './command.ts'
import { contentOf } from './content.ts'
import { findRecurrence, type Recurrence } from './recurrence.ts'
import type { OnDaysOff } from './schedule.ts'
import type { Content, Scope } from './subscription.ts'
import { DEFAULT_MINUTE, namesTime, timeAt } from './time-of-day.ts'
import { ADDRESS, scopeOf } from './wording.ts'

/** What sends. 印发, 研发 and 推动 send nothing. */
const VERB =
  '(?:推送|推(?![动进广行荐介举选敲迟算出移定])|发送|发(?![展布放改动挥现行文生电热射明育票证掘达表包起扬酵酬奖言声])|提醒|叫|通知|告诉|告知|播报|列出|列一下|给出|来(?=一?[份个]))'
const ONCE = '(?:一?[下次遍份条]|一个|个)?'
const TO = `(?:${ADDRESS})?`
/** What may stand between the time and the verb. */
const BEFORE_VERB = `(?:[,，:、的]|都|就|再|自动|定时|按时|准时|固定|要|请|帮我|${ADDRESS})*`
const SEND = `${VERB}${ONCE}${TO}${ONCE}`

const SEND_WHAT = new RegExp(
  `^(?<before>${BEFORE_VERB})(?<send>${SEND})[:：,，]?(?<words>.*?)(?<to>(?:[,，]?(?:发送?|推送?)?${ADDRESS})?)$`,
  'u',
)
const TAKE_AND_SEND = new RegExp(`^(?<before>${BEFORE_VERB})[把将](?<words>.+?)(?<send>${SEND})$`, 'u')
const ONLY_WORDS = new RegExp(
  `^(?<before>${BEFORE_VERB})(?<words>.*?)(?<to>(?:[,，]?(?:发送?|推送?)${ADDRESS})?)$`,
  'u',
)

/** 设置一个提醒： · 订阅 · 提醒我 · 推送 */
const OPENING = new RegExp(
  `^(?:(?<setUp>(?:(?:设置?|设定|新建|新增|添加|增加|加|建|创建|开通|定|弄)(?:一?个|一下|一条)?)?(?:定时|定期)?(?:订阅|推送|提醒|任务提醒|发送)(?:一下)?[:：,，]?)|(?<send>${SEND}))?(?<to>${TO})(?<words>.*?)[,，:：、的]*$`,
  'u',
)

/** ，周末也发 · ，遇节假日顺延 at the end. */
const DAYS_OFF: readonly (readonly [RegExp, OnDaysOff])[] = [
  [
    /[,，(]?(?:周末|节假日|双休日|休息日|假期)(?:和节假日)?(?:也|照样?|正常)(?:要|照常|照)?(?:发送?|推送?|提醒)[)]?$/u,
    'fire',
  ],
  [
    /[,，(]?(?:遇|逢|遇到|碰到)?(?:周末|节假日|双休日|休息日|假期)(?:和节假日)?(?:顺延|除外|不发|别发|不要发|不推送?|不提醒)[)]?$/u,
    'move',
  ],
]

const WHAT = '要发什么？例如“每周一9点推送省科技厅任务”“每月25号提醒报进展”“工作日早上8点半发逾期清单”。'
const ONE_TIME =
  '一个订阅只有一个时间。几个时间请分开说，例如先说“每周一9点推送逾期清单”，再说“每周四下午3点推送逾期清单”。'
const WHERE = '发到本群还是发给您？请只说一个，例如“每周一9点发到本群：逾期清单”。'
const WHEN = '什么时候发？请说“每周一9点推送逾期清单”或“每月25号提醒报进展”。'

/** What one side of the words of time says. */
interface Side {
  readonly hasVerb: boolean
  readonly address: string
  readonly words: string
}

/** A wish for something that recurs, or null where it is none: 每周一9点推送省科技厅任务. */
export function readSubscribe(text: string): SubscriptionCommand | null {
  const { rest, onDaysOff } = withoutDaysOff(text)
  const recurrence = findRecurrence(rest)
  if (!recurrence) return readWithoutTime(rest)
  const time = timeAfter(rest, recurrence.end)
  const before = opening(rest.slice(0, recurrence.start))
  const after = before && closing(rest.slice(time.end))
  if (!before || !after) return null
  const wish = wishOf(before, after, time.isSaid)
  if (!wish) return null
  return subscription(recurrence.says, time.minute, { ...wish, onDaysOff })
}

function withoutDaysOff(text: string): { readonly rest: string; readonly onDaysOff: OnDaysOff | null } {
  const found = DAYS_OFF.find(([pattern]) => pattern.test(text))
  return found ? { rest: text.replace(found[0], ''), onDaysOff: found[1] } : { rest: text, onDaysOff: null }
}

function timeAfter(text: string, end: number) {
  const start = end + (/^[的,，在于、]+/u.exec(text.slice(end))?.[0].length ?? 0)
  const time = timeAt(text, start)
  return time
    ? { minute: time.minute, end: start + time.length, isSaid: true }
    : { minute: DEFAULT_MINUTE, end, isSaid: false }
}

/** What stands before the time must lead up to it: a sentence that ended there was about something else. */
function opening(text: string): Side | null {
  const groups = OPENING.exec(text)?.groups
  if (!groups || /[。;；%?？]|完成|已经?|哪些|多少|什么|怎么/u.test(text)) return null
  const { setUp, send = '', to = '', words = '' } = groups
  return { hasVerb: setUp !== undefined || send !== '', address: send + to, words }
}

function closing(text: string): Side | null {
  const groups = (TAKE_AND_SEND.exec(text) ?? SEND_WHAT.exec(text) ?? ONLY_WORDS.exec(text))?.groups
  if (!groups) return null
  const { before = '', send = '', words = '', to = '' } = groups
  return { hasVerb: send !== '', address: before + send + to, words }
}

interface Wish {
  readonly content: Content | null
  readonly scope: Scope | 'both' | null
  readonly words: string
}

/** Words that go on to ask about the sending itself: 每周一推送的是什么. */
const ABOUT_SENDING = /^(?:的|过|了|时间|次数|频率|是|什么|啥|哪|几|多少|吗)|[?？吗么呢]$|[。;；]/u

/** Both sides together, or null where they ask for nothing. */
function wishOf(before: Side, after: Side, isTimed: boolean): Wish | null {
  if (ABOUT_SENDING.test(after.words)) return null
  const words = before.words + after.words
  const content = contentOf(words)
  const isKnown = content !== null && content.kind !== 'tasks'
  const isSplit = before.words !== '' && after.words !== ''
  if (isSplit && !isKnown && !(before.hasVerb && after.words.startsWith('的'))) return null
  if (!before.hasVerb && !after.hasVerb && !(isTimed && isKnown)) return null
  return { content, words, scope: scopeOf(`${before.address},${after.address}`) }
}

function subscription(
  says: Recurrence | string,
  minute: number | string,
  { content, scope, words, onDaysOff }: Wish & { readonly onDaysOff: OnDaysOff | null },
): SubscriptionCommand {
  if (typeof says === 'string') return unclear(says)
  if (typeof minute === 'string') return unclear(minute)
  if (namesTime(words) || (findRecurrence(words) && content?.kind === 'tasks')) return unclear(ONE_TIME)
  if (content === null) return unclear(WHAT)
  if (scope === 'both') return unclear(WHERE)
  const schedule = { ...says, minute, onDaysOff: onDaysOff ?? says.onDaysOff }
  return { kind: 'subscribe', schedule, content, scope }
}

const DAY_NAMED =
  /^(?:明天|明日|后天|今天|下?(?:周|星期|礼拜)[一二三四五六日天]|下个?月[0-9]{1,2}[号日]|[0-9]{1,2}月[0-9]{1,2}[号日]|[0-9]{1,2}[号日]|月底|季度末|年底)/u

/** 订阅周报 says no time, 25号提醒报进展 says one day: both are asked back. */
function readWithoutTime(text: string): Unclear | null {
  const subscribed = /^(?:订阅|定期推送|定时推送|定期发送?|定时发送?|定期提醒)(?:一下)?[:：]?(?<words>.{2,40})$/u.exec(
    text,
  )
  if (subscribed) return unclear(WHEN)
  const day = DAY_NAMED.exec(text)?.[0]
  if (day === undefined) return null
  const time = timeAfter(text, day.length)
  const side = closing(text.slice(time.end))
  if (!side?.hasVerb || ABOUT_SENDING.test(side.words) || contentOf(side.words) === null) return null
  return unclear(`${WHEN}只提醒一次的，收到提醒后可以说“明天再提醒”“下周一再提醒”。`)
}
