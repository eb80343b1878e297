import { describe, expect, test } from 'vitest'
import { readResponsibility } from '../../../src/core/document/responsibility.ts'

/** 牵头 l, 参与 s, 负责 r, as `l:省教育厅 s:省财政厅`. */
function read(text: string): string {
  return readResponsibility(text)
    .mentions.map(({ role, name }) => `${role[0]}:${name}`)
    .join(' ')
}

describe('readResponsibility', () => {
  test.each([
    ['牵头单位：省教育厅', 'l:省教育厅'],
    ['牵头部门：市水利局，参与单位：市财政局、市林业局', 'l:市水利局 s:市财政局 s:市林业局'],
    ['牵头单位：市水利局配合单位：市财政局', 'l:市水利局 s:市财政局'],
    ['牵头：县医保局；配合：各镇街；时限：8月底', 'l:县医保局 s:各镇街'],
    ['省教育厅、省财政厅负责', 'r:省教育厅 r:省财政厅'],
    ['省教育厅、省财政厅按照各自职责分别负责', 'r:省教育厅 r:省财政厅'],
    ['省教育厅、省财政厅根据职责分工抓好落实', 'r:省教育厅 r:省财政厅'],
    ['省教育厅牵头，省财政厅、省司法厅按职责分工负责', 'l:省教育厅 s:省财政厅 s:省司法厅'],
    ['省教育厅、省财政厅共同牵头', 'l:省教育厅 l:省财政厅'],
    ['由市民政局牵头，会同市残联、团市委', 'l:市民政局 s:市残联 s:团市委'],
    ['省民政厅会同省残联及有关行业部门负责', 'l:省民政厅 s:省残联 s:有关行业部门'],
    ['省民政厅商省财政厅组织实施', 'l:省民政厅 s:省财政厅'],
    ['市公安局、市司法局按职责分工负责，市信访局参加', 'r:市公安局 r:市司法局 s:市信访局'],
    ['市公安局为牵头单位，市司法局为配合单位', 'l:市公安局 s:市司法局'],
    ['责任单位：市公安局（牵头）；各区县人民政府', 'l:市公安局 s:各区县人民政府'],
    ['【牵头单位】市公安局【配合单位】市司法局', 'l:市公安局 s:市司法局'],
    ['责任领导：王某；责任单位：县公安局', 'r:县公安局'],
    ['省重点项目专班牵头单位牵头，各成员单位配合', 'l:省重点项目专班牵头单位 s:各成员单位'],
    ['商务部、海关总署负责，排在第一位的为牵头部门，下同', 'r:商务部 r:海关总署'],
    ['市公安局负责，2026年3月底前完成', 'r:市公安局'],
    ['市公安局牵头，市司法局于2026年3月底前完成', 'l:市公安局 s:市司法局'],
    ['责任单位：市民政局〔牵头〕，市财政局', 'l:市民政局 s:市财政局'],
    ['市水利局主责，市财政局协同', 'l:市水利局 s:市财政局'],
    ['主办：市水利局；协办：市财政局', 'l:市水利局 s:市财政局'],
    ['市水利局，牵头单位；市财政局、市林业局，配合单位', 'l:市水利局 s:市财政局 s:市林业局'],
    ['市直有关单位分工负责', 'r:市直有关单位'],
    ['——市水利局牵头', 'l:市水利局'],
    ['各市、州人民政府，省水利厅', 'r:各市、州人民政府 r:省水利厅'],
    ['省水利厅、各市（州）、县（市、区）人民政府', 'r:省水利厅 r:各市（州）、县（市、区）人民政府'],
    ['省水利厅牵头，省、市有关部门配合', 'l:省水利厅 s:省、市有关部门'],
    ['各县（市、区）、市水利局', 'r:各县（市、区） r:市水利局'],
    ['各区、县，市水利局负责', 'r:各区、县 r:市水利局'],
    ['各省、自治区、直辖市人民政府负责', 'r:各省、自治区、直辖市人民政府'],
    ['各盟行政公署、市人民政府', 'r:各盟行政公署 r:市人民政府'],
    ['配合单位：/', ''],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('gives the words of a 时限 field their place', () => {
    const text = '责任单位：县公安局；完成时限：2026年6月底，长期坚持'
    const places = readResponsibility(text).deadlines
    expect(places.map(([start, end]) => text.slice(start, end))).toEqual(['2026年6月底，长期坚持'])
  })

  test.each([
    ['市公安局负责，2026年3月底前完成', false],
    ['市公安局负责，三年内见效', false],
    ['市公安局负责，三年内建成全市统一的数据库', true],
    ['市住建局负责，将审批时限压减至60个工作日以内', true],
  ])('tells a clause of time from work to be done in %s', (text, saysWhat) => {
    expect(readResponsibility(text).saysWhat).toBe(saysWhat)
  })

  test('knows names from words that give no part', () => {
    expect(readResponsibility('县公安局、县司法局').hasRole).toBe(false)
    expect(readResponsibility('县公安局负责').hasRole).toBe(true)
  })
})
