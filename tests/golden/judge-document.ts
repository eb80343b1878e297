import * as z from 'zod/mini'
import type { ParsedDocument, Target, Task } from '../../src/core/model.ts'

/** What a person read in a document, and how a reading of it differs. */

const names = z.array(z.string())
const LabelledDeadline = z.object({ text: z.string(), date: z.nullable(z.string()) })
const LabelledTarget = z.object({
  text: z.string(),
  comparator: z.string(),
  value: z.number(),
  valueMax: z.optional(z.number()),
  unit: z.string(),
})
const LabelledTask = z.object({
  id: z.string(),
  title: z.string(),
  lead: names,
  support: names,
  responsible: names,
  deadlines: z.array(LabelledDeadline),
  targets: z.array(LabelledTarget),
  /** Neither a fault if found nor if missed. */
  optionalDeadlines: z.optional(z.array(LabelledDeadline)),
  optionalTargets: z.optional(z.array(LabelledTarget)),
  /** 牵头领导: people, so never among the units. */
  leaders: z.optional(names),
})
type LabelledTask = z.infer<typeof LabelledTask>

export const LabelledDocument = z.object({
  doc: z.string(),
  document: z.object({
    number: z.nullable(z.string()),
    title: z.string(),
    issuers: names,
    issuedOn: z.nullable(z.string()),
    level: z.string(),
    region: z.string(),
  }),
  tasks: z.array(LabelledTask),
  /** Numbered parts that a careful reader may or may not call tasks. */
  nonTaskItems: z.optional(z.array(z.object({ id: z.string(), title: z.string() }))),
})
type LabelledDocument = z.infer<typeof LabelledDocument>

/** Brackets of either width are one. */
const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '')
const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort()

/** 省A、B: a prefix printed once may be left out or given to every name. */
function likeLabelled(found: readonly string[], wanted: readonly string[]): string[] {
  return sorted(found.map(plain).map(name => wanted.map(plain).find(want => name.endsWith(want)) ?? name))
}

function targetsOf(targets: readonly Omit<Target, 'metric' | 'span' | 'rule'>[] | LabelledTask['targets']): string[] {
  return targets
    .map(({ comparator, value, valueMax, unit }) =>
      plain(`${comparator}${value}${valueMax ? `–${valueMax}` : ''}${unit}`),
    )
    .sort()
}

function without(found: readonly string[], wanted: readonly string[], optional: readonly string[]): string[] {
  return found.filter(one => wanted.includes(one) || !optional.includes(one))
}

/** A limit by its date, or where it names none by its words. */
const limitsOf = (deadlines: readonly { text: string; date: string | null }[]): string[] =>
  sorted(deadlines.map(({ text, date }) => date ?? plain(text).replace(/^到|^\d{4}年/, '')))

function compareTask(task: Task, label: LabelledTask): readonly [found: unknown, wanted: unknown] {
  const limits = limitsOf(label.deadlines)
  const targets = targetsOf(label.targets)
  const stated = task.deadlines.filter(({ certainty }) => certainty === 'stated')
  const units = [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits]
  const found = {
    ordinal: task.ordinal,
    title: plain(task.title),
    lead: likeLabelled(task.leadUnits, label.lead),
    support: likeLabelled(task.supportingUnits, label.support),
    responsible: likeLabelled(task.responsibleUnits, label.responsible),
    people: units.filter(unit => label.leaders?.includes(unit)),
    deadlines: without(limitsOf(stated), limits, limitsOf(label.optionalDeadlines ?? [])),
    targets: without(targetsOf(task.targets), targets, targetsOf(label.optionalTargets ?? [])),
  }
  const wanted = {
    ordinal: label.id,
    title: plain(label.title),
    lead: sorted(label.lead.map(plain)),
    support: sorted(label.support.map(plain)),
    responsible: sorted(label.responsible.map(plain)),
    people: [],
    deadlines: limits,
    targets,
  }
  return [found, wanted]
}

/** The reading and the label in one form, fit to be compared as a whole: facts, task ids, then each task. */
export function compareDocument(
  { document, tasks }: ParsedDocument,
  label: LabelledDocument,
): readonly [found: unknown, wanted: unknown] {
  const optional = (label.nonTaskItems ?? []).map(({ id }) => id)
  const ids = label.tasks.map(({ id }) => id)
  const { number, title, issuers, issuedOn, level, region } = document
  const pairs = label.tasks.flatMap(wanted => {
    const task = tasks.find(({ ordinal }) => ordinal === wanted.id)
    return task === undefined ? [] : [compareTask(task, wanted)]
  })
  const found = { number, title, issuers, issuedOn, level, region }
  return [
    {
      ...found,
      ids: without(
        tasks.map(({ ordinal }) => ordinal),
        ids,
        optional,
      ),
      tasks: pairs.map(([one]) => one),
    },
    { ...label.document, ids, tasks: pairs.map(([, other]) => other) },
  ]
}
