import { foldQuestion, withoutCourtesy } from '../../dialog/utterance.ts'
import type { Scope } from './subscription.ts'

/** What is said to the bot is short; a paragraph that was pasted is something else. */
const LONGEST = 120

/** What may be said around a wish without changing it. */
const AROUND = [
  /(?<=^(?:能不能|能否|可不可以|可以).*)(?:吗|么)?[?？]+$/u,
  /[,，]?(?:可以|好|行|成|怎么样)(?:吗|不|么|吧)[?？]*$/u,
  /(?<!什)[。.!！~,，;；、…]+$/u,
  /[吧哦噢啊呀哈啦呗喽嘛]+$/u,
  /[。.!！~,，;；、…]+$/u,
  /^(?:(?:麻烦|请|帮忙|帮我|替我|能不能|能否|可不可以|可以|我想要?|我要|希望|想要?|以后|今后|从今天起|从现在起|从今天开始|从现在开始|好的|好|收到|知道了)(?!知道|问|看)[,，、:]?)+/u,
]

/** One form for a wish, without what is said around it; null for what is too long to be one. */
export function plainWish(text: string): string | null {
  const folded = foldQuestion(text.trim())
  if (folded.length > LONGEST) return null
  return AROUND.reduce((left, pattern) => left.replace(pattern, ''), withoutCourtesy(folded))
}

/** What somebody wants to know, not have. */
export const isQuestion = (text: string): boolean => /[?？吗么呢]$/u.test(text)

const CHAT = '(?:本群|这个群|此群|群里面?|群内|群上|群|大家|各位|大伙儿?|全体|所有人)(?:里面?|内|中)?'
/** 我的任务 and 我局 are not whom a thing goes to. */
const ME = '(?:我自己|我(?![的们厅局委处单院校牵负参配])|本人|私聊我?|单聊我?|私信我?)'
const US = '我们|咱们'

const WHOM = `(?:${US}|${CHAT}|${ME})`
const TOWARDS = '(?:[给到在往向至跟]|发[给到])'

/** Whom a thing goes to: 给我 · 到本群 · 在群里 · 我; regex source. */
export const ADDRESS = `${TOWARDS}?${WHOM}`

/** The same with its preposition: 我们每周推送 says who sends, 给我们每周推送 to whom. */
export const ADDRESS_TOWARDS = `${TOWARDS}${WHOM}`

const SAYS_CHAT = new RegExp(CHAT, 'u')
const SAYS_ME = new RegExp(ME, 'u')

/** Where words of address point; both is a contradiction. */
export function scopeOf(address: string): Scope | 'both' | null {
  const isChat = SAYS_CHAT.test(address)
  const isMe = SAYS_ME.test(address)
  if (isChat && isMe) return 'both'
  if (isChat) return 'chat'
  return isMe ? 'me' : null
}
