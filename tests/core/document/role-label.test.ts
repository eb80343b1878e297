import { expect, test } from 'vitest'
import { type LabelRole, labelRole } from '../../../src/core/document/role-label.ts'

test.each<[string, LabelRole]>([
  ['责任部门', 'responsible'],
  ['任务分工', 'responsible'],
  ['主办单位', 'lead'],
  ['主办', 'lead'],
  ['主责', 'lead'],
  ['牵头单位及责任人', 'lead'],
  ['责任单位和负责人', 'responsible'],
  ['协办单位', 'support'],
  ['配合责任单位', 'support'],
  ['办结时限', 'deadline'],
  ['时间节点', 'deadline'],
  ['责任人', 'person'],
  ['牵头领导', 'person'],
  ['督办单位', 'other'],
])('%s means %s', (label, role) => {
  expect(labelRole(label)).toBe(role)
})

test.each(['序号', '工作内容', '目标任务', '备注', '单位产值'])('%s gives no part', label => {
  expect(labelRole(label)).toBeNull()
})
