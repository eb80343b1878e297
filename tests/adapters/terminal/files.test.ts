import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readList, readText, writeNewFile, writeOver } from '../../../adapters/terminal/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a new file', () => {
  it('never takes the place of another', async () => {
    const paths = [
      await writeNewFile(folder, '台账.csv', bytes('一')),
      await writeNewFile(folder, '台账.csv', bytes('二')),
    ]
    expect(paths).toEqual([join(folder, '台账.csv'), join(folder, '台账(2).csv')])
    expect(paths.map(path => readFileSync(path, 'utf8'))).toEqual(['一', '二'])
  })

  it('stays in its folder, whatever it is called', async () => {
    expect(await writeNewFile(folder, '../a/b\\c:d?.csv', bytes(''))).toBe(join(folder, '.._a_b_c_d_.csv'))
  })

  it.each([writeOver, (path: string) => writeNewFile(path, 'a.csv', bytes(''))])(
    'says where it cannot be written',
    async write => {
      await expect(write(join(folder, 'no', 'such'), bytes(''))).rejects.toThrow(/写不了文件/u)
    },
  )
})

describe('a file that is read', () => {
  it('is named where it is not there', async () => {
    await expect(readText(join(folder, 'none.txt'))).rejects.toThrow('none.txt')
  })

  it('is refused as a list where it is no UTF-8', async () => {
    const file = join(folder, 'gbk.csv')
    writeFileSync(file, Uint8Array.of(0xb1, 0xe0, 0xba, 0xc5))
    await expect(readList(file)).rejects.toThrow(/CSV UTF-8/u)
    writeFileSync(file, '\uFEFF编号')
    expect(await readList(file)).toBe('编号')
  })
})
