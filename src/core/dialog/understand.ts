import { readAsk, readRelation } from './readers/ask.ts'
import { readDocumentListing, readDocumentNumber, readDocumentTitle, readFacts } from './readers/document.ts'
import { readDue } from './readers/due.ts'
import { readDuties } from './readers/duty.ts'
import { readFlags } from './readers/flag.ts'
import { readFollowing } from './readers/follow.ts'
import { readEach, readGrouping, readTop } from './readers/grouping.ts'
import { readOrdinals } from './readers/ordinal.ts'
import { readOwn } from './readers/own.ts'
import { readPlaces } from './readers/place.ts'
import { readCounted, readHowFar, readProgressAsk, readRate } from './readers/progress.ts'
import { readQuantities } from './readers/quantity.ts'
import { readSections, readSectionTitle } from './readers/section.ts'
import { readStanding } from './readers/standing.ts'
import { topicOf } from './readers/topic.ts'
import { readUpdated } from './readers/updated.ts'
import { readPage, readWhole } from './readers/whole.ts'
import { type Reader, type ReadingContext, readAll } from './reading.ts'
import type { Slots } from './slots.ts'
import { foldQuestion, withoutCourtesy } from './utterance.ts'

/** 能按时完成吗 asks what will be. */
const FORECAST =
  /(?<![未没不])(?:能|会|来得及)(?:不[能会]|否|够)?(?:按[时期]|如期|及时|全部|顺利|都)*(?:完成|办结|实现|做完|办完)/u

/** Words for progress mean it only where there are records. */
const known =
  (read: Reader): Reader =>
  (text, context) =>
    context.hasProgress && !FORECAST.test(text) ? read(text, context) : []

/** Each takes its words before the next one looks: names first, then numbers and times, then the words of asking. */
const READERS: readonly Reader[] = [
  readPage,
  ...[readRate, readProgressAsk, readUpdated, readStanding, readHowFar].map(known),
  readWhole,
  readDocumentNumber,
  readFlags,
  readOwn,
  readGrouping,
  readTop,
  known(readCounted),
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
export function understand(question: string, context: Omit<ReadingContext, 'slots'>): Slots {
  const { slots, rest } = readAll(withoutCourtesy(foldQuestion(question)), READERS, context)
  const { ledger } = context
  return {
    ...slots,
    topic: topicOf(rest, words => ledger.index.containing(words, 1).length > 0),
    namesTasks: /任务|工作|事项/u.test(question),
    ofAll: /所有|全部|全[省市县区]|各单位|各部门|大家|哪些单位/u.test(question),
  }
}
