import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { SheetRow } from '../../src/core/progress/sheet.ts'
import { SHEET_PATH, workbookParts } from './workbook.ts'
import { lastCell, worksheet } from './worksheet.ts'

/** A date that every ZIP can hold: the same rows make the same bytes, whenever and wherever. */
const MADE_ON = new Date(1980, 0, 1)

/**
 * A 台账 as an Excel file, headings in the first row. `title` names the sheet: 省科技厅台账. Other work gets its turn while a
 * long one is packed.
 */
export async function toXlsx(rows: readonly SheetRow[], { title }: { readonly title: string }): Promise<Uint8Array> {
  const { zip, packed } = createZip()
  for (const [path, text] of Object.entries(workbookParts(sheetName(title), lastCell(rows)))) {
    addPart(zip, path).push(strToU8(text), true)
  }
  const sheet = addPart(zip, SHEET_PATH)
  for (const piece of worksheet(rows)) {
    sheet.push(strToU8(piece))
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  sheet.push(new Uint8Array(), true)
  zip.end()
  return packed
}

function createZip(): { readonly zip: Zip; readonly packed: Promise<Uint8Array> } {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) return reject(error)
    chunks.push(chunk)
    if (isLast) resolve(joined(chunks))
  })
  return { zip, packed: promise }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function addPart(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 6 })
  part.mtime = MADE_ON
  zip.add(part)
  return part
}

/** Signs that Excel refuses in a sheet's name; a Chinese one refuses their full-width twins, too. */
const REFUSED = /[[\]:*?/\\［］：＊？／＼\p{C}]/gu
const NAME_LENGTH = 31
/** Excel's own. */
const RESERVED = /^history$/i

/** A title as Excel takes it for the name of a sheet. */
// sheetName('科技厅/教育厅') => '科技厅 教育厅'
function sheetName(title: string): string {
  const name = title
    .replaceAll(REFUSED, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s'＇]+/g, '')
    .slice(0, NAME_LENGTH)
    .replace(/\p{Cs}$/u, '')
    .replace(/[\s'＇]+$/, '')
  return name === '' || RESERVED.test(name) ? '台账' : name
}
