import { fileNames } from './file-names.ts'
import { EMPTY_LEDGER, formatLedger, type LedgerData } from './ledger-file.ts'
import { load, readLedger } from './load.ts'
import { replaceFile } from './replace-file.ts'
import { dataOf } from './state.ts'

/** Everything that the files of a ledger hold. No process may write meanwhile. */
export async function contentsOfFiles(file: string): Promise<LedgerData> {
  const files = fileNames(file)
  const { state, position } = await load(files, async () => (await readLedger(files)) ?? EMPTY_LEDGER)
  return dataOf(state, position)
}

/** Writes what another store held over the files of an empty ledger; what their journal has counts no more. */
export async function fillFiles(file: string, ledger: LedgerData): Promise<void> {
  const { position } = await contentsOfFiles(file)
  await replaceFile(file, formatLedger({ ...ledger, position }))
}
