import type { Letter } from '../ports.ts'
import type { Entry } from '../progress/entry.ts'
import { letterTo, peopleWith } from '../progress/letters.ts'
import type { Records } from '../progress/records.ts'
import { type Moment, say } from '../progress/situation.ts'

/** The recipient of a letter: chat:feishu:oc_…, person:feishu:ou_…. */
export const recipientOf = ({ channel, to }: Pick<Letter, 'channel' | 'to'>): string =>
  to.chat === null ? `person:${channel}:${to.person}` : `chat:${channel}:${to.chat}`

export const goneEntry = (recipient: string, now: Moment): Extract<Entry, { kind: 'gone' }> => ({
  kind: 'gone',
  id: `gone/${recipient}/${now.iso}`,
  at: now.iso,
  by: 'duban',
  recipient,
})

/** What the office is told of a recipient that messages do not reach any more. */
export function goneLetters(
  recipient: string,
  { records, now }: { readonly records: Records; readonly now: Moment },
): readonly Letter[] {
  const id = recipient.slice(recipient.indexOf(':') + 1)
  const isChat = recipient.startsWith('chat:')
  const who = isChat ? `群 ${id}` : records.person(id).name || id
  const reply = say({ now }, `提醒送不到了：${who}`, {
    notes: [isChat ? '机器人可能已被移出该群，或群已解散。' : '此人可能已离职，或不在应用的可用范围。'],
    hint: isChat ? '把机器人请回群里后，再说一次“本群是…的”即可恢复。' : '请为该单位另绑一位联络员。',
  })
  return peopleWith(records, 'office', id).map(person =>
    letterTo(person, { key: `gone/${recipient}/${now.iso}`, reply, now }),
  )
}
