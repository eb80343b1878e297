import { describe, expect, test } from 'vitest'
import { buildTaskIndex } from '../../../src/core/search/build-index.ts'
import { keyTermsOf } from '../../../src/core/search/key-terms.ts'
import { type RelatedSource, relatedTasks } from '../../../src/core/search/related.ts'

const PROVINCE = '省'
const CITY = '市'
const COUNTY = '县'

const MATTERS: readonly (readonly [string, string, string])[] = [
  [PROVINCE, '大力发展绿色建筑', '新建民用建筑全面执行绿色建筑标准，推进建筑节能改造。'],
  [PROVINCE, '积极安全有序发展核电', '推进海阳、荣成核电项目。'],
  [PROVINCE, '组建产教融合共同体', '建设“十强”产业学院。'],
  [CITY, '推动城乡建设绿色发展', '推广绿色建筑，提高建筑节能水平。'],
  [CITY, '发展绿色建筑产业', '培育装配式企业。'],
  [COUNTY, '支持核电配套', '开展核电装备协作。'],
  [COUNTY, '做好养老服务', '完善社区食堂，推进改造。'],
  [COUNTY, '提升园区水平', '对接“十强”产业，企业同步改造。'],
]

const tasks = MATTERS.map(([documentId, title, body]) => ({ documentId, title, body, targets: [] }))
const source: RelatedSource = {
  index: buildTaskIndex(tasks),
  tasks,
  keyTermsOf: task => tasks.slice(task, task + 1).flatMap(asked => keyTermsOf(asked, null)),
}

describe('related tasks', () => {
  test.each<[string, number, [number, string][]]>([
    [
      'the same name, first where the title has it',
      0,
      [
        [4, '绿色建筑'],
        [3, '绿色建筑'],
      ],
    ],
    ['a word of both titles', 1, [[5, '核电']]],
    ['back from the county to the province', 5, [[1, '核电']]],
    ['nothing where only common words are shared', 6, []],
    ['nothing for a task that is not there', 99, []],
  ])('are found by %s', (_, task, expected) => {
    expect(relatedTasks(source, task).map(({ task: other, shared }) => [other, shared.join('、')])).toEqual(expected)
  })

  test('are never of the same document', () => {
    const documents = relatedTasks(source, 4).map(({ task }) => tasks[task]?.documentId)
    expect(documents).toEqual([PROVINCE])
  })

  test('go by the key terms of the task', () => {
    const other = { ...source, keyTermsOf: () => ['装配式企业'] }
    expect(relatedTasks(other, 0)).toEqual([{ task: 4, shared: ['装配式企业'] }])
  })

  test('are at most as many as asked for', () => {
    expect(relatedTasks(source, 0, 1)).toHaveLength(1)
  })
})
