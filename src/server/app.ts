import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { WaitUntil } from '../app/inbox.ts'
import type { Log } from '../core/log.ts'
import type { Acknowledgement, PlatformRequest } from '../core/ports.ts'

/** A chat platform that calls us. */
export interface Webhook {
  /** As in `/webhooks/feishu`. */
  readonly name: string
  receive(request: PlatformRequest, waitUntil?: WaitUntil): Promise<Acknowledgement>
}

/** What the server is made of; the entries build it. */
export interface AppDependencies {
  readonly ledger: { readonly documents: readonly unknown[]; readonly tasks: readonly unknown[] }
  /** Gets what went wrong inside, of which the client only learns that something did, and what was refused at the door. */
  readonly log: Pick<Log, 'warn' | 'error'>
  readonly webhooks?: readonly Webhook[]
  /** What `/healthz` says besides: which platforms are on, what waits for its answer. */
  readonly health?: () => Promise<Readonly<Record<string, string | number>>>
  /** How this runtime is told of work behind a response. Node needs no telling. */
  readonly waitUntilOf?: (context: Context) => WaitUntil
}

/** Chat platforms send a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024

/** The HTTP side of Duban, the same on every runtime. */
export function createApp({ ledger, log, webhooks = [], health, waitUntilOf }: AppDependencies): Hono {
  const app = new Hono()

  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new HTTPException(413, { message: `the body exceeds ${MAX_BODY_BYTES} bytes` })
      },
    }),
  )

  app.get('/healthz', async c =>
    c.json({ ok: true, documents: ledger.documents.length, tasks: ledger.tasks.length, ...(await health?.()) }),
  )

  for (const { name, receive } of webhooks) {
    app.post(`/webhooks/${name}`, async c => {
      // The body as it came: signatures are over its bytes.
      const request = { headers: c.req.header(), body: await c.req.text() }
      const { status, body } = await receive(request, waitUntilOf?.(c))
      return Response.json(body, { status })
    })
  }

  app.notFound(c => c.json(failure(`no such path: ${c.req.method} ${c.req.path}`), 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      log.warn({ status: error.status, reason: error.message }, 'rejected')
      return c.json(failure(error.message), { status: error.status })
    }
    log.error({ err: error }, 'request failed')
    return c.json(failure('internal error'), 500)
  })
  return app
}

function failure(error: string): { ok: false; error: string } {
  return { ok: false, error }
}
