import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../src/core/document/parse-document.ts'

function doubtsOf(text: string): string[] {
  return parseDocument(text, { fileName: 'a.txt' }).doubts.map(({ code, message }) => `${code} ${message}`)
}

const BY = '（市科技局负责）'
const BOTH = '（市科技局、市财政局负责）'

describe('doubts say where to look', () => {
  test.each<[string, string[]]>([
    [
      `1.甲。汛期前完成。${BY}\n2.乙。三年内建成。${BY}`,
      ['no-date 时限没有写明具体日期：第1项“汛期前”、第2项“三年内”'],
    ],
    [`1.甲。2026年6月底前完成。${BY}`, []],
    [
      `1.甲。做。（市科技局、市财政局等部门负责）\n2.乙。做。（市科技局等有关部门负责）\n3.丙。做。${BY}`,
      [
        'no-lead 1项任务由几个单位共同负责，没有写明由谁牵头',
        'open-ended-units 单位只列到“等部门”，没有列全：第1项、第2项',
      ],
    ],
    [`1.甲。按清单做（见附件2）。${BY}`, ['no-attachment 正文提到附件2，文件中没有找到']],
    [`1.甲。做（见附件）。${BY}\n附件\n清单\n1.子。`, []],
    [`1.甲。做。（市教育听、市科技局牵头）`, ['unusual-unit 第1项的“市教育听”不像单位名称']],
    [
      `（一）甲。做。（市畜牧局负责）\n（二）乙。做。（市畜牧兽医局负责）`,
      ['unusual-unit （一）的“市畜牧局”与“市畜牧兽医局”可能是同一单位的不同写法'],
    ],
    [`1.甲。做。（牵头单位：市科技局\n2.乙。做。${BY}`, ['unclosed-bracket 第1项责任标注的括号没有成对']],
    [
      `1.甲。做。${BY}\n2.乙。做。\n3.丙。做。\n4.丁。做。\n5.戊。做。`,
      ['no-unit 4项任务没有写明责任单位：第2项、第3项、第4项、第5项'],
    ],
    [`1.甲。做。（市科技局牵头，市财政局配合）\n2.乙。做。${BOTH}`, ['no-lead 第2项“乙”没有写明牵头单位']],
  ])('%s', (text, doubts) => {
    expect(doubtsOf(text)).toEqual(doubts)
  })
})
