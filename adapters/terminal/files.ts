import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DubanError } from '../../src/core/errors.ts'

/** Signs that a file's name may not have on some system. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu

const MOST = 1000

/** Writes a file that was not there, 台账(2).xlsx where 台账.xlsx is; gives its path. */
export async function writeNewFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const safe = name.replaceAll(NOT_IN_NAMES, '_')
  const dot = safe.lastIndexOf('.')
  for (let copy = 1; copy <= MOST; copy++) {
    const path = join(folder, copy === 1 ? safe : `${safe.slice(0, dot)}(${copy})${safe.slice(dot)}`)
    if (await isWritten(path, bytes)) return path
  }
  throw new DubanError('write_file', `${join(folder, safe)} 已有${MOST}份，请先清理。`)
}

/** False where there is one of that name. */
async function isWritten(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' })
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw notWritten(path, cause)
  }
}

/** Writes a file that was asked for by name; what was there is gone. */
export async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (cause) {
    throw notWritten(path, cause)
  }
}

const notWritten = (path: string, cause: unknown): DubanError =>
  new DubanError('write_file', `写不了文件 ${path}，请检查路径和权限。`, { cause })

/** The text of a file. */
export const readText = async (path: string): Promise<string> => (await readBytes(path)).toString('utf8')

/** The text of a list that somebody saved from a spreadsheet. Throws for anything but UTF-8, so that no name is garbled. */
export async function readList(path: string): Promise<string> {
  const bytes = await readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const remedy = '请在表格软件里“另存为”，类型选“CSV UTF-8（逗号分隔）”'
    throw new DubanError('encoding', `${path} 不是 UTF-8 编码的 CSV（可能是 GBK）。${remedy}。`, { cause })
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new DubanError('read_file', `读不到文件 ${path}。`, { cause })
  }
}
