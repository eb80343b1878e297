/** One record of a CSV text: its fields, and the line it begins on, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** A field with the sign behind it: quoted, or up to the next comma or line end. */
const FIELD = /(?:"(?<quoted>(?:[^"]|"")*)"[ \t]*|(?<plain>[^,\r\n]*))(?<end>,|\r\n|\r|\n|$)/uy

/**
 * Reads CSV as spreadsheets save it (RFC 4180, any line ends). Fields come without the spaces around them, records without any
 * text are left out. Where a quote is never closed, or text follows one, gives the line instead.
 */
export function readCsv(text: string): readonly CsvRecord[] | { readonly brokenLine: number } {
  const records: CsvRecord[] = []
  const source = text.replace(/^\uFEFF/u, '')
  let fields: string[] = []
  let line = 1
  let start = 1
  for (let at = 0; at < source.length; ) {
    FIELD.lastIndex = at
    const { 0: whole, groups } = FIELD.exec(source) ?? { 0: '' }
    const { quoted, plain = '', end = '' } = groups ?? {}
    if (whole === '' || (quoted === undefined && plain.trimStart().startsWith('"'))) return { brokenLine: line }
    fields.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += lineEnds(whole)
    at += whole.length
    if (end === ',' && at < source.length) continue
    if (end === ',') fields.push('')
    if (fields.some(field => field !== '')) records.push({ line: start, fields })
    fields = []
    start = line
  }
  return records
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0
