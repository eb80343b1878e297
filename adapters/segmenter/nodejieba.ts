import { createRequire } from 'node:module'
import type { Segmenter } from '../../src/core/ports.ts'

type Jieba = typeof import('nodejieba')

/**
 * Cuts with nodejieba; `userWords` (names of units and programmes) come out whole. Null where nodejieba was not built.
 * Loads only when called: the dictionary takes about a second and 250 MB, which no question should wait for.
 */
export async function createNodejiebaSegmenter(userWords: readonly string[]): Promise<Segmenter | null> {
  const jieba = loadJieba()
  if (jieba === null) return null
  for (const word of userWords) if (word !== '') jieba.insertWord(word)
  return text => jieba.cut(text.toWellFormed())
}

/** The package loads without its binary and throws at the first use, hence the trial cut. */
function loadJieba(): Jieba | null {
  const require = createRequire(import.meta.url)
  try {
    const jieba: Jieba = require('nodejieba')
    jieba.cut('督办')
    return jieba
  } catch {
    return null
  }
}
