import { type SubscriptionCommand, unclear } from './command.ts'
import { AND, DAYS_IN, NUMBER, numberOf } from './number-words.ts'
import { ADDRESS, scopeOf } from './wording.ts'

const DUE = '(?:(?:任务|时限|期限)?(?:到期日?|截止日?期?|时限|期限|期满|到时间|到日子))'
const AMOUNT = `(?:半个?月|半年|(?:${NUMBER})(?:个?工作日|天半?|日|个?星期|个?礼拜|周|个?月|年))`
const ITEM = `(?:(?:提前|${DUE}(?:之?前|前)?|前)?${AMOUNT}(?:之前|以前|前)?|${DUE}?(?:的)?(?:当天|当日|那天|那一天|日))`
const ITEMS = `${ITEM}(?:(?:${AND}|以及|还有)*${ITEM})*`
const REMIND = `[,，]?(?<also>也|还|再|都|也要|还要)?(?:要|给我|各|分别|开始|就|请)*(?:提醒|叫|通知|告诉|发提醒|发个?提醒|发一?[次下个]提醒)(?<to>(?:${ADDRESS})?)(?:一[下次遍声]|吧)*`

/** The tasks it is for come first: 省科技厅的任务提前7天提醒. */
const QUERY = '(?<query>(?:(?!提前|到期|截止|时限|期限)[^,，。;；:：?？%]){2,30}?)(?:的)?(?=提前|到期|截止|时限|期限)'
const SAID = new RegExp(
  `^(?<pre>(?:提醒|叫|通知)(?<who>${ADDRESS})?)?(?:${QUERY})?(?<items>${ITEMS})(?:${REMIND})?$`,
  'u',
)
/** What makes days a lead: 7天提醒 might be anything. */
const IS_LEAD = new RegExp(`提前|前|${DUE}`, 'u')
const NONE =
  /^(?:不用|不要|别|不必|不需要|取消|关闭|关掉)(?:再)?(?:提前|到期前?)(?:的)?(?:提醒|通知)(?:我|我们|大家|了)*$/u
const REMOVED = new RegExp(
  `^(?:不用|不要|别|不必|不需要|取消|关闭|关掉)(?:再)?(?<items>${ITEMS})(?:的)?(?:提醒|通知)(?:我|我们|大家|了)*$`,
  'u',
)
const DEFAULT = /^(?:恢复|改回|用回?|还是用?)(?:成|为|到)?默认的?(?:提醒|提前|提前天数|提醒规则|提醒时间|设置)$/u
const NO_AMOUNT = new RegExp(
  `^(?:提前|到期前|截止前|快?到期(?:了|时)?)(?:几天)?(?:提醒|叫|通知|告诉)(?:${ADDRESS})?(?:一下)?$`,
  'u',
)

const HOW_MANY = '提前几天？请说“提前7天提醒”“到期前3天提醒”或“到期当天也提醒”。'
const WORKING_DAYS = '提前的天数按日历天算，遇休息日会改到工作日发。请说“提前3天提醒”。'
const LIMIT = 365
const TOO_MANY = '可以提前0到365天。请说“提前7天提醒”。'

/** 提前7天提醒 · 到期前三天叫我 · 提前半个月提醒 · 到期当天也提醒 */
export function readLeadDays(text: string): SubscriptionCommand | null {
  if (NONE.test(text)) return { kind: 'lead-days', mode: 'set', daysBefore: [], query: null, scope: null }
  if (DEFAULT.test(text)) return { kind: 'lead-days', mode: 'default', daysBefore: [], query: null, scope: null }
  if (NO_AMOUNT.test(text)) return unclear(HOW_MANY)
  const removed = REMOVED.exec(text)?.groups
  if (removed) return ruleOf('remove', removed)
  const groups = SAID.exec(text)?.groups
  const isReminder = groups && (groups['pre'] !== undefined || groups['to'] !== undefined)
  return isReminder && IS_LEAD.test(groups['items'] ?? '') ? ruleOf(groups['also'] ? 'add' : 'set', groups) : null
}

function ruleOf(
  mode: 'set' | 'add' | 'remove',
  { items = '', query, to = '', who = '' }: Readonly<Record<string, string | undefined>>,
): SubscriptionCommand {
  if (items.includes('工作日')) return unclear(WORKING_DAYS)
  const days = (items.match(new RegExp(`${AMOUNT}|当天|当日|那天|那一天|(?:到期|截止)日(?!期?之?前)`, 'gu')) ?? []).map(
    daysIn,
  )
  if (days.some(count => !(count >= 0 && count <= LIMIT))) return unclear(TOO_MANY)
  const scope = scopeOf(`${to},${who}`)
  return {
    kind: 'lead-days',
    mode,
    daysBefore: [...new Set(days)].toSorted((a, b) => b - a),
    query: query ?? null,
    scope: scope === 'both' ? null : scope,
  }
}

function daysIn(amount: string): number {
  if (/当|那|到期|截止/u.test(amount)) return 0
  if (amount.startsWith('半')) return amount === '半年' ? 182 : 15
  const count = numberOf(new RegExp(`^${NUMBER}`, 'u').exec(amount)?.[0])
  return count * (DAYS_IN[amount.slice(-1)] ?? 1)
}
