#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { todayOf } from './app/today.ts'
import { DubanError } from './core/errors.ts'

// Everything else is imported by the verb that needs it, after this: compiled once, a cold start takes half as long.
enableCompileCache()

const USAGE = `用法：
  duban chat                                  在终端里提问
  duban ask 问题 [--as-of YYYY-MM-DD] [--json]  问一个问题
  duban ask --batch 文件.jsonl                 逐行回答 {"id","q"} 或 {"id","turns"}
  duban parse 文件… [--json]                   读文件，打印任务或核对报告
  duban import 文件…                           把文件导入台账（DUBAN_DATA）
  duban serve                                 启动服务（npm start）
选项：
  --documents 目录     文件所在目录（默认 DUBAN_DOCUMENTS 或 seeds/documents）
  --allow-classified  读标有密级的文件`

const OPTIONS = {
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  documents: { type: 'string' },
  batch: { type: 'string' },
  'allow-classified': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

const SEED_DOCUMENTS = fileURLToPath(new URL('../seeds/documents', import.meta.url))
const clock = { now: () => new Date() }

/** Wrong use of the command line: exit 2, where a job that failed exits 1. */
class UsageError extends DubanError {
  constructor(message: string) {
    super('usage', message)
  }
}

type Values = ReturnType<typeof readArguments>['values']

const VERBS: Readonly<Record<string, (args: readonly string[], values: Values) => Promise<void>>> = {
  parse,
  ask,
  chat,
  import: importFiles,
  serve: async () => {
    await import('./node.ts')
  },
  help: async () => print(USAGE),
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  const [verb = 'help', ...args] = positionals
  const run = values.help ? VERBS['help'] : VERBS[verb]
  if (!run) throw new UsageError(`没有“${verb}”这个命令。\n${USAGE}`)
  await run(args, values)
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`)
  }
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
  const { ledger, assistant } = await openAssistant(values.documents)
  const { answerJson } = await import('./core/dialog/answer-json.ts')
  const { replyText } = await import('./core/dialog/reply.ts')
  const turn = assistant.ask(question, { today })
  print(values.json ? JSON.stringify(answerJson(ledger, question, turn)) : replyText(turn.reply))
}

async function askBatch(file: string, today: string, values: Values): Promise<void> {
  const lines = await readText(file)
  const { answerBatch } = await import('./app/answer-batch.ts')
  const { ledger, assistant } = await openAssistant(values.documents)
  for (const answer of answerBatch(lines, { ledger, assistant, today })) print(JSON.stringify(answer))
}

async function chat(_args: readonly string[], values: Values): Promise<void> {
  const { chatInTerminal } = await import('../adapters/terminal/chat.ts')
  const { createConverse } = await import('./app/converse.ts')
  const { replyText } = await import('./core/dialog/reply.ts')
  const { ledger, assistant } = await openAssistant(values.documents)
  const converse = createConverse({ assistant, clock })
  await chatInTerminal({
    greeting: `督办台账：${ledger.documents.length}个文件，${ledger.tasks.length}项任务。请提问，例如“省教育厅牵头哪些任务”；退出按 Ctrl-D。`,
    answer: async question =>
      replyText((await converse.answer(question, { chat: 'terminal', person: 'terminal' })).reply),
  })
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

/** A folder named on the command line is the whole ledger; else what was imported counts too. */
async function openAssistant(folder: string | undefined) {
  const { createAssistant } = await import('./core/dialog/assistant.ts')
  const { openLedger } = await import('./app/open-ledger.ts')
  const { readDocumentFolder } = await import('../adapters/documents/folder.ts')
  const { readSeeds } = await import('../adapters/documents/seeds.ts')
  const documents = await readDocumentFolder(folder ?? (process.env['DUBAN_DOCUMENTS'] || SEED_DOCUMENTS))
  const imported = folder === undefined && existsSync(dataFile()) ? { store: await openStore('read') } : {}
  const ledger = await openLedger({ documents, ...(await readSeeds()), ...imported })
  return { ledger, assistant: createAssistant(ledger) }
}

const dataFile = () => process.env['DUBAN_DATA'] || 'data/duban.json'

async function openStore(mode: 'read' | 'write') {
  const { createLowdbStore } = await import('../adapters/store/lowdb.ts')
  return createLowdbStore(dataFile(), { mode })
}

function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return todayOf(clock)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw new UsageError(`--as-of 要写成 YYYY-MM-DD，不是“${asOf}”。`)
  }
  return asOf
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new DubanError('read_file', `读不到文件 ${file}。`, { cause })
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main().catch((error: unknown) => {
  console.error(error instanceof DubanError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
