import type { Log } from '../../src/core/log.ts'

const nothing = () => undefined

/** Writes nothing: for a program whose only reader sees what goes wrong anyway. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
