import type { Command } from '../command.ts'
import { partOf } from '../duties.ts'
import type { Entry } from '../entry.ts'
import { letterTo, peopleWith } from '../letters.ts'
import { ofOffice, refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, slotsOf, tell } from '../situation.ts'
import { unbound } from './people.ts'
import { isDecision, pickTask } from './pick.ts'
import { signed } from './report.ts'
import { lettersToReporter } from './review.ts'
import { named, taskItem } from './words.ts'

/** 27条申请延期到9月底，原因…: asked by the unit, decided by the office. */
export function decideExtend(
  { task, until, reason }: Extract<Command, { kind: 'extend' }>,
  situation: Situation,
): Decision {
  const { ledger, records, speaker } = situation
  const { units } = records.person(speaker.person)
  if (units.length === 0) return unbound(situation)
  if (until === '') return tell(situation, '请写明延期到哪天和原因，例如“27条申请延期到9月底，原因：设备未到货”。')
  const picked = pickTask(task, situation, { again: id => `${id} 申请延期到${until}，原因：${reason}` })
  if (isDecision(picked)) return picked
  const { taskId } = picked
  const day = slotsOf(`${until}前`, situation).due?.to ?? null
  if (day === null) return tell(situation, `没有读懂延期到的日期“${until}”，请写成“9月底”或“2023年9月30日”。`)
  const unit = units.find(key => partOf(ledger, taskId, key) === 'main') ?? units[0] ?? ''
  const entry: Entry = { ...signed(situation, taskId), kind: 'extension', unit, until: day, reason }
  const refusal = refusalOf(entry, situation)
  if (refusal !== null) return tell(situation, refusal)
  return decision(
    say(situation, `已提交延期申请：${named(ledger, taskId)}延期到${day}，等督查室答复`, {
      notes: [`原因：${reason}`],
    }),
    {
      entries: [entry],
      letters: officeLetters(entry, situation),
    },
  )
}

function officeLetters(entry: Extract<Entry, { kind: 'extension' }>, situation: Situation) {
  const { ledger, records, speaker, now } = situation
  const reply = say(situation, `延期申请：${named(ledger, entry.taskId)}，到${entry.until}`, {
    items: [taskItem(ledger, entry.taskId, [`原因：${entry.reason}`])],
    actions: [
      { label: '同意延期', say: `同意 ${entry.taskId} 延期`, look: 'primary' },
      { label: '不同意', say: `不同意 ${entry.taskId} 延期` },
    ],
    hint: '也可以说“同意27延期”或“不同意27延期 原因”。',
  })
  return peopleWith(records, 'office', speaker.person).map(person =>
    letterTo(person, { key: `extension/${entry.id}`, reply, now }),
  )
}

/** The office's answer to an extension. */
export function decideExtension(
  { isApproved, task, reason }: Extract<Command, { kind: 'decide-extension' }>,
  situation: Situation,
): Decision {
  const { ledger, records } = situation
  const verdict = isApproved ? '同意' : '不同意'
  const closed = ofOffice({ by: situation.speaker.person }, situation)
  if (closed !== null) return tell(situation, closed)
  const picked = pickTask(task, situation, {
    again: id => `${verdict} ${id} 延期 ${reason}`.trim(),
    fits: id => records.task(id).askedExtension !== null,
  })
  if (isDecision(picked)) return picked
  const { taskId } = picked
  const asked = records.task(taskId).askedExtension
  const entry: Entry = {
    ...signed(situation, taskId),
    kind: 'extension-decision',
    extensionId: asked?.id ?? '',
    isApproved,
    ...(reason === '' ? {} : { reason }),
  }
  const refusal = refusalOf(isApproved ? entry : { ...entry, reason: entry.reason ?? '—' }, situation)
  if (refusal !== null) return tell(situation, refusal)
  if (!isApproved && reason === '') {
    return decision({
      ...say(situation, '请写明不同意延期的原因', { items: [taskItem(ledger, taskId, [])] }),
      form: {
        name: 'refuse-extension',
        subject: taskId,
        submit: '不同意延期',
        fields: [{ name: 'reason', label: '原因', value: '', longest: 500 }],
      },
    })
  }
  const because = reason === '' ? '' : `，原因：${reason}`
  const told = say(situation, `督查室${verdict}${named(ledger, taskId)}延期到${asked?.until ?? ''}${because}`)
  return decision(say(situation, `已记录：${verdict}${named(ledger, taskId)}延期到${asked?.until ?? ''}${because}`), {
    entries: [entry],
    letters:
      asked && asked.by !== situation.speaker.person
        ? [
            letterTo(asked.by, {
              key: `extension-decision/${entry.id}`,
              reply: told,
              now: situation.now,
              isAwaited: true,
            }),
          ]
        : lettersToReporter(taskId, { key: `extension-decision/${entry.id}`, reply: told }, situation),
  })
}
