import type { LedgerDocument, Store } from '../../src/core/ports.ts'
import type { SqlDriver } from './sql-driver.ts'
import { DocumentJson } from './sql-json.ts'

/** In code points: at most 1.6 MB, where no value of a Durable Object may have more than 2 MB (Durable Objects limits). */
const PART = /.{1,400000}/gsu

/** Documents, cut into parts that fit a row. One that is replaced keeps its place. */
export function sqlDocuments(driver: SqlDriver): Pick<Store, 'documents' | 'putDocument'> {
  return {
    documents: async () => {
      const rows = driver.exec('SELECT place, json FROM document_parts ORDER BY place, part')
      const documents = Map.groupBy(rows, ({ place }) => place).values()
      return Array.from(documents, parts => DocumentJson.parse(parts.map(({ json }) => json).join('')))
    },
    putDocument: async document => driver.transaction(() => writeDocument(driver, document)),
  }
}

/** Within a transaction: adds a document, or replaces the one with its document id. */
export function writeDocument(driver: SqlDriver, document: LedgerDocument): void {
  const parts = DocumentJson.format(document).match(PART) ?? []
  const place = placeOf(driver, document.parsed.document.id)
  driver.exec('DELETE FROM document_parts WHERE place = ?', place)
  for (const [part, json] of parts.entries()) {
    driver.exec('INSERT INTO document_parts (place, part, json) VALUES (?, ?, ?)', place, part, json)
  }
}

function placeOf(driver: SqlDriver, id: string): number {
  driver.exec('INSERT INTO documents (id) VALUES (?) ON CONFLICT DO NOTHING', id)
  return Number(driver.exec('SELECT place FROM documents WHERE id = ?', id)[0]?.['place'])
}
