import type { Accepted, Store, Term } from '../../src/core/ports.ts'
import { type SqlDriver, texts } from './sql-driver.ts'
import { AcceptedJson } from './sql-json.ts'

/** What chats bring in: keys that are taken, and what waits for its answer. */
export function sqlInbox(driver: SqlDriver): Pick<Store, 'claimOnce' | 'accept' | 'settle' | 'unsettled'> {
  return {
    claimOnce: async (key, term) => driver.transaction(() => claim(driver, key, term)),
    accept: async (received, term) =>
      driver.transaction(() => {
        const isFresh = claim(driver, received.id, term)
        if (isFresh) insertWaiting(driver, received)
        return isFresh
      }),
    settle: async id => {
      driver.exec('DELETE FROM waiting WHERE id = ?', id)
    },
    unsettled: async () =>
      texts(driver.exec('SELECT json FROM waiting ORDER BY place'), 'json').map(AcceptedJson.parse),
  }
}

export function insertWaiting(driver: SqlDriver, received: Accepted): void {
  driver.exec('INSERT INTO waiting (id, json) VALUES (?, ?)', received.id, AcceptedJson.format(received))
}

/** What waits is taken, however long. Claims that have run out are forgotten on the way. */
function claim(driver: SqlDriver, key: string, { now, forMs }: Term): boolean {
  const at = now.getTime()
  driver.exec('DELETE FROM claims WHERE until <= ?', at)
  const taken = driver.exec(
    `INSERT INTO claims (key, until) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM waiting WHERE id = ?)
     ON CONFLICT DO NOTHING RETURNING key`,
    key,
    at + forMs,
    key,
  )
  return taken.length > 0
}
