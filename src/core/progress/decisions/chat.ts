import { documentsCalled } from '../../dialog/documents-called.ts'
import type { Command } from '../command.ts'
import { unitName } from '../duties.ts'
import type { Entry } from '../entry.ts'
import { letterTo, peopleWith } from '../letters.ts'
import { refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'

/** 本群用5号文: what a bare 27 means in this chat. */
export function decideChatDocument(words: string, situation: Situation): Decision {
  const { ledger, speaker, now, cause } = situation
  const [documentId, ...others] = documentsCalled(words, { ledger, today: now.today })
  if (documentId === undefined) return tell(situation, `台账里没有文件“${words}”。说“都有哪些文件”可以看到全部。`)
  if (others.length > 0) return tell(situation, `“${words}”可以指几个文件，请写全文号，例如“本群用${documentId}”。`)
  const entry: Entry = {
    kind: 'chat-document',
    id: `${cause}/document`,
    at: now.iso,
    by: speaker.person,
    chat: speaker.chat,
    documentId,
  }
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  return decision(say(situation, `好的，这里说“第27条”，指的就是${documentId}的。`), { entries: [entry] })
}

/** 本群是省能源局的: where the unit is reached, once an administrator agrees. */
export function decideChatUnit(words: string, situation: Situation): Decision {
  const { ledger, records, speaker, now } = situation
  if (situation.isPrivate) return tell(situation, '这是私聊，不是群。请在单位的工作群里@我说这句话。')
  const candidates = ledger.units
    .read(words)
    .flatMap(reading => (reading.certainty === 'fuzzy' ? [] : reading.candidates))
  const [unit, ...others] = candidates
  if (!unit || others.length > 0)
    return tell(situation, `没有认准“${words}”是哪个单位，请写规范名称，例如“本群是省能源局的”。`)
  const isAdmin = records.person(speaker.person).roles.has('admin')
  const entry = chatUnit(speaker.chat, { unit: unit.key, standing: isAdmin ? 'approved' : 'requested' }, situation)
  if (isAdmin) return decision(say(situation, `好的，本群是${unit.name}的，提醒会发到这里。`), { entries: [entry] })
  const reply = say(situation, `有人要把一个群设为${unit.name}的工作群`, {
    notes: [`群编号：${speaker.chat}`, `申请人：${situation.profile?.name ?? speaker.person}`],
    actions: [
      { label: '同意', say: `同意本群 ${speaker.chat} ${unit.key}`, look: 'primary' },
      { label: '拒绝', say: `拒绝本群 ${speaker.chat} ${unit.key}`, look: 'danger' },
    ],
  })
  return decision(say(situation, `已提交：本群设为${unit.name}的工作群，等管理员同意。`), {
    entries: [entry],
    letters: peopleWith(records, 'admin', speaker.person).map(person =>
      letterTo(person, { key: `chat-unit/${entry.id}`, reply, now, isAwaited: true }),
    ),
  })
}

type ChatUnit = Extract<Entry, { kind: 'chat-unit' }>

const chatUnit = (
  chat: string,
  parts: Pick<ChatUnit, 'unit' | 'standing'>,
  { cause, now, speaker }: Situation,
): ChatUnit => ({
  kind: 'chat-unit',
  id: `${cause}/${chat}`,
  at: now.iso,
  by: speaker.person,
  chat,
  ...parts,
})

type DecideChatUnit = Extract<Command, { kind: 'decide-chat-unit' }>

/** An administrator's answer to somebody who asked for a chat: to what the card showed, whatever was asked for since. */
export function decideChat(
  { chat, isApproved, wanted }: Pick<DecideChatUnit, 'chat' | 'isApproved' | 'wanted'>,
  situation: Situation,
): Decision {
  const { ledger, records, now } = situation
  const asked = records.chat(chat).requestedUnit
  const entry = chatUnit(chat, { unit: asked?.unit ?? '', standing: isApproved ? 'approved' : 'rejected' }, situation)
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  if (!asked || (wanted !== '' && wanted !== asked.unit)) return tell(situation, '这个申请已经处理过了。')
  const name = unitName(ledger, asked.unit)
  const told = say(
    situation,
    isApproved ? `管理员已同意，那个群现在是${name}的工作群。` : `管理员没有同意把那个群设为${name}的工作群。`,
  )
  return decision(say(situation, `已${isApproved ? '同意' : '拒绝'}：${name}的工作群。`), {
    entries: [entry],
    letters: [letterTo(asked.by, { key: `chat-unit-decision/${entry.id}`, reply: told, now, isAwaited: true })],
  })
}
