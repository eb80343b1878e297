import type { Reply } from '../../src/core/dialog/reply.ts'
import type { ChatAdapter, Destination, Profile, SentFile } from '../../src/core/ports.ts'
import type { SheetRow } from '../../src/core/progress/sheet.ts'

export interface Sent {
  readonly to: Destination
  readonly reply: Reply
  readonly key: string
}

/** A platform that keeps what it is sent; `fail` decides what goes wrong with a call, `wait` how long it takes. */
export function createFakeAdapter() {
  const sent: Sent[] = []
  const files: { readonly to: Destination; readonly file: SentFile; readonly key: string }[] = []
  const profiles = new Map<string, Profile>()
  const behaviour = {
    fail: (_: Sent): Error | null => null,
    wait: (_: Sent): Promise<void> => Promise.resolve(),
  }
  const adapter = {
    name: 'fake',
    receive: async () => ({ kind: 'ignored', reason: 'nothing comes in here' }),
    async send(to, reply, key) {
      const sending = { to, reply, key }
      await behaviour.wait(sending)
      const failure = behaviour.fail(sending)
      if (failure) throw failure
      sent.push(sending)
    },
    show: reply => ({ shown: reply }),
    tell: sentence => ({ told: sentence }),
    async sendFile(to, file, key) {
      files.push({ to, file, key })
    },
    profile: async person => profiles.get(person) ?? null,
  } satisfies ChatAdapter
  return { adapter, sent, files, profiles, behaviour }
}

/** A log that keeps its lines as they would be written. */
export function createFakeLog() {
  const lines: { readonly level: string; readonly message: string; readonly [field: string]: unknown }[] = []
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ ...fields, level, message })
  }
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines }
}

/** A sheet as a file, so that a test can count its lines. */
export const sheetFile = async (rows: readonly SheetRow[], title: string): Promise<SentFile> => ({
  name: `${title}.json`,
  bytes: new TextEncoder().encode(JSON.stringify(rows)),
})
