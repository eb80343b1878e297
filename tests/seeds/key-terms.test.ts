import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createNodejiebaSegmenter } from '../../adapters/segmenter/nodejieba.ts'
import { KEY_TERMS, seedKeyTerms } from '../tools/generate-key-terms.ts'

const segmenter = await createNodejiebaSegmenter([])

it.skipIf(segmenter === null)(
  'the key terms that come with the project are what an import with nodejieba finds',
  async () => {
    expect(await readFile(KEY_TERMS, 'utf8')).toBe(await seedKeyTerms())
  },
)
