import type { Destination } from '../core/ports.ts'
import { sendFiles } from './answer-accepted.ts'
import { compose } from './compose.ts'
import { createAnswers, type ServiceOptions } from './service.ts'

/** One person who talks to us with nothing in between: answered at once, nothing is kept to be answered later. */
export interface Talk {
  /** Answers what was said, then shows what has come for the person. */
  hear(text: string): Promise<void>
}

/** `person` as the platform knows them. */
export function createTalk(person: string, options: ServiceOptions): Talk {
  const { adapter, clock } = options
  const { knowledge, deliver } = createAnswers(options)
  const to: Destination = { chat: person, person, messageId: null, inThread: false, chatType: 'private' }
  const started = clock.now().getTime()
  let serial = 0
  return {
    async hear(text) {
      const id = `${adapter.name}:${started}.${++serial}`
      const said = { kind: 'message', id, speaker: { chat: person, person }, to, text } as const
      const { reply, files } = await compose(said, knowledge, false)
      await adapter.send(to, reply, id)
      await sendFiles(said, files, adapter)
      await deliver()
    },
  }
}
