import { type Assistant, createAssistant } from '../core/dialog/assistant.ts'
import { replyText } from '../core/dialog/reply.ts'
import type { Store } from '../core/ports.ts'
import { createProgress } from '../core/progress/progress.ts'
import { createRecords } from '../core/progress/records.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { type DayPreview, type ExplainedNotice, type PreviewLetter, previewDay } from '../core/supervision/preview.ts'
import { unknownYearsNote, type WorkCalendar } from '../core/supervision/work-calendar.ts'

export interface RemindOptions {
  readonly ledger: Ledger
  /** Nothing has been done yet where there is none. */
  readonly store?: Pick<Store, 'entries'>
  readonly calendar: WorkCalendar
}

/** What a day would bring, with what has to be known of the day. */
export interface Reminders extends DayPreview {
  /** YYYY-MM-DD */
  readonly day: string
  readonly isWorkingDay: boolean
  /** Where the calendar only guesses. */
  readonly note: string | null
}

/** Works out what would go to whom on a day. Reads only: nothing is sent and nothing written. */
export async function remindersOn(day: string, { ledger, store, calendar }: RemindOptions): Promise<Reminders> {
  const records = createRecords()
  records.add((await store?.entries(0)) ?? [])
  const progress = createProgress(ledger, records, day)
  const assistant: Assistant = createAssistant(ledger)
  const findTasks = (query: string) => {
    const { answer } = assistant.ask(query, { today: day, progress })
    return answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
  }
  return {
    day,
    isWorkingDay: calendar.isWorkingDay(day),
    note: unknownYearsNote(calendar, [day]),
    ...previewDay({ day, ledger, assistant, records, progress, calendar, findTasks }),
  }
}

/** One JSON value, for `--json`. */
export const remindersJson = ({ day, isWorkingDay, note, letters, unreached }: Reminders) => ({
  asOf: day,
  isWorkingDay,
  note,
  sent: false,
  letters: letters.map(({ reply, ...letter }) => ({ ...letter, text: replyText(reply) })),
  unreached,
})

/** The same for a person to read. */
export function remindersText({ day, isWorkingDay, note, letters, unreached }: Reminders): string {
  const kind = isWorkingDay ? '工作日' : '休息日，到期提醒不发'
  return [
    `${day}（${kind}）：${letters.length}条消息`,
    ...(note === null ? [] : [note]),
    ...letters.flatMap(letterLines),
    ...(unreached.length > 0 ? ['\n没有联络员或工作群，送不到：'] : []),
    ...unreached.map(({ unit, notices }) => `  ${unit}：${notices.map(why).join('；')}`),
    '\n只是预览：没有发送，也没有写入。到时候由服务（npm start）发送。',
  ].join('\n')
}

function letterLines({ to, name, units, notices, subscription, reply }: PreviewLetter): readonly string[] {
  const who = [name, ...units].filter(part => part !== '').join('，')
  const reasons = subscription === null ? notices.map(why) : [`订阅：${subscription}`]
  return [`\n→ ${to}${who === '' ? '' : `（${who}）`}`, ...reasons.map(reason => `  因为 ${reason}`), replyText(reply)]
}

/** 鲁政办字〔2023〕5号#27 时限2023-12-31（年底），提前7天提醒 */
function why({ kind, taskId, dueOn, daysBefore, certainty, deadline }: ExplainedNotice): string {
  const inferred = certainty === 'implied' ? '，推定' : ''
  return `${taskId} 时限${dueOn}（${deadline}${inferred}），${RULES[kind](Math.abs(daysBefore))}`
}

const RULES: Readonly<Record<ExplainedNotice['kind'], (days: number) => string>> = {
  reminder: days => `提前${days}天提醒`,
  due: () => '到期提醒',
  urge: days => `到期后${days}天催办`,
}
