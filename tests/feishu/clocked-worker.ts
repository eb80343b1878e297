import worker, { Organisation as RealOrganisation } from '../../src/worker.ts'

/** The Worker with a clock that a test can set, and an alarm that it can ring. What is deployed has neither. */

/** How far the clock is ahead. It goes on at its own pace. */
let ahead = 0

const setClock = (ms: number): void => {
  ahead = ms - Date.now()
}

type Parameters = ConstructorParameters<typeof RealOrganisation>
type Bindings = Parameters[1]

interface WithAlarm {
  readonly storage: { getAlarm(): Promise<number | null> }
}

export class Organisation extends RealOrganisation {
  readonly #state: WithAlarm

  constructor(state: Parameters[0] & WithAlarm, bindings: Bindings) {
    super(state, bindings, { now: () => new Date(Date.now() + ahead) })
    this.#state = state
  }

  /** When it is going to ring, by the clock that was set. */
  async alarmAt(): Promise<number | null> {
    const at = await this.#state.storage.getAlarm()
    return at && at + ahead
  }

  /** What the runtime does when the time has come, and sometimes twice. */
  async ring(): Promise<void> {
    await this.alarm()
  }
}

type Verb = (object: Organisation, given: string) => Promise<unknown>

const VERBS: Readonly<Record<string, Verb>> = {
  setClock: async (_, given) => setClock(Number(given)),
  alarmAt: object => object.alarmAt(),
  ring: object => object.ring(),
}

// biome-ignore lint/style/noDefaultExport: Workers looks for the handlers there.
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const [, place, verb = ''] = new URL(request.url).pathname.split('/')
    if (place !== 'test') return worker.fetch(request, bindings)
    const object = bindings.ORGANISATION.getByName(String(bindings['FEISHU_APP_ID'])) as Organisation
    return Response.json((await VERBS[verb]?.(object, await request.text())) ?? null)
  },
  /** At the time that the platform says it was meant for. */
  async scheduled(event: { readonly scheduledTime: number }, bindings: Bindings): Promise<void> {
    setClock(event.scheduledTime)
    await worker.scheduled(event, bindings)
  },
}
