import { createDurableObjectStore, type ObjectStorage } from '../../adapters/store/durable-object.ts'

/** A Worker around a store in a Durable Object, so that the contract can be asked of it from outside. */
interface Bindings {
  readonly SUBJECT: { getByName(name: string): { fetch(request: Request): Promise<Response> } }
}

/** One call of a verb; `number` tells it from the others of its batch. */
export interface Call {
  readonly number: number
  readonly verb: string
  readonly args: readonly unknown[]
}

type Verbs = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>

export class Subject {
  readonly #store: Verbs

  constructor({ storage }: { readonly storage: ObjectStorage }) {
    this.#store = { ...createDurableObjectStore(storage) } as unknown as Verbs
  }

  /** Calls made at the same time are made so here too; they are answered in the order in which they resolved. */
  async fetch(request: Request): Promise<Response> {
    const calls: readonly Call[] = JSON.parse(await request.text(), revived)
    const resolved: { readonly number: number; readonly result: unknown }[] = []
    const made = calls.map(async ({ number, verb, args }) => {
      resolved.push({ number, result: await this.#store[verb]?.(...args) })
    })
    await Promise.all(made)
    return Response.json(resolved)
  }
}

/** Times travel as `{"$date":…}`. */
function revived(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$date' in value)) return value
  return new Date(Number(value.$date))
}

// biome-ignore lint/style/noDefaultExport: Workers looks for the handlers there.
export default {
  fetch: (request: Request, { SUBJECT }: Bindings): Promise<Response> =>
    SUBJECT.getByName(new URL(request.url).pathname).fetch(request),
}
