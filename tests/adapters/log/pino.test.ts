import { describe, expect, it } from 'vitest'
import { createPinoLog } from '../../../adapters/log/pino.ts'

function logInto(level?: 'debug') {
  const lines: string[] = []
  const stream = { write: (line: string) => lines.push(line) }
  return { log: createPinoLog({ stream, ...(level && { level }) }), lines }
}

describe('the log', () => {
  it('is one line of JSON with the time', () => {
    const { log, lines } = logInto()
    log.warn({ id: 'om_1', ms: 3 }, 'rejected')
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { level: 40, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), id: 'om_1', ms: 3, msg: 'rejected' },
    ])
  })

  it('leaves out what is of interest to engineers only, unless asked', () => {
    const [usual, engineer] = [logInto(), logInto('debug')]
    for (const { log } of [usual, engineer]) log.debug({ reason: 'not_addressed' }, 'ignored')
    expect([usual.lines.length, engineer.lines.length]).toEqual([0, 1])
  })

  it('has of an error its name, code, message and trace, and none of what hangs on it', () => {
    const { log, lines } = logInto()
    const config = { headers: { authorization: 'Bearer t-secret' } }
    log.error({ err: Object.assign(new TypeError('broken', { cause: config }), { config, code: 'E7' }) }, 'failed')
    const { err } = JSON.parse(lines[0] ?? '')
    expect(err).toEqual({
      type: 'TypeError',
      code: 'E7',
      message: 'broken',
      stack: expect.stringContaining('pino.test'),
    })
    expect(lines.join()).not.toContain('secret')
  })
})
