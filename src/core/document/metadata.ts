import type { Line } from './lines.ts'

/** What the block above a document on a government web site says of it. */
export interface Metadata {
  readonly title?: string
  readonly number?: string
  readonly issuer?: string
}

/** Names of its fields; 标　　题 and 索 引 号 are stretched to one width. */
const FIELDS = {
  title: ['标题', '文件名称', '公文名称', '信息名称'],
  number: ['发文字号', '文号', '文件编号'],
  issuer: ['发文机关', '发文单位', '制发机关', '发布机构', '发布单位', '公开主体'],
  other: [
    '索引号',
    '信息索引号',
    '主题分类',
    '主题词',
    '公开方式',
    '公开形式',
    '公开日期',
    '发布日期',
    '成文日期',
    '生成日期',
    '发文日期',
    '有效性',
    '效力状态',
    '信息分类',
    '文种',
  ],
} as const satisfies Record<string, readonly string[]>

const LINE_MAX = 240
const stretched = (name: string): string => [...name].join('\\s*')
const NAMES = Object.values(FIELDS).flat().map(stretched).join('|')
const FIELD = new RegExp(`(?<=^|\\s)(?<name>${NAMES})\\s*[:：]\\s*(?<value>.*?)\\s*(?=\\s(?:${NAMES})\\s*[:：]|$)`, 'g')
const STARTS_FIELD = new RegExp(`^(?:${NAMES})\\s*[:：]`)

/** Whether a line is of such a block and not of the document. */
export function isMetadata({ text }: Line): boolean {
  return STARTS_FIELD.test(text)
}

/** The fields of such a block that say what a head without it would. */
export function readMetadata(head: readonly Line[]): Metadata {
  const said = new Map<string, string>()
  for (const line of head.filter(one => one.text.length <= LINE_MAX && isMetadata(one))) {
    for (const { groups } of line.text.matchAll(FIELD)) {
      const name = (groups?.['name'] ?? '').replace(/\s/g, '')
      const value = groups?.['value'] ?? ''
      if (value !== '' && !said.has(name)) said.set(name, value)
    }
  }
  return Object.fromEntries(
    (['title', 'number', 'issuer'] as const).flatMap(key => {
      const value = FIELDS[key].map(name => said.get(name)).find(Boolean)
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
}
