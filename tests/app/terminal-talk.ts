import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createTerminalAdapter } from '../../adapters/terminal/index.ts'
import { createTalk } from '../../src/app/talk.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { createFakeLog, sheetFile } from './fake-adapter.ts'

/** A conversation as `duban chat` has it, on a day, with records of its own; gives what is printed. */
export function terminalTalk({
  day = '2023-06-01',
  folder = '.',
  store = createMemoryStore(),
}: {
  readonly day?: string
  readonly folder?: string
  readonly store?: ReturnType<typeof createMemoryStore>
} = {}) {
  let printed = ''
  const write = (text: string) => {
    printed += text
  }
  const adapter = createTerminalAdapter({ write, folder })
  const clock = { now: () => new Date(`${day}T09:00:00+08:00`) }
  const calendar = createWorkCalendar({})
  const { log } = createFakeLog()
  const talk = createTalk('local', {
    adapter,
    store,
    ledger,
    clock,
    calendar,
    log,
    sheetFile,
    admins: ['terminal:local'],
  })
  return async (text: string): Promise<string> => {
    printed = ''
    await talk.hear(text)
    return printed.trimEnd()
  }
}
