import { type SubscriptionCommand, type Unclear, unclear } from './command.ts'
import { contentOf } from './content.ts'
import { findRecurrence, type Recurrence } from './recurrence.ts'
import type { OnDaysOff } from './schedule.ts'
import { closing, opening, type Side, SOMETIMES } from './sending.ts'
import type { Content, Scope } from './subscription.ts'
import { DEFAULT_MINUTE, namesTime, timeAt } from './time-of-day.ts'
import { scopeOf } from './wording.ts'

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
const URGED = '催办每次都要由人确认后才发。定期的可以说“每周五下午4点提醒报进展”。'
const WHEN = '什么时候发？请说“每周一9点推送逾期清单”或“每月25号提醒报进展”。'

/** What may follow the time and cannot be done. */
const REFUSED: readonly { readonly words: RegExp; readonly say: string }[] = [
  {
    words: /^(?:[和及与跟、,，]|还有|以及)(?=.{0,12}(?:点|时|:|上午|下午|早|晚)).*(?:推|发|提醒|叫|通知)/u,
    say: ONE_TIME,
  },
  { words: /^[,，]?催(?:办|促|报|一下)/u, say: URGED },
]

/** A wish for something that recurs, or null where it is none: 每周一9点推送省科技厅任务. */
export function readSubscribe(text: string): SubscriptionCommand | null {
  const { rest, onDaysOff } = withoutDaysOff(text)
  const recurrence = findRecurrence(rest)
  if (!recurrence) return readWithoutTime(rest)
  const time = timeAfter(rest, recurrence.end)
  const before = opening(rest.slice(0, recurrence.start))
  const after = before && closing(rest.slice(time.end))
  if (!before || !after) return null
  const refused = REFUSED.find(({ words }) => words.test(rest.slice(time.end)))
  if (refused && before.words === '') return unclear(refused.say)
  const wish = wishOf(before, after, time.isSaid)
  if (!wish) return null
  return subscription(recurrence.says, time.minute, { ...wish, onDaysOff })
}

function withoutDaysOff(text: string): { readonly rest: string; readonly onDaysOff: OnDaysOff | null } {
  const found = DAYS_OFF.find(([pattern]) => pattern.test(text))
  return found ? { rest: text.replace(found[0], ''), onDaysOff: found[1] } : { rest: text, onDaysOff: null }
}

function timeAfter(text: string, end: number) {
  const start = end + (/^[\s的,，在于、]+/u.exec(text.slice(end))?.[0].length ?? 0)
  const time = timeAt(text, start)
  return time
    ? { minute: time.minute, end: start + time.length, isSaid: true }
    : { minute: DEFAULT_MINUTE, end, isSaid: false }
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
  if ((isSplit && !isKnown) || !isAsked(before, after, { isTimed, isKnown })) return null
  return { content, words, scope: scopeOf(`${before.address},${after.address}`) }
}

/** Policy texts recur as well; without a clear verb it takes a time of day or words that only a subscription has. */
function isAsked(before: Side, after: Side, { isTimed, isKnown }: { isTimed: boolean; isKnown: boolean }): boolean {
  if (before.verb === 'sends' || after.verb === 'sends') return true
  return after.verb === 'loose' ? isTimed || isKnown : isTimed && isKnown
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
  /^(?:明天|明日|后天|今天|(?:下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]|下个?月[0-9]{1,2}[号日]|[0-9]{1,2}月[0-9]{1,2}[号日]|[0-9]{1,2}[号日]|月底|季度末|年底)/u

/** 订阅周报 says no time, 25号提醒报进展 says one day: both are asked back. */
function readWithoutTime(text: string): Unclear | null {
  if (/^(?:我要|我想)?订阅(?:一下)?[:：]?.{0,40}$/u.test(text)) return unclear(WHEN)
  const content = contentOf(text.replace(SOMETIMES, ''))
  if (SOMETIMES.test(text) && content !== null && content.kind !== 'tasks') return unclear(WHEN)
  const day = DAY_NAMED.exec(text)?.[0]
  if (day === undefined) return null
  const side = closing(text.slice(timeAfter(text, day.length).end))
  if (side?.verb !== 'sends' || ABOUT_SENDING.test(side.words) || contentOf(side.words) === null) return null
  return unclear(`${WHEN}只提醒一次的，收到提醒后可以说“明天再提醒”“下周一再提醒”。`)
}
