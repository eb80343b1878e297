import { expect, test } from 'vitest'
import { importReport } from '../../../src/core/document/import-report.ts'
import { parseDocument } from '../../../src/core/document/parse-document.ts'

const TEXT = `临河市水利局关于印发要点的通知
临水发〔2026〕3号
一、工程
1.治河。治理河道20公里，6月底前完工。（市水利局牵头，市财政局配合）
2.补水。生态补水。`
const report = importReport(parseDocument(TEXT, { fileName: 'a.txt' }))

test('the report gives facts, tasks, units and doubts', () => {
  for (const words of [
    '临水发〔2026〕3号',
    '一、工程：2项',
    '1  治河',
    '牵头 市水利局；参与 市财政局',
    '时限6月底前',
    '市水利局：1项，其中牵头1项',
    '第2项“补水”没有写明责任单位',
  ]) {
    expect(report).toContain(words)
  }
})

test('the report fits a terminal of 80 columns', () => {
  const wide = (line: string): number => [...line].reduce((sum, one) => sum + (/[\u2e80-\uffff]/.test(one) ? 2 : 1), 0)
  expect(Math.max(...report.split('\n').map(wide))).toBeLessThanOrEqual(80)
})
