import { parseDocument } from '../../src/core/document/parse-document.ts'
import { percentile, time } from './measure.ts'
import { type SeedFile, seedFiles } from './seeds.ts'
import type { Row } from './table.ts'

const ROUNDS = 9

/** What any reader of the text would have to do at least. */
function normaliseAndSplit({ text }: SeedFile): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .split(/[。；]/u)
}

function megabytesPerSecond(files: readonly SeedFile[], read: (file: SeedFile) => unknown): string {
  const megabytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
  const times = Array.from({ length: ROUNDS }, () => time(() => files.forEach(read)))
  return `${(megabytes / (percentile(times, 0.5) / 1000)).toFixed(1)} MB/s`
}

export function benchParsing(): readonly Row[] {
  const files = seedFiles()
  return [
    {
      what: `parseDocument, the ${files.length} seed documents`,
      figure: megabytesPerSecond(files, ({ text, fileName }) => parseDocument(text, { fileName })),
      reference: `normalise and split: ${megabytesPerSecond(files, normaliseAndSplit)}`,
    },
  ]
}
