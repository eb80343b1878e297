import seedsJson from '../../adapters/documents/.bundle/seeds.txt'
import type { BundledSeeds } from '../../adapters/documents/bundle-seeds.ts'
import { answerBatch } from '../../src/app/answer-batch.ts'
import { openLedger } from '../../src/app/open-ledger.ts'
import { progressByDay } from '../../src/app/progress-by-day.ts'
import { createAssistant } from '../../src/core/dialog/assistant.ts'

/** A Worker that answers the lines of a batch from the bundle's documents, as `duban ask --batch` does from the files. */
// biome-ignore lint/style/noDefaultExport: Workers looks for the handlers there.
export default {
  async fetch(request: Request): Promise<Response> {
    const seeds: BundledSeeds = JSON.parse(seedsJson)
    const ledger = await openLedger({ documents: [], ...seeds.ledger })
    const options = {
      ledger,
      assistant: createAssistant(ledger),
      progressOn: await progressByDay(ledger, undefined),
      today: new URL(request.url).searchParams.get('today') ?? '',
    }
    const answers = Array.from(answerBatch(await request.text(), options), answer => `${JSON.stringify(answer)}\n`)
    return new Response(answers.join(''))
  },
}
