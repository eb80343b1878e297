import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocumentFolder } from '../../../adapters/documents/folder.ts'

describe('readDocumentFolder', () => {
  it('reads the text files in the order of their names, byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duban-documents-'))
    const files = { 'b.txt': '二\r\n', 'a.txt': '\uFEFF一', 'notes.md': '不读', '.hidden.txt': '不读' }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    expect(await readDocumentFolder(folder)).toEqual([
      { fileName: 'a.txt', text: '\uFEFF一' },
      { fileName: 'b.txt', text: '二\r\n' },
    ])
    await rm(folder, { recursive: true })
  })

  it('names a folder that is not there', async () => {
    await expect(readDocumentFolder('/no/such/folder')).rejects.toThrow('/no/such/folder')
  })
})
