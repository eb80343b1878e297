import { describe, expect, it } from 'vitest'
import { importPeople } from '../../src/app/import-people.ts'
import { createRecords } from '../../src/core/progress/records.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'

const ENERGY = '山东省/省能源局'
const LIST = ['编号,姓名,单位,角色', 'ou_1,张三,省能源局,联络员', 'feishu:ou_2,李四,,督查室', 'ou_3,"王,五",,管理员']

function desk() {
  const store = createMemoryStore()
  let at = Date.parse('2023-06-01T09:00:00+08:00')
  // Two imports are never made at one moment.
  const clock = { now: () => new Date(at++) }
  return {
    bring: (lines: readonly string[]) => importPeople(lines.join('\r\n'), { ledger, store, clock }),
    entries: () => store.entries(0),
    async person(id: string) {
      const records = createRecords()
      records.add(await store.entries(0))
      return records.person(id)
    },
  }
}

describe('a list of people', () => {
  it('binds each to a unit or a role', async () => {
    const { bring, person } = desk()
    expect(await bring(LIST)).toEqual({
      rows: 3,
      written: ['张三（feishu:ou_1）：省能源局联络员', '李四（feishu:ou_2）：督查室', '王,五（feishu:ou_3）：管理员'],
    })
    expect(await person('feishu:ou_1')).toMatchObject({ name: '张三', units: [ENERGY], roles: new Set(['liaison']) })
    expect(await person('feishu:ou_2')).toMatchObject({ name: '李四', units: [], roles: new Set(['office']) })
    expect(await person('feishu:ou_3')).toMatchObject({ name: '王,五', roles: new Set(['admin']) })
  })

  it('is signed by the owner of the machine', async () => {
    const { bring, entries } = desk()
    await bring(LIST)
    expect(new Set((await entries()).map(({ by }) => by))).toEqual(new Set(['cli:local']))
  })

  it('changes nothing the second time, nor where a line stands twice', async () => {
    const { bring, entries } = desk()
    await bring([...LIST, ...LIST.slice(1)])
    const before = await entries()
    expect(before).toHaveLength(3)
    expect(await bring(LIST)).toEqual({ rows: 3, written: [] })
    expect(await entries()).toEqual(before)
  })

  it('binds again who was released meanwhile, and writes a name that has changed', async () => {
    const { bring, person } = desk()
    await bring(LIST)
    await bring(['编号,单位,角色', 'ou_1,省能源局,解除'])
    expect((await bring(LIST)).written).toHaveLength(1)
    expect((await bring(['编号,姓名,单位', 'ou_1,张三丰,省能源局'])).written).toHaveLength(1)
    expect(await person('feishu:ou_1')).toMatchObject({ name: '张三丰', units: [ENERGY] })
  })

  it.each([
    ['one unit', 'ou_1,省能源局,解除', ['省科技厅']],
    ['everything', 'ou_1,,解除', []],
    ['what was never held', 'ou_1,省财政厅,解除', ['省能源局', '省科技厅']],
  ])('takes back %s', async (_, line, left) => {
    const { bring, person } = desk()
    await bring(['编号,单位', 'ou_1,省能源局', 'ou_1,省科技厅'])
    await bring(['编号,单位,角色', line])
    expect((await person('feishu:ou_1')).units).toEqual(
      left.map(name => ledger.units.read(name)[0]?.candidates[0]?.key),
    )
  })

  it('takes back a role by its name', async () => {
    const { bring, person } = desk()
    await bring(LIST)
    expect((await bring(['编号,单位,角色', 'ou_2,督查室,解除'])).written).toEqual(['feishu:ou_2：解除督查室'])
    expect((await person('feishu:ou_2')).roles).toEqual(new Set())
  })

  it('may have other columns, headings with notes, and no roles', async () => {
    const { bring, person } = desk()
    await bring(['\uFEFF电话, 所属单位 ,人员编号（必填）*,备注', '123,省能源局,ou_1,', ''])
    expect((await person('feishu:ou_1')).units).toEqual([ENERGY])
  })
})

describe('a list of people with a mistake', () => {
  it.each([
    ['a person that has no id', '张三,a,省能源局,', '第3行：编号“张三”不对'],
    ['an unknown role', 'ou_4,a,省能源局,主任', '第3行：角色“主任”不对'],
    ['no unit', 'ou_4,a,,联络员', '第3行：没有写单位'],
    ['a unit with a wrong character', 'ou_4,a,省能源句,', '第3行：台账里没有“省能源句”这个单位，是不是指“省能源局”'],
    ['two names for one person', 'ou_1,李四,省科技厅,', '第3行：与第2行矛盾'],
    ['what is given and taken', 'ou_1,张三,省能源局,解除', '第3行：与第2行矛盾'],
    ['what is given and taken with all else', 'ou_1,张三,,解除', '第3行：与第2行矛盾'],
    ['a quote that is not closed', 'ou_4,"a,省能源局,', '第3行：引号没有配对'],
  ])('is refused whole for %s', async (_, line, reason) => {
    const { bring, entries } = desk()
    const lines = [...LIST.slice(0, 2), line]
    await expect(bring(lines)).rejects.toThrow(reason)
    await expect(bring(lines)).rejects.toThrow('没有写入任何内容')
    expect(await entries()).toEqual([])
  })

  it('is told all of them at once', async () => {
    const { bring } = desk()
    await expect(bring(['编号,单位', '张三,省能源局', 'ou_1,省能源局', 'ou_2,'])).rejects.toThrow(/第2行.*第4行/su)
  })

  it.each([[[]], [['姓名,单位']], [['编号；单位']]])('says which column %j lacks', async lines => {
    await expect(desk().bring(lines)).rejects.toThrow(/没有“编号”/u)
  })
})
