import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import type { Task } from '../../src/core/model.ts'

const LEDGERS = new URL('ledgers/', import.meta.url)
const SEEDS = new URL('../../seeds/documents/', import.meta.url)
/** How much of both ends of a body a ledger holds. */
const BODY_END = 12

const LabelledDeadline = z.object({ text: z.string(), date: z.nullable(z.string()), certainty: z.string() })
const LabelledTarget = z.object({
  text: z.string(),
  value: z.number(),
  valueMax: z.optional(z.number()),
  unit: z.string(),
  comparator: z.string(),
})
const LabelledTask = z.object({
  id: z.string(),
  path: z.array(z.string()),
  title: z.string(),
  lead: z.array(z.string()),
  support: z.array(z.string()),
  responsible: z.array(z.string()),
  bodyStart: z.string(),
  bodyEnd: z.string(),
  bodyLength: z.number(),
  deadlines: z.array(LabelledDeadline),
  targets: z.array(LabelledTarget),
})
type LabelledTask = z.infer<typeof LabelledTask>

/** 台账 of a seed document as a person read it from the text. */
const Ledger = z.object({
  document: z.object({
    number: z.string(),
    title: z.string(),
    issuers: z.array(z.string()),
    issuedOn: z.nullable(z.string()),
    level: z.string(),
    region: z.string(),
    publicity: z.nullable(z.string()),
  }),
  sections: z.array(z.tuple([z.string(), z.string()])),
  tasks: z.array(LabelledTask),
})

/** A task as the ledger notes it. */
function noted(task: Task): LabelledTask {
  return {
    id: task.id,
    path: [...task.path],
    title: task.title,
    lead: [...task.leadUnits],
    support: [...task.supportingUnits],
    responsible: [...task.responsibleUnits],
    bodyStart: task.body.slice(0, BODY_END),
    bodyEnd: task.body.slice(-BODY_END),
    bodyLength: task.body.length,
    deadlines: task.deadlines.map(found => LabelledDeadline.parse(found)),
    targets: task.targets.map(found => LabelledTarget.parse(found)),
  }
}

const seeds = readdirSync(SEEDS).map(file => {
  const ledger = Ledger.parse(JSON.parse(readFileSync(new URL(file.replace(/\.txt$/, '.json'), LEDGERS), 'utf8')))
  return { name: file, ledger, parsed: parseDocument(readFileSync(new URL(file, SEEDS), 'utf8'), { fileName: file }) }
})

describe.each(seeds)('$name reads as a person read it', ({ ledger, parsed: { document, tasks } }) => {
  test('what it says about itself', () => {
    expect(document).toMatchObject(ledger.document)
  })

  test('its sections', () => {
    expect(document.sections.map(({ ordinal, title }) => [ordinal, title])).toEqual(ledger.sections)
  })

  test('all its tasks and no others', () => {
    expect(tasks.map(({ id }) => id)).toEqual(ledger.tasks.map(({ id }) => id))
  })

  test.each(ledger.tasks)('$id $title', label => {
    const found = tasks.find(({ id }) => id === label.id)
    expect(found && noted(found)).toEqual(label)
  })
})
