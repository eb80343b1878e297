import { PlatformError } from '../core/errors.ts'

/** What a log may say about a failure: a platform's refusal by its code, anything else with its trace. */
export function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof PlatformError) return { platformCode: error.platformCode, logId: error.logId }
  return { err: error instanceof Error ? error : new Error(String(error)) }
}
