/** Something Feishu refuses, as its error 230099 names it. */
export interface Problem {
  readonly code: number
  readonly path: string
  readonly message: string
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): boolean =>
  isRecord(value) && ['plain_text', 'lark_md'].includes(String(value['tag'])) && typeof value['content'] === 'string'

/** A callback carries an object (the SDK reads nothing else); a link its address. */
export function isBehaviour(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value['type'] === 'callback') return isRecord(value['value'])
  return value['type'] === 'open_url' && typeof value['default_url'] === 'string'
}

const COLUMN = [
  ...['name', 'display_name', 'data_type', 'width', 'horizontal_align', 'vertical_align', 'format', 'date_format'],
]
const DATA_TYPES = ['text', 'lark_md', 'markdown', 'number', 'options', 'persons', 'date']
const WIDTH = /^(?:auto|\d{2,3}px|\d{1,3}%)$/u
const ROW_HEIGHT = /^(?:low|middle|high|auto|\d{2,3}px)$/u

/** What is wrong with the columns and rows of a table. */
export function tableProblems(table: Readonly<Record<string, unknown>>, path: string): readonly Problem[] {
  const columns = Array.isArray(table['columns']) ? table['columns'].filter(isRecord) : []
  const rows = Array.isArray(table['rows']) ? table['rows'] : [null]
  const names = columns.map(({ name }) => String(name))
  const checks: readonly (readonly [boolean, number, string])[] = [
    [columns.length > 0 && columns.length <= 50, 200914, 'a table has 1 to 50 columns'],
    [new Set(names).size === names.length, 200914, 'column names repeat'],
    [columns.every(isColumn), 200914, 'a column has an unknown attribute, type or width'],
    [rows.every(row => isRow(row, names)), 200915, 'a row has no value, or one that is no column'],
    [isPageSize(table['page_size'] ?? 5), 200914, 'page_size is 1 to 10'],
    [ROW_HEIGHT.test(String(table['row_height'] ?? 'low')), 200914, 'row_height'],
  ]
  return checks.flatMap(([passes, code, message]) => (passes ? [] : [{ code, path, message }]))
}

const isPageSize = (size: unknown): boolean => Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 10

const isColumn = (column: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(column).every(key => COLUMN.includes(key)) &&
  typeof column['name'] === 'string' &&
  DATA_TYPES.includes(String(column['data_type'])) &&
  WIDTH.test(String(column['width'] ?? 'auto'))

const isRow = (row: unknown, names: readonly string[]): boolean =>
  isRecord(row) && Object.entries(row).every(([key, value]) => names.includes(key) && value !== undefined)

/** Everything with a tag, texts included: what the limit of 200 counts. */
export function componentsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(componentsIn)
  if (!isRecord(value)) return []
  const own = typeof value['tag'] === 'string' ? [value] : []
  return [...own, ...Object.entries(value).flatMap(([key, child]) => (key === 'value' ? [] : componentsIn(child)))]
}
