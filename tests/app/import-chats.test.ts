import { describe, expect, it } from 'vitest'
import { importChats } from '../../src/app/import-chats.ts'
import { createRecords } from '../../src/core/progress/records.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'

function desk() {
  const store = createMemoryStore()
  let at = Date.parse('2023-06-01T09:00:00+08:00')
  const clock = { now: () => new Date(at++) }
  return {
    bring: (...lines: readonly string[]) => importChats(lines.join('\n'), { ledger, store, clock }),
    async records() {
      const records = createRecords()
      records.add(await store.entries(0))
      return records
    },
  }
}

describe('a list of chats', () => {
  it('says where a unit is reached', async () => {
    const { bring, records } = desk()
    const { written } = await bring('群编号,单位', 'oc_1,省能源局', 'feishu:oc_2,市教育局')
    expect(written).toEqual(['feishu:oc_1：省能源局的工作群', 'feishu:oc_2：市教育局的工作群'])
    expect((await records()).chatsOf('山东省/省能源局')).toEqual(['feishu:oc_1'])
  })

  it('changes nothing the second time; a chat that moves belongs to the last unit', async () => {
    const { bring, records } = desk()
    await bring('群编号,单位', 'oc_1,省能源局', 'oc_1,省能源局')
    expect((await bring('群编号,单位', 'oc_1,省能源局')).written).toEqual([])
    expect((await records()).seen).toBe(1)
    await bring('群编号,单位', 'oc_1,省科技厅')
    expect((await records()).chat('feishu:oc_1').unit).toBe('山东省/省科学技术厅')
  })

  it.each([
    ['no id', '能源局群,省能源局', '第3行：群编号“能源局群”不对'],
    ['no unit', 'oc_2,', '第3行：没有写单位'],
    ['an unknown unit', 'oc_2,省能源句', '第3行：台账里没有“省能源句”'],
    ['two units of one chat', 'oc_1,省科技厅', '第3行：与第2行矛盾'],
  ])('is refused whole for %s', async (_, line, reason) => {
    const { bring, records } = desk()
    await expect(bring('群编号,单位', 'oc_1,省能源局', line)).rejects.toThrow(reason)
    expect((await records()).seen).toBe(0)
  })
})
