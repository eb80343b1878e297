import { createLowdbStore } from '../../adapters/store/lowdb.ts'
import { letter, report } from '../contracts/samples.ts'

/**
 * A process that reports until it is killed: many at once, every third with a letter. Prints the id of each report when the
 * store has acknowledged it, not before.
 */
const [file = '', trial = ''] = process.argv.slice(2)
const WRITERS = 200

// A snapshot and a new journal whenever the journal is longer than the snapshot: kills fall into them too.
const store = await createLowdbStore(file, { snapshotAfter: 0 })
console.log('open')
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(`${trial}-${writer}`)))

async function write(name: string): Promise<never> {
  for (let serial = 0; ; serial++) {
    const id = `${name}-${serial}`
    const letters = serial % 3 === 0 ? [letter(id)] : []
    const told = await store.append([report(id, `task of ${name}-${serial % 7}`)], {
      seen: Number.MAX_SAFE_INTEGER,
      letters,
    })
    if (told === 'appended') console.log(id)
  }
}
