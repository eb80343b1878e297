import type { SubscriptionCommand } from './command.ts'

const SENDING = '(?:发送?|推送?|提醒|催|算|通知)(?:我们?|大家)?'
const NOT = '(?:不要|别|不用|不必|不需要|不想要|不)'
const IMPLIED = '推定(?:出来|年底|年末)?(?:的)?(?:时限|期限|日期|截止日期?|时间|任务|年底|提醒)?(?:的)?'
const OFF_DAYS = '(?:周末|双休日?|休息日|节假日|假期|放假|周六周日|星期六星期天)(?:(?:和|及|、)(?:周末|节假日))?'

const switched = (kind: 'implied' | 'days-off', isOn: boolean): SubscriptionCommand => ({ kind, isOn })

/** What can be switched, each said as a whole. */
const SWITCHES: readonly (readonly [string, SubscriptionCommand])[] = [
  [
    `(?:${NOT}(?:提醒|发|推送?|包括|含|看|显示)?|去掉|关闭|关掉|不看|不含|排除|去除|取消)${IMPLIED}(?:提醒|任务|了)?`,
    switched('implied', false),
  ],
  [`${IMPLIED}(?:就|都|请)?${NOT}(?:再)?${SENDING}了?`, switched('implied', false)],
  [`${IMPLIED}(?:也|照样?|继续|都|要|可以|恢复)+(?:要|照常)?${SENDING}`, switched('implied', true)],
  [`(?:打开|开启|恢复|包括|加上|带上|也要|要|提醒)${IMPLIED}(?:提醒|也提醒)?`, switched('implied', true)],
  [`${OFF_DAYS}(?:也|照样?|正常|照常|都|可以|继续|恢复)+(?:要|照常|正常)?${SENDING}`, switched('days-off', true)],
  [`${OFF_DAYS}(?:就|都|请)?${NOT}(?:再)?${SENDING}了?`, switched('days-off', false)],
  [`${NOT}在?${OFF_DAYS}(?:里)?${SENDING}`, switched('days-off', false)],
  [`只在?工作日${SENDING}`, switched('days-off', false)],
]

const PATTERNS = SWITCHES.map(([words, command]) => ({ pattern: new RegExp(`^${words}$`, 'u'), command }))

/** 不要推定的 · 推定的也提醒 · 周末也发 · 周末不要发 */
export const readSwitch = (text: string): SubscriptionCommand | null =>
  PATTERNS.find(({ pattern }) => pattern.test(text))?.command ?? null
