import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { letter } from '../contracts/samples.ts'
import { terminalTalk } from './terminal-talk.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-talk-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a talk in the terminal', () => {
  it('answers with the memory of the last question', async () => {
    const say = terminalTalk()
    expect(await say('省教育厅牵头哪些任务')).toContain('共13项')
    expect(await say('那参与的呢')).toContain('省教育厅参与的任务')
  })

  it('binds at once, for its person is an administrator', async () => {
    const say = terminalTalk()
    expect(await say('绑定 省能源局')).toContain('立即生效')
    expect(await say('我是谁')).toBe(
      '您是省能源局联络员、管理员。\n编号：terminal:local\n看自己的任务说“我单位的任务”。',
    )
  })

  it.each(['是', '确认'])('records a report that is confirmed by %s, once', async yes => {
    const store = createMemoryStore()
    const say = terminalTalk({ store })
    await say('绑定 省能源局')
    expect(await say('27完成80%，下步安装设备')).toMatch(/^请确认这项进展.*可以回复：“确认”“修改”“取消”$/su)
    expect(await store.entries(1)).toEqual([])
    expect(await say(yes)).toMatch(/^已记录1项进展/u)
    expect(await store.entries(1)).toMatchObject([{ kind: 'report', by: 'terminal:local', percent: 80 }])
    expect(await say('27条现在啥进度')).toContain('最新进展（省能源局，6月1日）：完成80%')
  })

  it('drops a report that is cancelled', async () => {
    const store = createMemoryStore()
    const say = terminalTalk({ store })
    await say('绑定 省能源局')
    await say('27完成80%')
    expect(await say('取消')).toContain('没有记录')
    expect(await store.entries(1)).toEqual([])
  })

  it('says what to type in place of a form', async () => {
    const say = terminalTalk()
    await say('绑定 省能源局')
    expect(await say('报进展 28')).toMatch(/打成一句话：“鲁政办字〔2023〕5号#28 /u)
    expect(await say('鲁政办字〔2023〕5号#28 已开工，完成30%，下步浇筑，问题：缺图纸')).toMatch(
      /^请确认.*30%.*缺图纸/su,
    )
  })

  it('reviews what waits, as the office does', async () => {
    const say = terminalTalk()
    for (const text of ['绑定 省能源局', '绑定 督查室', '27 已完成', '是']) await say(text)
    expect(await say('退回27 数据无来源')).toContain('现在是“进行中”，原因：数据无来源')
    for (const text of ['27 已补数据来源，完成', '是']) await say(text)
    expect(await say('通过27')).toContain('现在是“已办结”')
  })

  it('decides on an extension, with a reason where it is refused', async () => {
    const say = terminalTalk()
    for (const text of ['绑定 省能源局', '绑定 督查室', '29条申请延期到2024年3月底，原因：设备未到货']) await say(text)
    const [typed = ''] = /(?<=打成一句话：“)[^”]+/u.exec(await say('不同意29延期')) ?? []
    expect(await say(typed)).toContain('已记录：不同意')
    await say('29条申请延期到2024年3月底，原因：设备未到货')
    expect(await say('不同意29延期 仍有余量')).toContain('原因：仍有余量')
  })

  it('shows what has come for its person, behind the answer', async () => {
    const store = createMemoryStore()
    const say = terminalTalk({ store })
    await store.post([{ ...letter('review/1'), channel: 'terminal', notBefore: 0 }])
    expect((await say('我是谁')).split('\n\n')).toEqual([expect.stringContaining('管理员'), expect.any(String)])
    expect(await store.letters()).toEqual([])
  })

  it('writes an export into the folder, beside the one before', async () => {
    const say = terminalTalk({ folder })
    expect(await say('导出 省能源局台账')).toContain(`文件：${join(folder, '省能源局台账.json')}`)
    await say('导出 省能源局台账')
    expect(readdirSync(folder).sort()).toEqual(['省能源局台账(2).json', '省能源局台账.json'])
  })
})
