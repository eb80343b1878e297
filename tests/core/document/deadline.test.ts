import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeadlineContext, readDeadlineField, readDeadlines } from '../../../src/core/document/deadline.ts'
import { FIELD_PATTERNS } from '../../../src/core/document/deadline-field-patterns.ts'
import { PROSE_PATTERNS } from '../../../src/core/document/deadline-patterns.ts'

const PLAN_2025: DeadlineContext = { year: 2025, issuedOn: '2025-02-10' }

/** [prose, the words, date, rule, clause] for a plan of 2025. */
const PROSE: readonly (readonly [string, string, string | null, string, string])[] = [
  ['2025年12月31日前完成。', '2025年12月31日前', '2025-12-31', 'day-before', '2025年12月31日前完成'],
  ['于10月20日之前报送市政府。', '10月20日之前', '2025-10-20', 'day-before', '于10月20日之前报送市政府'],
  ['2026年6月30日完成验收。', '2026年6月30日', '2026-06-30', 'day-done', '2026年6月30日完成验收'],
  ['2025.9.30前公布。', '2025.9.30前', '2025-09-30', 'dotted-day-before', '2025.9.30前公布'],
  ['6月底前印发实施，明确任务。', '6月底前', '2025-06-30', 'month-end', '6月底前印发实施'],
  ['２０２６年２月底前启动。', '２０２６年２月底前', '2026-02-28', 'month-end', '２０２６年２月底前启动'],
  ['10月底归集完毕。', '10月底', '2025-10-31', 'month-end', '10月底归集完毕'],
  ['十二月末前完成。', '十二月末前', '2025-12-31', 'month-end', '十二月末前完成'],
  ['二〇二六年底前建成。', '二〇二六年底前', '2026-12-31', 'year-end', '二〇二六年底前建成'],
  ['二○二五年六月底前印发。', '二○二五年六月底前', '2025-06-30', 'month-end', '二○二五年六月底前印发'],
  ['截至8月底前报送总结。', '8月底前', '2025-08-31', 'month-end', '截至8月底前报送总结'],
  ['3月中旬前完成摸底。', '3月中旬前', '2025-03-20', 'ten-days', '3月中旬前完成摸底'],
  ['4月上旬完成。', '4月上旬', '2025-04-10', 'ten-days', '4月上旬完成'],
  ['2026年2月下旬完成。', '2026年2月下旬', '2026-02-28', 'ten-days', '2026年2月下旬完成'],
  ['9月前开学。', '9月前', '2025-08-31', 'month-before', '9月前开学'],
  ['2026年1月前到位。', '2026年1月前', '2025-12-31', 'month-before', '2026年1月前到位'],
  ['5月份完成选址。', '5月份', '2025-05-31', 'month-done', '5月份完成选址'],
  ['三季度末前完成。', '三季度末前', '2025-09-30', 'quarter-end', '三季度末前完成'],
  ['第2季度前建成。', '第2季度前', '2025-06-30', 'quarter-end', '第2季度前建成'],
  ['2025年四季度完成。', '2025年四季度', '2025-12-31', 'quarter-done', '2025年四季度完成'],
  ['上半年末前开工。', '上半年末前', '2025-06-30', 'half-end', '上半年末前开工'],
  ['上半年完成规划，下半年开工。', '上半年', '2025-06-30', 'half-done', '上半年完成规划'],
  ['其中上半年安装300套。', '上半年', '2025-06-30', 'half-done', '其中上半年安装300套'],
  ['2025年三季度发布首份报告。', '2025年三季度', '2025-09-30', 'quarter-done', '2025年三季度发布首份报告'],
  ['年底全省装机规模达到5万千瓦。', '年底', '2025-12-31', 'year-end', '年底全省装机规模达到5万千瓦'],
  ['2027年年底实现全部达标。', '2027年年底', '2027-12-31', 'year-end', '2027年年底实现全部达标'],
  ['到2026年末基本建成。', '2026年末', '2026-12-31', 'year-end', '到2026年末基本建成'],
  ['今年底前完成。', '今年底前', '2025-12-31', 'year-end', '今年底前完成'],
  ['明年6月底前完成。', '明年6月底前', '2026-06-30', 'month-end', '明年6月底前完成'],
  ['确保年内实现开工。', '年内', '2025-12-31', 'within-year', '确保年内实现开工'],
  ['年内在建规模达到3万千瓦。', '年内', '2025-12-31', 'within-year', '年内在建规模达到3万千瓦'],
  ['2026年前配齐教研人员。', '2026年前', '2025-12-31', 'year-before', '2026年前配齐教研人员'],
  ['到2027年，覆盖率达到90%。', '到2027年', '2027-12-31', 'by-year', '到2027年，覆盖率达到90%'],
  ['到“十四五”末全面完成。', '“十四五”末', '2025-12-31', 'plan-end', '到“十四五”末全面完成'],
  ['国庆节前开放。', '国庆节前', '2025-09-30', 'festival', '国庆节前开放'],
  ['“五一”前投用。', '“五一”前', '2025-04-30', 'festival', '“五一”前投用'],
  ['争取汛期前完成主体工程。', '汛期前', null, 'season', '争取汛期前完成主体工程'],
  ['供暖季开始前完成。', '供暖季开始前', null, 'season', '供暖季开始前完成'],
  ['秋季学期开学前投用。', '秋季学期开学前', null, 'season', '秋季学期开学前投用'],
  ['力争在三年内形成体系。', '三年内', null, 'within-years', '力争在三年内形成体系'],
  ['用3年左右时间内建成。', '3年左右时间内', null, 'within-years', '用3年左右时间内建成'],
  ['自印发之日起3个月内报备。', '自印发之日起3个月内', null, 'after-issue', '自印发之日起3个月内报备'],
  ['2026年6月底前，配齐专职教师。', '2026年6月底前', '2026-06-30', 'month-end', '2026年6月底前，配齐专职教师'],
  ['建成（2025年8月底前完成主体）投用。', '2025年8月底前', '2025-08-31', 'month-end', '2025年8月底前完成主体'],
  ['截至2026年底，力争建成3座。', '2026年底', '2026-12-31', 'year-end', '截至2026年底，力争建成3座'],
]

