import type { SentFile } from '../../src/core/ports.ts'
import type { SheetRow } from '../../src/core/progress/sheet.ts'
import { toXlsx } from './xlsx.ts'

/** A 台账 as the file that is sent in a chat. */
export const sheetFile = async (rows: readonly SheetRow[], title: string): Promise<SentFile> => ({
  name: `${title}.xlsx`,
  bytes: await toXlsx(rows, { title }),
})
