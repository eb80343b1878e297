import { PlatformError } from '../../src/core/errors.ts'

/** What a log may say about a failure: a platform's refusal by its codes, anything else as it is. */
export const failureFields = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof PlatformError
    ? { platformCode: error.platformCode, logId: error.logId, reason: error.message }
    : { err: error }
