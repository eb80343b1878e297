#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { readDocumentFolder } from '../adapters/documents/folder.ts'
import { openLedger } from './app/open-ledger.ts'
import { createAssistant } from './core/dialog/assistant.ts'
import { replyText } from './core/dialog/reply.ts'
import { UnitEntry } from './core/model.ts'

const units = z.array(UnitEntry).parse(JSON.parse(await readFile(new URL('../seeds/units.json', import.meta.url), 'utf8')))
const ledger = await openLedger({ documents: await readDocumentFolder('seeds/documents'), units })
const assistant = createAssistant(ledger)
const [, , verb, ...args] = process.argv
const DOC = {}
if (verb === 'ask') {
  let conversation = null
  for (const q of args) {
    const turn = assistant.ask(q, { today: process.env['ASOF'] ?? '2026-11-22', conversation })
    conversation = turn.conversation
    console.log(`> ${q}`, process.env['V'] ? JSON.stringify({ ...turn.answer.slots }) : '')
    console.log(replyText(turn.reply), '\n')
  }
}
if (verb === 'batch') {
  const lines = (await readFile(args[0] ?? '', 'utf8')).split('\n').filter(l => l.trim())
  for (const line of lines) {
    const { id, q, turns, asOf } = JSON.parse(line)
    let conversation = null
    let turn
    for (const t of turns ?? [q]) {
      turn = assistant.ask(t, { today: asOf ?? '2026-11-22', conversation })
      conversation = turn.conversation
    }
    const a = turn.answer
    console.log(JSON.stringify({ id, kind: a.kind, total: a.total, taskIds: a.kind === 'none' || a.kind === 'help' ? [] : a.tasks.map(t => ledger.tasks[t].id), text: replyText(turn.reply), slots: a.slots }))
  }
}
