import type { Ledger } from '../search/ledger.ts'
import { readAsk, readRelation } from './readers/ask.ts'
import { readDocumentListing, readDocumentNumber, readDocumentTitle, readFacts } from './readers/document.ts'
import { readDue } from './readers/due.ts'
import { readDuties } from './readers/duty.ts'
import { readFlags } from './readers/flag.ts'
import { readFollowing } from './readers/follow.ts'
import { readEach, readGrouping, readTop } from './readers/grouping.ts'
import { readOrdinals } from './readers/ordinal.ts'
import { readPlaces } from './readers/place.ts'
import { readQuantities } from './readers/quantity.ts'
import { readSections, readSectionTitle } from './readers/section.ts'
import { topicOf } from './readers/topic.ts'
import { readMine, readPage, readWhole } from './readers/whole.ts'
import { type Reader, readAll } from './reading.ts'
import type { Slots } from './slots.ts'
import { foldQuestion, withoutCourtesy } from './utterance.ts'

/** Each takes its words before the next one looks: names first, then numbers and times, then the words of asking. */
const READERS: readonly Reader[] = [
  readPage,
  readWhole,
  readDocumentNumber,
  readFlags,
  readMine,
  readGrouping,
  readTop,
  readSectionTitle,
  readDuties,
  readDocumentTitle,
  readPlaces,
  readDocumentListing,
  readSections,
  readOrdinals,
  readQuantities,
  readDue,
  readFollowing,
  readFacts,
  readEach,
  readRelation,
  readAsk,
]

/** Reads one utterance; what is left over is the topic. */
export function understand(question: string, ledger: Ledger, today: string): Slots {
  const { slots, rest } = readAll(withoutCourtesy(foldQuestion(question)), READERS, { ledger, today })
  return {
    ...slots,
    topic: topicOf(rest, words => ledger.index.containing(words, 1).length > 0),
    namesTasks: /任务|工作|事项/u.test(question),
  }
}
