import type { PolicyDocument, Span, Task } from '../../src/core/model.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'
import { nonEmpty, type Random, seededRandom } from './random.ts'

const TASKS_PER_DOCUMENT = 1000
const BODY_LENGTH = 190

/** Two of these name an invented city; with 24 of each there are more than documents. */
const FIRST = nonEmpty([...'青云清石金玉龙凤东西南北长永安平新丰白黄绿红双明'])
const SECOND = nonEmpty([...'河山州阳城川原海林泉江湖岭坪桥源台口关港沙塘岛门'])

/** What the invented documents are made of. */
interface Material {
  readonly tasks: readonly [Task, ...Task[]]
  readonly sentences: readonly [string, ...string[]]
}

function materialOf(documents: readonly LedgerDocument[]): Material {
  const tasks = documents.flatMap(({ parsed }) => parsed.tasks)
  const sentences = tasks.flatMap(({ body }) => body.split(/(?<=[。；])/u)).filter(({ length }) => length > 8)
  return { tasks: nonEmpty(tasks), sentences: nonEmpty(sentences) }
}

function cityName(number: number): string {
  return `${FIRST[number % FIRST.length]}${SECOND[Math.floor(number / FIRST.length) % SECOND.length]}市`
}

function inventDocument(number: number): PolicyDocument {
  const region = cityName(number)
  const id = `${region.slice(0, 2)}政办字〔2023〕${number + 1}号`
  return {
    id,
    number: id,
    title: `${region}人民政府办公室关于印发${region}2023年重点任务的通知`,
    issuers: [`${region}人民政府办公室`],
    issuedOn: '2023-02-01',
    level: 'city',
    region,
    publicity: null,
    rules: [],
    sections: [],
  }
}

/** 省教育厅 becomes 市教育局: the same duty one level down. */
function cityUnit(name: string): string {
  return name.replace(/^省/u, '市').replace(/^(?<city>市.*)厅$/u, '$<city>局')
}

function inventBody({ sentences }: Material, random: Random, own: string): string {
  let body = own.slice(0, BODY_LENGTH / 2)
  while (body.length < BODY_LENGTH) body += random.pick(sentences)
  return body
}

/** A task of the seeds with the words of others mixed in, told by a city of its own. `start` is where its text begins. */
function inventTask(
  material: Material,
  random: Random,
  { id, ordinal, start }: { id: string; ordinal: string; start: number },
): Task {
  const model = random.pick(material.tasks)
  const title = random.pick(material.tasks).title.slice(0, 30)
  const body = inventBody(material, random, model.body)
  const span: Span = [start, start + ordinal.length + title.length + body.length + 3]
  return {
    ...model,
    id: `${id}#${ordinal}`,
    documentId: id,
    ordinal,
    title,
    body,
    leadUnits: model.leadUnits.map(cityUnit),
    supportingUnits: model.supportingUnits.map(cityUnit),
    responsibleUnits: model.responsibleUnits.map(cityUnit),
    deadlines: model.deadlines.map(deadline => ({ ...deadline, span })),
    targets: model.targets.map(target => ({ ...target, span })),
    span,
  }
}

function inventLedgerDocument(
  material: Material,
  random: Random,
  { number, size }: { number: number; size: number },
): LedgerDocument {
  const document = inventDocument(number)
  const tasks: Task[] = []
  const lines: string[] = []
  let start = 0
  for (let ordinal = 1; ordinal <= size; ordinal++) {
    const task = inventTask(material, random, { id: document.id, ordinal: String(ordinal), start })
    const line = `${task.ordinal}.${task.title}。${task.body}\n`
    tasks.push(task)
    lines.push(line)
    start += line.length
  }
  return { digest: '', text: lines.join(''), parsed: { document, tasks, doubts: [] }, keyTerms: {} }
}

/**
 * A ledger of any size in the words of the seed documents: documents of a thousand tasks, each of a city of its own, so
 * that units, ordinals and document numbers multiply as they would.
 */
export function syntheticDocuments(seeds: readonly LedgerDocument[], size: number): readonly LedgerDocument[] {
  const material = materialOf(seeds)
  const random = seededRandom(size)
  return Array.from({ length: Math.ceil(size / TASKS_PER_DOCUMENT) }, (_, number) =>
    inventLedgerDocument(material, random, {
      number,
      size: Math.min(TASKS_PER_DOCUMENT, size - number * TASKS_PER_DOCUMENT),
    }),
  )
}
