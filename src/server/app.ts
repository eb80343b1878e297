import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'

/** What the server is made of; the entries build it. */
export interface AppDependencies {
  readonly ledger: { readonly documents: readonly unknown[]; readonly tasks: readonly unknown[] }
  /** Receives what went wrong inside; the client only learns that something did. */
  readonly logError: (error: Error) => void
}

/** Chat platforms send a few kilobytes; an imported document is the largest thing anyone posts. */
const MAX_BODY_BYTES = 2 * 1024 * 1024

/** The HTTP side of Duban, the same on every runtime. */
export function createApp({ ledger, logError }: AppDependencies): Hono {
  const app = new Hono()

  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new HTTPException(413, { message: `the body exceeds ${MAX_BODY_BYTES} bytes` })
      },
    }),
  )

  app.get('/healthz', c => c.json({ ok: true, documents: ledger.documents.length, tasks: ledger.tasks.length }))

  app.notFound(c => c.json(failure(`no such path: ${c.req.method} ${c.req.path}`), 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json(failure(error.message), { status: error.status })
    logError(error)
    return c.json(failure('internal error'), 500)
  })
  return app
}

function failure(error: string): { ok: false; error: string } {
  return { ok: false, error }
}