/** Words of time that limit nothing. */
const NO_LIMIT = [
  '',
  '持续推进。',
  '全年完成投资5亿元。',
  '每年12月底前报送总结。',
  '每月底前调度一次。',
  '每季度末前通报。',
  '逐年底数更清。',
  '较2020年底下降10%。',
  '比去年底增加3家。',
  '截至2025年1月底，已建成3座。',
  '截至2025年12月，清淤5公里。',
  '截至2025年12月底，共有3座。',
  '6月初启动。',
  '从2025年6月起实施。',
  '自2025年起执行。',
  '2025年3月起执行。',
  '推进三年行动计划（2023—2025年）。',
  '落实《2025年底前重点工作清单》。',
  '完成2025年度任务。',
  '2025年5月召开会议。',
  '2025年6月28日印发',
  '春节前后开展检查。',
  '下达的年度计划指标之内。',
  '校园内、境内外。',
  '5年来成效显著。',
  '提前3个月完成。',
  '三季度增长6%。',
  '上半年新增产能释放。',
  '上半年安装工作有序。',
  '年终述职。',
  '学年底考核。',
  '2021年底前已建成。',
  '当前和今后一个时期。',
  '13月底前',
  '处置2025年6月底前的存量问题。',
]

describe('limits in prose', () => {
  test.each(PROSE)('%s', (text, words, date, rule, clause) => {
    const [deadline] = readDeadlines(text, PLAN_2025)
    expect(deadline).toMatchObject({ text: words, date, certainty: 'stated', rule, clause })
  })

  test.each(NO_LIMIT)('“%s” states none', text => {
    expect(readDeadlines(text, PLAN_2025)).toEqual([])
  })

  test.each([
    ['6月初完成招标。', '6月初', '2025-06-10'],
    ['2026年3月初前报送方案。', '2026年3月初前', '2026-03-10'],
  ])('%s names no day: the tenth is implied', (text, words, date) => {
    expect(readDeadlines(text, PLAN_2025)).toMatchObject([
      { text: words, date, certainty: 'implied', rule: 'month-start' },
    ])
  })

  test('every rule of prose has its row', () => {
    const tested = new Set([...PROSE.map(row => row[3]), 'bare-year', 'month-start'])
    expect(PROSE_PATTERNS.map(({ rule }) => rule).filter(rule => !tested.has(rule))).toEqual([])
  })

  test('a bare year of a yearly plan is implied', () => {
    expect(readDeadlines('力争2025年实验室达到25家。', PLAN_2025)).toMatchObject([
      { text: '2025年', date: '2025-12-31', certainty: 'implied', rule: 'bare-year' },
    ])
    expect(readDeadlines('2025年，出口增幅高于全省。', PLAN_2025)).toMatchObject([{ certainty: 'implied' }])
  })

  test('a month has the year named before it in its sentence, and the document’s in the next', () => {
    const dates = readDeadlines('2026年3月底前完成A，6月底前完成B。9月底前完成C。', PLAN_2025).map(({ date }) => date)
    expect(dates).toEqual(['2026-03-31', '2026-06-30', '2025-09-30'])
  })

  test('次年 follows the year before it', () => {
    const dates = readDeadlines('2026年9月底前开工，次年6月底前建成。', PLAN_2025).map(({ date }) => date)
    expect(dates).toEqual(['2026-09-30', '2027-06-30'])
  })

  test('without a plan year the year of issue is meant, and without both there is no date', () => {
    expect(readDeadlines('6月底前', { year: null, issuedOn: '2024-03-22' })).toMatchObject([{ date: '2024-06-30' }])
    expect(readDeadlines('6月底前', { year: null, issuedOn: null })).toMatchObject([
      { date: null, certainty: 'stated' },
    ])
  })

  test('a day that does not exist is a limit without a date', () => {
    expect(readDeadlines('2月30日前完成', PLAN_2025)).toMatchObject([{ text: '2月30日前', date: null }])
  })
})

