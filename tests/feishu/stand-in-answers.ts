/** One request to the open platform, its body read: JSON, or of a form its fields with files as `UploadedPart`. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

export type Endpoint = readonly [method: string, path: RegExp, handle: (request: ApiRequest, id: string) => ApiAnswer]

export const ok = (body: object): ApiAnswer => ({ status: 200, body: { code: 0, msg: 'success', ...body } })

export const refused = (code: number, msg: string, status = 400): ApiAnswer => ({
  status,
  body: { code, msg, error: { log_id: `log-${code}` } },
})

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
