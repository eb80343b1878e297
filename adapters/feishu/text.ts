import { type Reply, replyText } from '../../src/core/dialog/reply.ts'
import { escapeText } from './escape.ts'
import type { FeishuMessage } from './message.ts'
import { headWithin } from './shorten.ts'

/** A text message may have 150 KB as JSON (发送消息), which makes quotes and line breaks twice as long. */
const TEXT_BYTES = 70 * 1024

/** The reply as plain text: for a card that the platform refuses, and for a paragraph that no card has room for. */
export const textMessage = (reply: Reply): FeishuMessage => ({
  msg_type: 'text',
  content: JSON.stringify({ text: fitted(escapeText(replyText(reply))) }),
})

function fitted(text: string): string {
  const head = headWithin(text, TEXT_BYTES)
  if (head === text) return text
  return `${head}\n……（共${[...text].length}字，一条消息放不下，以上是前${[...head].length}字；其余请查看文件原件，或缩小范围再问。）`
}
