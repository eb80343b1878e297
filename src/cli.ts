#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { basename, extname } from 'node:path'
import { loadEnvFile } from 'node:process'
import { fileURLToPath } from 'node:url'
import { readArguments, USAGE, UsageError, type Values } from '../adapters/terminal/arguments.ts'
import { readList, readText, writeNewFile, writeOver } from '../adapters/terminal/files.ts'
import type { RosterOptions, RosterOutcome } from './app/roster.ts'
import { todayOf } from './app/today.ts'
import { DubanError } from './core/errors.ts'
import type { SentFile, Store } from './core/ports.ts'
import type { SheetRow } from './core/progress/sheet.ts'

// Everything else is imported by the verb that needs it, after this: compiled once, a cold start takes half as long.
enableCompileCache()

const SEED_DOCUMENTS = fileURLToPath(new URL('../seeds/documents', import.meta.url))
const clock = { now: () => new Date() }

const VERBS: Readonly<Record<string, (args: readonly string[], values: Values) => Promise<void>>> = {
  parse,
  ask,
  chat,
  import: importFiles,
  export: exportFile,
  people,
  chats,
  remind,
  migrate,
  serve: async () => {
    await import('./node.ts')
  },
  help: async () => print(USAGE),
}

async function main(): Promise<void> {
  if (existsSync('.env')) loadEnvFile('.env')
  const { values, positionals } = readArguments()
  const [verb = 'help', ...args] = positionals
  const run = values.help ? VERBS['help'] : VERBS[verb]
  if (!run) throw new UsageError(`没有“${verb}”这个命令。\n${USAGE}`)
  await run(args, values)
}

async function parse(files: readonly string[], values: Values): Promise<void> {
  if (files.length === 0) throw new UsageError('请给出要读的文件：duban parse 文件…')
  const { parseDocument } = await import('./core/document/parse-document.ts')
  const { importReport } = await import('./core/document/import-report.ts')
  const allowClassified = values['allow-classified'] === true
  const parsed = await Promise.all(
    files.map(async file => parseDocument(await readText(file), { fileName: basename(file), allowClassified })),
  )
  print(values.json ? JSON.stringify(parsed.length === 1 ? parsed[0] : parsed) : parsed.map(importReport).join('\n\n'))
}

async function ask(words: readonly string[], values: Values): Promise<void> {
  const today = dayOf(values['as-of'])
  if (values.batch !== undefined) return askBatch(values.batch, today, values)
  if (words.length === 0) throw new UsageError('请写出问题：duban ask 省教育厅牵头哪些任务')
  const question = words.join(' ')
  const { ledger, assistant, progressOn } = await openAssistant(values.documents)
  const { ifAny } = await import('./app/progress-by-day.ts')
  const { answerJson } = await import('./core/dialog/answer-json.ts')
  const { replyText } = await import('./core/dialog/reply.ts')
  const turn = assistant.ask(question, { today, progress: ifAny(progressOn(today)) })
  print(values.json ? JSON.stringify(answerJson(ledger, question, turn)) : replyText(turn.reply))
}

async function askBatch(file: string, today: string, values: Values): Promise<void> {
  const lines = await readText(file)
  const { answerBatch } = await import('./app/answer-batch.ts')
  const opened = await openAssistant(values.documents)
  for (const answer of answerBatch(lines, { ...opened, today })) print(JSON.stringify(answer))
}

/** Who sits at the terminal owns the machine, and is an administrator. */
const HERE = 'local'

