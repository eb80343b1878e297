import type { Log } from '../../src/core/log.ts'

type Level = keyof Log

/** One JSON object a line, for runtimes that collect what is printed to the console. */
export function createConsoleLog(): Log {
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}

const line =
  (level: Level): Log[Level] =>
  (fields, msg) =>
    console[level](JSON.stringify({ level, time: new Date().toISOString(), ...fields, ...errorOf(fields), msg }))

/** Only what an Error is made of: those of an HTTP client hold tokens among the rest. */
function errorOf({ err }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!(err instanceof Error)) return {}
  const code = 'code' in err ? { code: err.code } : {}
  return { err: { type: err.name, ...code, message: err.message, stack: err.stack } }
}
