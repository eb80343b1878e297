/** What a statement is given. */
export type SqlValue = string | number | null

/** A row of an answer, by the names of its columns. */
export type SqlRow = Readonly<Record<string, unknown>>

/** An SQLite database, wherever it is. What was written is durable when the runtime lets an answer out that says so. */
export interface SqlDriver {
  /** Runs one statement with a value for each of its parameters; gives the rows it answers with. */
  exec(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[]
  /** All of it or nothing, and no other writer in between. Where `work` throws, nothing was written. Never one within another. */
  transaction<T>(work: () => T): T
}

/** The texts of one column. */
export const texts = (rows: readonly SqlRow[], column: string): readonly string[] =>
  rows.map(row => String(row[column]))