async function chat(_args: readonly string[], values: Values): Promise<void> {
  const { chatInTerminal } = await import('../adapters/terminal/chat.ts')
  const { createTerminalAdapter } = await import('../adapters/terminal/index.ts')
  const { silentLog } = await import('../adapters/log/silent.ts')
  const { sheetFile } = await import('../adapters/export/sheet-file.ts')
  const { createWorkCalendar } = await import('../adapters/calendar/chinese-days.ts')
  const { readSeeds } = await import('../adapters/documents/seeds.ts')
  const { createTalk } = await import('./app/talk.ts')
  const { readRights } = await import('./server/config.ts')
  const { admins, ...rights } = readRights(process.env)
  const store = await openStore('on-demand')
  const ledger = await readLedger(values.documents, store)
  const adapter = createTerminalAdapter({ write: text => process.stdout.write(text), folder: '.' })
  const calendar = createWorkCalendar((await readSeeds()).workdays)
  const parts = { adapter, store, ledger, clock, calendar, log: silentLog, sheetFile, ...rights }
  const talk = createTalk(HERE, { ...parts, admins: [...admins, `${adapter.name}:${HERE}`] })
  await chatInTerminal({
    greeting: `督办台账：${ledger.documents.length}个文件，${ledger.tasks.length}项任务。请提问，例如“省教育厅牵头哪些任务”；报进展先绑定单位，例如“绑定 省能源局”；退出按 Ctrl-D。`,
    hear: text => talk.hear(text).catch(tellWhyNot),
  })
  await store.close()
}

function tellWhyNot(error: unknown): void {
  if (!(error instanceof DubanError)) throw error
  const isServed = error.code === 'ledger_locked'
  print(
    `${isServed ? '另一个督办进程（一般是服务）正在用这份台账，这里只能提问，没有写入；报进展请在飞书里说，或停了服务再来。' : error.message}\n`,
  )
}

async function importFiles(files: readonly string[], values: Values): Promise<void> {
  if (files.length === 0) throw new UsageError('请给出要导入的文件：duban import 文件…')
  const { importReport } = await import('./core/document/import-report.ts')
  const { importDocument } = await import('./app/import-document.ts')
  const { createNodejiebaSegmenter } = await import('../adapters/segmenter/nodejieba.ts')
  const store = await openStore('write')
  const options = {
    store,
    openSegmenter: createNodejiebaSegmenter,
    allowClassified: values['allow-classified'] === true,
  }
  try {
    for (const file of files) {
      const source = { fileName: basename(file), text: await readText(file) }
      print(importReport((await importDocument(source, options)).parsed))
    }
  } finally {
    await store.close()
  }
}

async function exportFile(_args: readonly string[], values: Values): Promise<void> {
  const { unit, document, out } = values
  const format = formatOf(values)
  const today = dayOf(values['as-of'])
  const { exportLedger } = await import('./app/export-ledger.ts')
  const { progressByDay } = await import('./app/progress-by-day.ts')
  const store = await openStore('read')
  const ledger = await readLedger(values.documents, store)
  const { title, rows } = exportLedger({ unit, document }, ledger, (await progressByDay(ledger, store))(today))
  const bytes = await FORMATS[format](rows, title)
  if (out === '-') process.stdout.write(bytes)
  else print(`已导出${title}，共${rows.length}项：${await writeOut(out, { name: `台账.${format}`, bytes })}`)
}

const FORMATS = {
  xlsx: async (rows: readonly SheetRow[], title: string) =>
    (await import('../adapters/export/xlsx.ts')).toXlsx(rows, { title }),
  csv: async (rows: readonly SheetRow[]) => (await import('../adapters/export/csv.ts')).toCsv(rows),
}

/** As asked, else as the file's name ends. */
function formatOf({ format, out = '' }: Values): keyof typeof FORMATS {
  const wanted = format ?? (extname(out) === '.csv' ? 'csv' : 'xlsx')
  if (wanted !== 'xlsx' && wanted !== 'csv') throw new UsageError(`--format 只能是 xlsx 或 csv，不是“${wanted}”。`)
  if (wanted === 'xlsx' && out === '-') throw new UsageError('xlsx 不能写到标准输出，请用 --format csv，或给出文件名。')
  return wanted
}

/** Writes over a name that was asked for only. */
async function writeOut(out: string | undefined, { name, bytes }: SentFile): Promise<string> {
  if (out === undefined) return writeNewFile('.', name, bytes)
  await writeOver(out, bytes)
  return out
}

async function people(files: readonly string[], values: Values): Promise<void> {
  await importRoster('people', { files, values, importText: (await import('./app/import-people.ts')).importPeople })
}

async function chats(files: readonly string[], values: Values): Promise<void> {
  await importRoster('chats', { files, values, importText: (await import('./app/import-chats.ts')).importChats })
}

interface RosterJob {
  readonly files: readonly string[]
  readonly values: Values
  readonly importText: (text: string, options: RosterOptions) => Promise<RosterOutcome>
}

