import type { ReplyItem } from '../../src/core/dialog/reply.ts'
import type { Table } from './elements.ts'
import { oneLine } from './escape.ts'

/** Fewer lines are read at a glance. */
const MANY = 13
/** What fits in a cell: a row that is higher than its maximum is cut by the client. */
const CELL_CHARS = 60

/** Whether lines are many and short enough to read better as a table, which turns its own pages. */
export const isTabular = (items: readonly ReplyItem[]): boolean =>
  items.length >= MANY && items.every(({ title }) => title.length <= CELL_CHARS)

/** Lines as a table. Its cells are of type text: nothing in them is read as markup. */
export function lineTable(items: readonly ReplyItem[]): Table {
  const rows = items.map(rowOf)
  const columns = COLUMNS.filter(({ name }) => rows.some(row => row[name] !== ''))
  return {
    tag: 'table',
    page_size: 10,
    row_height: 'auto',
    header_style: { background_style: 'grey', bold: true },
    columns: columns.map(({ name, heading, width }) => ({ name, display_name: heading, data_type: 'text', width })),
    rows: rows.map(row => Object.fromEntries(columns.map(({ name }) => [name, row[name]]))),
  }
}

const COLUMNS = [
  { name: 'number', heading: '序号', width: '18%' },
  { name: 'name', heading: '名称', width: '57%' },
  { name: 'count', heading: '数量', width: '25%' },
] as const

type Row = Readonly<Record<(typeof COLUMNS)[number]['name'], string>>

/** 省教育厅：13项 */
const COUNTED = /^(?<name>.+)：(?<count>[^：]{1,12})$/su

function rowOf({ number, title }: ReplyItem): Row {
  const text = oneLine(title)
  const { name = text, count = '' } = COUNTED.exec(text)?.groups ?? {}
  return { number: number === null ? '' : String(number), name, count }
}
