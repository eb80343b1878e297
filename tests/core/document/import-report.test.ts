import { describe, expect, test } from 'vitest'
import { importReport } from '../../../src/core/document/import-report.ts'
import { parseDocument } from '../../../src/core/document/parse-document.ts'

const TEXT = `临河市水利局关于印发要点的通知
临水发〔2026〕3号
一、总体要求
（一）思路。干好工作。
（二）原则。注重实效。
二、工程
1.治河。治理河道20公里，6月底前完工。达标率提高到95%以上，较2020年提高3个百分点。（市水利局牵头，市财政局配合）
2.补水。生态补水，汛期前完成。
3.巡河。2026年，建成管护站3-5个。（市水利局、市应急局负责）`

const reportOf = (text: string): string => importReport(parseDocument(text, { fileName: 'a.txt' }))

describe('the report of an import', () => {
  test.each([
    ['the facts', '临水发〔2026〕3号'],
    [
      'what is counted',
      '共3项任务，2个章节，3个单位，3个时限，4个指标，3处存疑。其中没有写明牵头的1\n项，没有写明单位的1项。',
    ],
    ['chapters without tasks', '未计入任务：一、总体要求（2项）'],
    ['headings with their tasks', '二、工程：3项'],
    ['tasks', '  1  治河'],
    ['roles', '牵头 市水利局；参与 市财政局'],
    ['limits with their dates', '时限 6月底前（2026-06-30）'],
    ['limits that name no date', '时限 汛期前（日期未写明）'],
    ['limits that are inferred', '2026年（推定2026-12-31）'],
    ['targets with their numbers', '指标 20公里 河道；≥95% 达标率；3个百分点 达标率提高（较2020年）'],
    ['ranges', '3–5个 管护站'],
    ['units with their counts', '市水利局：2项，其中牵头1项'],
    ['units named once', '只出现一次（请核对写法）：市财政局、市应急局'],
    ['doubts', '第2项“补水”没有写明责任单位'],
    ['doubts with their place', '时限没有写明具体日期：第2项“汛期前”'],
  ])('gives %s', (_, words) => {
    expect(reportOf(TEXT)).toContain(words)
  })

  test('says once that a document names no unit', () => {
    const report = reportOf('临河市要点\n1.甲。做好。\n2.乙。办好。')
    expect(report.match(/单位/g)).toHaveLength(3)
    expect(report).toContain('全文2项任务都没有写明责任单位')
  })

  test('fits a terminal of 80 columns, whole words together, nothing cut off', () => {
    const names = Array.from({ length: 30 }, (_, i) => `市第${i + 1}综合管理服务中心`)
    const report = reportOf(`${TEXT}\n4.护河。建成长廊。（牵头单位：${names.join('、')}）`)
    const wide = (line: string): number =>
      [...line].reduce((sum, one) => sum + (/[\u2e80-\uffff]/.test(one) ? 2 : 1), 0)
    expect(Math.max(...report.split('\n').map(wide))).toBeLessThanOrEqual(80)
    expect(report.replace(/\n */g, '')).toContain(names.join('、'))
    expect(report).not.toMatch(/\d\n *\d|[^\n] \n|\n *[、，；。）]/)
  })
})
