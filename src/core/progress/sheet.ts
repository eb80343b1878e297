/** One line of an exported 台账: everything as a person reads it. What is not known is empty. */
export interface SheetRow {
  /** 序号, as the document prints it. */
  readonly ordinal: string
  /** 任务 */
  readonly task: string
  /** 牵头 */
  readonly leadUnits: readonly string[]
  /** 配合 */
  readonly supportingUnits: readonly string[]
  /** 时限, one line each: 6月底前（2023-06-30）. */
  readonly deadlines: readonly string[]
  /** 指标, one line each. */
  readonly targets: readonly string[]
  /** 进展, the reporter's own words. */
  readonly progress: string
  /** 状态 */
  readonly state: string
  /** 问题 that are open, one line each. */
  readonly problems: readonly string[]
  /** 更新时间 in Shanghai, YYYY-MM-DD HH:mm. */
  readonly updatedAt: string
  /** 责任单位, where the document names no lead. */
  readonly responsibleUnits: readonly string[]
  /** 下步打算 */
  readonly nextStep: string
  /** 预警: the light, always with its word. */
  readonly warning: string
  /** 文号 of the document, or its id where it has none. */
  readonly documentNumber: string
  /** 文件 */
  readonly documentTitle: string
}

interface SheetColumn {
  readonly key: keyof SheetRow
  readonly heading: string
  /** In characters of a Latin digit's width; a Han character takes two. */
  readonly width: number
  /** What stands between the members of a list. */
  readonly joint?: '、' | '\n'
}

/** The columns in their order: the ten of a 督办台账 first, then what tells where a task comes from and goes to. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { key: 'ordinal', heading: '序号', width: 8 },
  { key: 'task', heading: '任务', width: 50 },
  { key: 'leadUnits', heading: '牵头', width: 16, joint: '、' },
  { key: 'supportingUnits', heading: '配合', width: 24, joint: '、' },
  { key: 'deadlines', heading: '时限', width: 16, joint: '\n' },
  { key: 'targets', heading: '指标', width: 30, joint: '\n' },
  { key: 'progress', heading: '进展', width: 50 },
  { key: 'state', heading: '状态', width: 12 },
  { key: 'problems', heading: '问题', width: 30, joint: '\n' },
  { key: 'updatedAt', heading: '更新时间', width: 17 },
  { key: 'responsibleUnits', heading: '责任单位', width: 20, joint: '、' },
  { key: 'nextStep', heading: '下步打算', width: 30 },
  { key: 'warning', heading: '预警', width: 10 },
  { key: 'documentNumber', heading: '文号', width: 22 },
  { key: 'documentTitle', heading: '文件', width: 40 },
]

/** What one cell holds at most (Excel specifications and limits); the length counts UTF-16 units. */
const CELL_LIMITS = { length: 32_767, lineFeeds: 253 } as const

/** Room for the apostrophe of `neutralised` and the note on the whole length. */
const LENGTH_KEPT = CELL_LIMITS.length - 24

/** The headings, as the cells of the first line. */
export const headings: readonly string[] = SHEET_COLUMNS.map(({ heading }) => heading)

/** The cells of a row in the order of the columns, safe to write into a sheet of any format. */
export const cellsOf = (row: SheetRow): readonly string[] =>
  SHEET_COLUMNS.map(({ key, joint }) => {
    const value = row[key]
    return cellText(typeof value === 'string' ? value : value.join(joint))
  })

/** Text as a cell can hold it: no control characters, not longer than Excel reads, never a formula. */
export const cellText = (text: string): string => neutralised(cut(fewerLines(plain(text))))

/** A sign that begins a formula, also full-width or small, behind what is not seen. */
const FORMULA_START = /^(?:[\t\r]|[\s\p{C}]*[=＝﹦+＋﹢\-－﹣−@＠﹫])/u

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before a sign that could begin one (OWASP CSV Injection).
 * It stands in .xlsx as well. A text cell there is not evaluated, but it would be once the file is saved as CSV and opened
 * again, or the cell edited.
 */
// neutralised('=1+1') => "'=1+1"
export const neutralised = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** Control characters, marks that reverse the direction of what follows, and what XML 1.0 has no place for. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .trim()

/** Lines beyond what a cell may have run on in the last one. */
function fewerLines(text: string): string {
  const lines = text.split('\n')
  if (lines.length <= CELL_LIMITS.lineFeeds + 1) return text
  const kept = lines.slice(0, CELL_LIMITS.lineFeeds)
  return [...kept, lines.slice(CELL_LIMITS.lineFeeds).join(' ')].join('\n')
}

/** The beginning of a text that is too long for a cell, and how long it is. */
function cut(text: string): string {
  if (text.length < CELL_LIMITS.length) return text
  const beginning = text.slice(0, LENGTH_KEPT).replace(/\p{Cs}$/u, '')
  return `${beginning}…（共${[...text].length}字）`
}