async function importRoster(verb: string, { files: [file, ...others], values, importText }: RosterJob): Promise<void> {
  if (file === undefined || others.length > 0) throw new UsageError(`请给出一个名单：duban ${verb} 名单.csv`)
  const text = await readList(file)
  const store = await openStore('on-demand')
  try {
    const { rows, written } = await importText(text, {
      ledger: await readLedger(values.documents, store),
      store,
      clock,
    })
    print(
      [`读了${rows}行，写入${written.length}条${written.length === 0 ? '，都已是这样' : ''}。`, ...written].join('\n'),
    )
  } finally {
    await store.close()
  }
}

async function remind(_args: readonly string[], values: Values): Promise<void> {
  const day = dayOf(values['as-of'])
  const { remindersJson, remindersOn, remindersText } = await import('./app/remind.ts')
  const { createWorkCalendar } = await import('../adapters/calendar/chinese-days.ts')
  const { readSeeds } = await import('../adapters/documents/seeds.ts')
  const store = existsSync((await ledgerPlace()).data) ? await openStore('read') : undefined
  const ledger = await readLedger(values.documents, store)
  const calendar = createWorkCalendar((await readSeeds()).workdays)
  const reminders = await remindersOn(day, { ledger, calendar, ...(store ? { store } : {}) })
  print(values.json ? JSON.stringify(remindersJson(reminders)) : remindersText(reminders))
}

type StoreName = 'lowdb' | 'sqlite'

async function migrate(_args: readonly string[], { from, to }: Values): Promise<void> {
  if (!isStoreName(from) || !isStoreName(to) || from === to) {
    throw new UsageError('请写明从哪种存储搬到哪种：duban migrate --from lowdb --to sqlite（或反过来）')
  }
  const { migrateLedger } = await import('../adapters/store/migrate.ts')
  const [source, target] = [await ledgerPlace(from), await ledgerPlace(to)]
  const counted = await migrateLedger(source, target)
  print(`${source.data} 已搬到 ${target.data}，原文件没有改动：`)
  for (const one of counted) print(`  ${one.what} ${one.from} → ${one.to}`)
  print(`请在 .env 里写上 DUBAN_STORE=${to} 再启动。`)
}

const isStoreName = (name: string | undefined): name is StoreName => name === 'lowdb' || name === 'sqlite'

/** Of a folder named on the command line no progress is known. */
async function openAssistant(folder: string | undefined) {
  const { createAssistant } = await import('./core/dialog/assistant.ts')
  const { progressByDay } = await import('./app/progress-by-day.ts')
  const store = folder === undefined && existsSync((await ledgerPlace()).data) ? await openStore('read') : undefined
  const ledger = await readLedger(folder, store)
  return { ledger, assistant: createAssistant(ledger), progressOn: await progressByDay(ledger, store) }
}

/** A folder named on the command line is the whole ledger; else what was imported counts too. */
async function readLedger(folder: string | undefined, store: Store | undefined) {
  const { openLedger } = await import('./app/open-ledger.ts')
  const { readDocumentFolder } = await import('../adapters/documents/folder.ts')
  const { readSeeds } = await import('../adapters/documents/seeds.ts')
  const documents = await readDocumentFolder(folder ?? (process.env['DUBAN_DOCUMENTS'] || SEED_DOCUMENTS))
  const imported = folder === undefined && store ? { store } : {}
  return openLedger({ documents, ...(await readSeeds()), ...imported })
}

const ledgerPlace = async (store?: StoreName) =>
  (await import('./server/config.ts')).readLedgerPlace(process.env, store)

/** `on-demand` leaves the ledger to a server that may run beside; the first change takes it. */
async function openStore(mode: 'read' | 'write' | 'on-demand') {
  return (await import('../adapters/store/open.ts')).openStore(await ledgerPlace(), { mode })
}

function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return todayOf(clock)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw new UsageError(`--as-of 要写成 YYYY-MM-DD，不是“${asOf}”。`)
  }
  return asOf
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

// Who has seen enough of the output (| head) is no fault of ours.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})

await main().catch((error: unknown) => {
  console.error(error instanceof DubanError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
