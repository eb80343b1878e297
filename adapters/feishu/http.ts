import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk'
import { parseJson } from './json.ts'

/** A response in the shape that the SDK looks for on errors. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or the text as it came. */
  readonly data: unknown
}

/** Why there is no response at all. */
export type Silence = 'timeout' | 'network'

/** A call that did not succeed. What went over the wire is not among its own fields: errors get logged. */
export class HttpFailure extends Error {
  readonly #response: HttpResponse | null

  constructor(reason: HttpResponse | Silence, options?: ErrorOptions) {
    super(typeof reason === 'string' ? reason : `HTTP ${reason.status}`, options)
    this.name = 'HttpFailure'
    this.#response = typeof reason === 'string' ? null : reason
  }

  /** Null where none came; the message then says why. */
  get response(): HttpResponse | null {
    return this.#response
  }
}

interface HttpOptions {
  readonly fetch: typeof fetch
  readonly timeoutMs: number
  /** Which responses are failures; those without a 2xx status are unless told otherwise. */
  readonly isFailure?: (response: HttpResponse) => boolean
  /** What the caller gets of the data that came; all of it unless told otherwise. */
  readonly read?: (data: unknown) => unknown
}

/** What a call sets as its content type to have its data sent as a form. */
export const MULTIPART = 'multipart/form-data'

export const isSuccessStatus = ({ status }: HttpResponse): boolean => status >= 200 && status < 300

/**
 * Requests on `fetch`, in the shape that the SDK of the long connection sends its own through: runs on Node and on Workers,
 * has a timeout, and never puts a body on a GET, which the SDK asks for and `fetch` refuses. JSON, or a form with a file
 * where `multipart/form-data` is asked for.
 */
export function createHttpInstance({
  fetch,
  timeoutMs,
  isFailure = response => !isSuccessStatus(response),
  read = data => data,
}: HttpOptions): HttpInstance {
  const request = async (options: HttpRequestOptions<unknown>): Promise<unknown> => {
    const response = await exchange(fetch, { timeout: timeoutMs, ...options })
    if (isFailure(response)) throw new HttpFailure(response)
    const data = read(response.data)
    return options.$return_headers ? { data, headers: response.headers } : data
  }
  const bare = (method: string) => (url: string, options?: HttpRequestOptions<unknown>) =>
    request({ ...options, method, url })
  const carrying = (method: string) => (url: string, data?: unknown, options?: HttpRequestOptions<unknown>) =>
    request({ ...options, method, url, data })

  // The SDK's generics let each caller name the result it expects; nobody can promise that, so it is asserted once, here.
  return {
    request,
    get: bare('GET'),
    delete: bare('DELETE'),
    head: bare('HEAD'),
    options: bare('OPTIONS'),
    post: carrying('POST'),
    put: carrying('PUT'),
    patch: carrying('PATCH'),
  } as HttpInstance
}

type Exchange = HttpRequestOptions<unknown> & { readonly timeout: number }

async function exchange(fetch: HttpOptions['fetch'], options: Exchange): Promise<HttpResponse> {
  const limit = timeLimit(options.timeout)
  try {
    const response = await fetch(addressOf(options), {
      method: methodOf(options),
      headers: { ...textHeaders(options.headers), ...contentTypeOf(options) },
      redirect: 'manual',
      signal: limit.signal,
      ...bodyOf(options),
    })
    const text = await response.text()
    return { status: response.status, headers: Object.fromEntries(response.headers), data: parseJson(text) ?? text }
  } catch (cause) {
    const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
    throw new HttpFailure(isTimeout ? 'timeout' : 'network', { cause })
  } finally {
    limit.clear()
  }
}

/** `AbortSignal.timeout` cannot be cleared: on Workers a timer that is left keeps a whole object awake. */
function timeLimit(ms: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('no answer', 'TimeoutError')), ms)
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}

const methodOf = ({ method = 'GET' }: Exchange): string => method.toUpperCase()

function bodyOf(options: Exchange): { readonly body?: string | FormData } {
  const { data } = options
  if (data === undefined || ['GET', 'HEAD'].includes(methodOf(options))) return {}
  if (isMultipart(options)) return { body: formDataOf(data) }
  return { body: typeof data === 'string' ? data : JSON.stringify(data) }
}

const isMultipart = ({ headers = {} }: Exchange): boolean =>
  Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'content-type' && value === MULTIPART)

/** A form names its boundary itself. */
const contentTypeOf = (options: Exchange): Readonly<Record<string, string>> =>
  isMultipart(options) ? {} : { 'content-type': 'application/json; charset=utf-8' }

/** A field for each value. A file has no name of its own here: names that are not ASCII are written differently by everyone. */
function formDataOf(data: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(Object(data))) {
    if (value instanceof Blob) form.append(name, value, 'file')
    else form.append(name, `${value}`)
  }
  return form
}

/** The address with its query; a list becomes its key repeated: `{ id: ['a', 'b'] }` => `id=a&id=b`. */
function addressOf({ url = '', params = {} }: Exchange): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(key, `${one}`)
  }
  if (query.size === 0) return url
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function textHeaders(headers: Exchange['headers'] = {}): Record<string, string> {
  const given = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && name.toLowerCase() !== 'content-type',
  )
  return Object.fromEntries(given.map(([name, value]) => [name, `${value}`]))
}
