import { type SubscriptionCommand, unclear } from './command.ts'
import { AND, NUMBER, numberOf } from './number-words.ts'
import { scopeOf } from './wording.ts'

const WISH = '(?:订阅|推送|定时推送|定时提醒|定期提醒)'
const WHOSE = '(?:我们?|本群|这个群|群里面?|我自己|大家)'

/** 我订阅了啥 · 有哪些订阅 · 本群订阅 */
const LISTS: readonly RegExp[] = [
  new RegExp(
    `^(?<to>${WHOSE})?(?:都|现在|目前|已经?)*(?:订阅|订)了?(?:些|哪些|什么|啥|哪几个|哪几项|多少)(?:东西|内容|任务|推送|提醒)?(?:[呀啊呢])?[?？]*$`,
    'u',
  ),
  new RegExp(
    `^(?:看看|查看|查一下|查|列出|列一下|显示|管理)?(?<to>${WHOSE})?(?:的|都|现在|目前|里|设置|设了|定了)*(?:有|有了)?(?:哪些|什么|啥|几个|多少|所有|全部)?的?${WISH}(?:任务|内容)?(?:列表|清单|情况|有哪些|有什么|有啥|都有哪些|有几个)?[?？]*$`,
    'u',
  ),
  new RegExp(`^(?<to>${WHOSE})?(?:都|现在|目前)*(?:设置?了|定了|有)(?:哪些|什么|啥|几个|多少)(?:的)?提醒[?？]*$`, 'u'),
]
/** 订阅 alone, or a verb before it, is no question. */
const IS_LIST = /[?？]$|哪|什么|啥|些|几个|多少|列|查|看|显示|管理|我|群|所有|全部|大家/u

const CANCEL = '(?:取消|退订|删除|删掉|停掉|关掉)'
const MEMBER = `第?(?:${NUMBER})(?:个|项)?`
const ALL = new RegExp(
  `^(?<to>(?:把)?${WHOSE}?(?:的)?)(?:(?:全部|所有|一切)(?:的)?(?:${WISH}|提醒)?(?:都|全)?(?:退订|取消|删除|删掉)(?:了|掉)?|(?:退订|取消|删除|删掉|清空)(?<whose>${WHOSE}?)(?:的)?(?:全部|所有|一切)(?:的)?(?:${WISH}|提醒)?|把?(?<of>${WHOSE}?)的?${WISH}(?:全部|全都|都|全)(?:退订|取消|删除|删掉)(?:了|掉)?)$`,
  'u',
)
const NUMBERED = new RegExp(
  `^(?:${CANCEL}|把)(?<numbers>第(?:${NUMBER})[个项]?(?:${AND}${MEMBER})*)(?:个|项)?(?:的)?${WISH}?(?:给我)?(?:取消|退订|删除|删掉|停掉|关掉)?(?:了|掉)*$`,
  'u',
)
/** 取消订阅2 · 退订2、3 · 取消第二条订阅: 条 alone is the number of a task. */
const NUMBERED_WISH = new RegExp(
  `^(?:(?:取消|删除|删掉)(?:第?${WISH})|退订)第?(?<numbers>${MEMBER}(?:${AND}${MEMBER})*)号?条?$|^${CANCEL}(?<named>第(?:${NUMBER})条)${WISH}$|^退订(?<unsubscribed>第(?:${NUMBER})条)$`,
  'u',
)
const NUMBERLESS = new RegExp(`^(?:退订|(?:取消|删除|删掉|关闭|关掉|停掉)(?<what>[^,，。]{0,20}?)(?:的)?${WISH})$`, 'u')
const WHICH = '取消哪一个？请先说“我订阅了啥”，再说“取消第2个”；一个都不要就说“全部退订”。'

/** What belongs to a person or a chat already: which there are, and which to end. */
export function readManaging(text: string): SubscriptionCommand | null {
  return readCancel(text) ?? readList(text)
}

/** Asked as a question as often as not. */
export function readList(text: string): SubscriptionCommand | null {
  if (!IS_LIST.test(text)) return null
  const match = LISTS.map(pattern => pattern.exec(text)).find(found => found !== null)
  return match ? { kind: 'list', scope: oneScope(match.groups?.['to'] ?? '') } : null
}

function readCancel(text: string): SubscriptionCommand | null {
  const all = ALL.exec(text)?.groups
  if (all)
    return {
      kind: 'cancel',
      which: 'all',
      scope: oneScope(`${all['to'] ?? ''}${all['whose'] ?? ''}${all['of'] ?? ''}`),
    }
  const groups = (NUMBERED.exec(text) ?? NUMBERED_WISH.exec(text))?.groups
  if (!groups) return NUMBERLESS.test(text) ? unclear(WHICH) : null
  const said = groups['numbers'] ?? groups['named'] ?? groups['unsubscribed'] ?? ''
  const numbers = (said.match(new RegExp(NUMBER, 'gu')) ?? []).map(numberOf)
  if (numbers.some(number => !(number >= 1))) return unclear(WHICH)
  return { kind: 'cancel', which: [...new Set(numbers)], scope: null }
}

function oneScope(words: string): 'chat' | 'me' | null {
  const scope = scopeOf(words.replaceAll('的', ''))
  return scope === 'both' ? null : scope
}
