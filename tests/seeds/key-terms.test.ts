import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createNodejiebaSegmenter } from '../../adapters/segmenter/nodejieba.ts'
import { KEY_TERMS } from '../tools/generate-key-terms.ts'

const segmenter = await createNodejiebaSegmenter([])

// In a process of its own: words that other tests taught the dictionary would change what it cuts.
const generated = async () => {
  const args = ['tests/tools/generate-key-terms.ts', '--print']
  return (await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 })).stdout
}

it.skipIf(segmenter === null)(
  'the key terms that come with the project are what an import with nodejieba finds',
  async () => {
    expect(await readFile(KEY_TERMS, 'utf8')).toBe(await generated())
  },
)
