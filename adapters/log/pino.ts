import { type DestinationStream, destination, type Level, pino } from 'pino'
import type { Log } from '../../src/core/log.ts'

const STDERR = 2

interface PinoOptions {
  readonly level?: Level
  /** Standard error unless given: what a person is told at start goes to standard output. */
  readonly stream?: DestinationStream
}

/** One JSON object a line. */
export function createPinoLog({
  level = 'info',
  stream = destination({ fd: STDERR, sync: true }),
}: PinoOptions = {}): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serializeError } }
  const log = pino(options, stream)
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
}

/** Only what an Error is made of: pino's own way adds every property, and those of an HTTP client hold tokens. */
function serializeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? { code: error.code } : {}
  return { type: error.name, ...code, message: error.message, stack: error.stack }
}