/** [field, words, date, rule] of a plan of 2025. */
const FIELDS: readonly (readonly [string, string, string | null, string])[] = [
  ['9月底前', '9月底前', '2025-09-30', 'month-end'],
  ['2025年第三季度', '2025年第三季度', '2025-09-30', 'field-quarter'],
  ['2024年四季度', '2024年四季度', '2024-12-31', 'field-quarter'],
  ['2024年9月底前，并长期坚持', '2024年9月底前', '2024-09-30', 'month-end'],
  ['2024.12.31', '2024.12.31', '2024-12-31', 'field-dotted-day'],
  ['2025-6-30', '2025-6-30', '2025-06-30', 'field-dotted-day'],
  ['2025/06', '2025/06', '2025-06-30', 'field-dotted-month'],
  ['2025年12月', '2025年12月', '2025-12-31', 'field-month'],
  ['12月', '12月', '2025-12-31', 'field-month'],
  ['6月底', '6月底', '2025-06-30', 'month-end'],
  ['2025年10月31日', '2025年10月31日', '2025-10-31', 'field-day'],
  ['3月中旬', '3月中旬', '2025-03-20', 'field-ten-days'],
  ['年底', '年底', '2025-12-31', 'year-end'],
  ['年内', '年内', '2025-12-31', 'within-year'],
  ['上半年', '上半年', '2025-06-30', 'field-half'],
  ['2025年', '2025年', '2025-12-31', 'field-year'],
  ['2026', '2026', '2026-12-31', 'field-year'],
  ['2023—2025年', '2025年', '2025-12-31', 'field-year'],
  ['2026年3月—12月', '12月', '2026-12-31', 'field-month'],
  ['汛期前', '汛期前', null, 'season'],
  ['立项后三年内', '三年内', null, 'field-within'],
  [' 2025 年\n8 月底前 ', '2025年8月底前', '2025-08-31', 'month-end'],
]

describe('the 完成时限 field', () => {
  test('has the tenth implied by 月初', () => {
    expect(readDeadlineField('6月初', PLAN_2025)).toMatchObject([
      { text: '6月初', date: '2025-06-10', certainty: 'implied', rule: 'field-month-start' },
    ])
  })

  test.each(FIELDS)('%s', (field, words, date, rule) => {
    expect(readDeadlineField(field, PLAN_2025)).toMatchObject([{ text: words, date, certainty: 'stated', rule }])
  })

  test.each([
    '',
    '/',
    '—',
    '长期',
    '长期坚持',
    '持续推进',
    '全年',
    '2025年全年',
    '每月底前',
    '2025年每季度末',
    '按时间节点推进',
    '常态化',
  ])('“%s” states none', field => {
    expect(readDeadlineField(field, PLAN_2025)).toEqual([])
  })

  test('a milestone in brackets is a limit of its own', () => {
    expect(readDeadlineField('2026年6月底前（2025年12月底前完成主体封顶）', PLAN_2025)).toMatchObject([
      { date: '2026-06-30' },
      { date: '2025-12-31', clause: '2025年12月底前完成主体封顶' },
    ])
  })

  test('every rule of a field has its row', () => {
    const prose = new Set(PROSE_PATTERNS.map(({ rule }) => rule))
    const tested = new Set([...FIELDS.map(row => row[3]), 'field-month-start'])
    expect(FIELD_PATTERNS.map(({ rule }) => rule).filter(rule => !prose.has(rule) && !tested.has(rule))).toEqual([])
  })
})

const WORDS = '2025年6月底前,上半,年内,三季度,完成,到,力争,每年,汛期前,（,）,，,。,《,》,至—.31日 \n'.split(',')

test('spans quote the words, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS, '２', '较', '起')), words => {
      const text = words.join('')
      for (const deadline of [...readDeadlines(text, PLAN_2025), ...readDeadlineField(text, PLAN_2025)]) {
        expect(text.slice(...deadline.span).replace(/\s/g, '')).toBe(deadline.text)
        expect(text.replace(/\s/g, '')).toContain(deadline.clause)
      }
    }),
  )
})
