import { describe, expect, it } from 'vitest'
import { mentions, withoutMentions } from '../../../adapters/feishu/mentions.ts'

const of = (...openIds: (string | null | undefined)[]) => openIds.map(open_id => ({ id: { open_id } }))

describe('a mention of us', () => {
  it.each([
    ['alone', of('ou_bot'), true],
    ['among others', of('ou_li', 'ou_bot', 'ou_wang'), true],
    ['of nobody', [], false],
    ['of somebody else', of('ou_li'), false],
    ['of another bot whose id starts like ours', of('ou_bot2'), false],
    ['of everybody', [{ id: { open_id: '' } }, { id: null }, {}], false],
    ['of people without an open_id', of(null, undefined), false],
  ])('%s', (_, listed, expected) => {
    expect(mentions(listed, 'ou_bot')).toBe(expected)
  })

  it('is never found while we do not know who we are', () => {
    expect(mentions(of('', null), '')).toBe(false)
  })
})

describe('what was said without mentions', () => {
  it.each([
    ['@_user_1 省教育厅牵头哪些任务', '省教育厅牵头哪些任务'],
    ['省教育厅牵头哪些任务 @_user_1', '省教育厅牵头哪些任务'],
    ['@_user_10 @_user_1 报送', '报送'],
    ['@_user_1 @_user_10 报送', '报送'],
    ['@_user_1@_user_2报送', '报送'],
    ['@_all 报送', '报送'],
    ['省教育厅@_user_2省科技厅', '省教育厅 省科技厅'],
    ['@_user_1', ''],
    ['@_user_1\n第27条\n原文', '第27条\n原文'],
    ['\u3000第１０条：进展／下步\u3000', '第１０条：进展／下步'],
    ['〔2023〕5号', '〔2023〕5号'],
    ['user_1@example.org', 'user_1@example.org'],
    ['@user_1 @_user_ @_User_1 @_al', '@user_1 @_user_ @_User_1 @_al'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(withoutMentions(text)).toBe(expected)
  })
})
