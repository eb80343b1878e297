import { describe, expect, test } from 'vitest'
import { findAnnotations } from '../../../src/core/document/find-annotations.ts'
import { taskLines } from './task-lines.ts'

describe('sentences and clauses that assign', () => {
  test.each([
    ['由市水利局牵头，会同市财政局、市林业局于2026年9月底前完成。', '市水利局 / 市财政局、市林业局 / '],
    ['县农科所会同县农业农村局负责，三年内建成种质库。', '县农科所 / 县农业农村局 / '],
    ['市住建局会同市规划局负责，将时限压减至60个工作日以内。', '市住建局 / 市规划局 / '],
    ['压减时限，由市税务局牵头落实，市财政局、人民银行配合。', '市税务局 / 市财政局、人民银行 / '],
    ['市委办、市政府办按职责分工负责，2026年四季度完成。', ' /  / 市委办、市政府办'],
    ['摸清底数，县农机局牵头，县水利局、县林业局参与，5月底前报送报告。', '县农机局 / 县水利局、县林业局 / '],
    ['摸清底数，由县农机局、县水利局负责，3月底前报送报告。', ' /  / 县农机局、县水利局'],
    ['各镇要高度重视，县商务局牵头做好统筹，重大事项及时报告县政府。', ' /  / '],
    ['发挥作用，鼓励龙头企业牵头，农户参与，形成合力。', ' /  / '],
    ['鼓励村党组织牵头制定细则。', ' /  / '],
    ['支持龙头企业牵头组建联盟，高校参与。', ' /  / '],
  ])('%s', (sentence, units) => {
    expect(taskLines(`1.做好工作。${sentence}`)).toEqual([
      `1 做好工作${sentence.startsWith('压') ? '' : ''} | ${units}`,
    ])
  })

  test('leave in the body what is to be done', () => {
    const text = '县农科所会同县水利局负责，三年内建成种质库。'
    const [annotation] = findAnnotations(`标题。${text}`)
    expect(`标题。${text}`.slice(annotation?.start, annotation?.end)).toBe('县农科所会同县水利局负责，')
  })
})
