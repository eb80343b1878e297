import type { ParsedDocument, Span, Task } from '../model.ts'

const ITEM = /^ ?(?<ordinal>（[一二三四五六七八九十]+）|\d{1,3}(?=\. ?\D)|[一二三四五六七八九十]+(?=、))[.、]? ?/
const ANNOTATION = /[（(](?<inner>[^（）()]*(?:牵头|负责)[^（）()]*)[）)]/

/** Reads an official document into its ledger. */
export function parseDocument(text: string, options: { fileName: string; allowClassified?: boolean }): ParsedDocument {
  const fileId = options.fileName.replace(/^.*\//, '').replace(/\.\w+$/, '')
  const number = /[一-龥]{2,10}〔\d{4}〕 ?\d+ ?号/.exec(text)?.[0].replace(/\s/g, '') ?? null
  const id = number ?? fileId
  const starts: { at: number; ordinal: string; length: number }[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const m = ITEM.exec(line)
    if (m?.groups?.['ordinal']) starts.push({ at, ordinal: m.groups['ordinal'], length: m[0].length })
    at += line.length + 1
  }
  const tasks: Task[] = []
  let section = ''
  let group = ''
  starts.forEach((start, i) => {
    const end = starts[i + 1]?.at ?? text.length
    const raw = text.slice(start.at + start.length, end).replace(/\n*— \d+ —\n*/g, '').replace(/\s/g, '')
    if (/^[一二三四五六七八九十]/.test(start.ordinal)) {
      section = `${start.ordinal}、${raw}`
      group = ''
      return
    }
    const annotation = ANNOTATION.exec(raw)
    if (start.ordinal.startsWith('（') && raw.length < 40 && !raw.includes('。')) {
      group = `${start.ordinal}${raw}`
      return
    }
    if (/总体要求/.test(section)) return
    const content = annotation ? raw.slice(0, annotation.index) : raw
    const stop = content.indexOf('。')
    const names = (pattern: RegExp): string[] =>
      (pattern.exec(annotation?.groups?.['inner'] ?? '')?.[1] ?? '').split('、').filter(Boolean)
    const lead = names(/牵头[单部][位门]：([^，]*)/).concat(names(/^([^，：]*)会同/))
    const span: Span = [start.at, end]
    tasks.push({
      id: `${id}#${start.ordinal}`,
      documentId: id,
      ordinal: start.ordinal,
      path: [section, group].filter(Boolean),
      title: content.slice(0, stop < 0 ? undefined : stop),
      body: stop < 0 ? '' : content.slice(stop + 1),
      leadUnits: lead,
      supportingUnits: names(/参与单位：([^，]*)/).concat(names(/会同([^，]*?)负责/)),
      responsibleUnits: lead.length > 0 ? [] : names(/^([^，：]*?)(?:按.*)?负责/),
      responsibilityText: annotation?.[0] ?? '',
      deadlines: [],
      targets: [],
      span,
    })
  })
  return {
    document: {
      id,
      number,
      title: text.trim().split('\n')[0] ?? fileId,
      issuers: [],
      issuedOn: null,
      level: 'province',
      region: '',
      publicity: null,
      rules: [],
      sections: [],
    },
    tasks,
    doubts: [],
  }
}
