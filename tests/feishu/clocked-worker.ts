import worker, { Organisation as RealOrganisation } from '../../src/worker.ts'

/** The Worker with a clock that a test can set, and an alarm that it can ring. What is deployed has neither. */

/** How far the clock is ahead. It goes on at its own pace. */
let ahead = 0

const clock = { now: () => new Date(Date.now() + ahead) }

type Parameters = ConstructorParameters<typeof RealOrganisation>

export class Organisation extends RealOrganisation {
  constructor(state: Parameters[0], bindings: Parameters[1]) {
    super(state, bindings, clock)
  }

  async setClock(ms: number): Promise<void> {
    ahead = ms - Date.now()
  }

  /** What the runtime does when the time has come, and sometimes twice. */
  async ring(): Promise<void> {
    await this.alarm()
  }
}

// biome-ignore lint/style/noDefaultExport: Workers looks for the handlers there.
export default {
  fetch: worker.fetch,
  /** At the time that the platform says it was meant for. */
  async scheduled(event: { readonly scheduledTime: number }, bindings: Parameters[1]): Promise<void> {
    ahead = event.scheduledTime - Date.now()
    await worker.scheduled(event, bindings)
  },
}
