import { describe, expect, it } from 'vitest'
import { readFollowing } from '../../../../src/core/dialog/readers/follow.ts'
import type { Slots } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

describe('how an utterance leans on the last one', () => {
  it.each<[Slots['follows'], string, string]>([
    ['within', '其中年底前的', '年底前的'],
    ['within', '这些里面', ''],
    ['within', '只看有期限的', '有期限的'],
    ['within', '只要鲁政发6号的', '鲁政发6号的'],
    ['without', '去掉省教育厅', '省教育厅'],
    ['without', '不要双减的', '双减的'],
    ['within', '哪几项提到黄河', '提到黄河'],
    ['within', '跟水库有关的', '水库有关的'],
    ['replaces', '不对，我说的是海洋局', '海洋局'],
    ['within', '剩下的', ''],
    ['within', '上面这些', ''],
    ['replaces', '那参与的呢', '参与的'],
    ['replaces', '科技厅呢', '科技厅'],
    ['replaces', '科技厅呢？', '科技厅'],
    ['replaces', '换成县里的', '县里的'],
    ['replaces', '我问的是市里', '市里'],
    ['replaces', '应该是市里', '市里'],
    ['refers', '它的原文', '原文'],
    ['refers', '其牵头单位', '牵头单位'],
    ['refers', '这条任务', ''],
    ['refers', '该项', ''],
  ])('%s: %s', (follows, phrase, rest) => {
    expect(saying(readFollowing, phrase)).toEqual({ says: { follows }, rest })
  })

  it.each(['其他', '省教育厅牵头哪些任务', '中小企业', '一共多少项', '呢绒', '其实', ''])('not by %s', phrase => {
    expect(saying(readFollowing, phrase)).toEqual({ says: {}, rest: phrase })
  })
})
