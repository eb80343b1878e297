type Line = (fields: Readonly<Record<string, unknown>>, message: string) => void

/**
 * Structured logging: `fields` are ids, kinds, codes and milliseconds, `err` an Error. Never what somebody wrote, a token or
 * a secret.
 */
export interface Log {
  readonly debug: Line
  readonly info: Line
  readonly warn: Line
  readonly error: Line
}
