import { type ParseArgsConfig, parseArgs } from 'node:util'
import { DubanError } from '../../src/core/errors.ts'

/** What the command line can do, for who asks or has it wrong. */
export const USAGE = `用法：
  duban chat                                  在终端里提问、报进展
  duban ask 问题 [--as-of YYYY-MM-DD] [--json]  问一个问题
  duban ask --batch 文件.jsonl                 逐行回答 {"id","q"} 或 {"id","turns"}
  duban parse 文件… [--json]                   读文件，打印任务或核对报告
  duban import 文件…                           把文件导入台账（DUBAN_DATA）
  duban export [--unit 单位] [--document 文件] [--format xlsx|csv] [--out 文件]
                                              导出台账（默认 台账.xlsx；--format csv --out - 写到标准输出）
  duban people 名单.csv                        导入人员：编号，姓名，单位，角色（联络员、督查室、管理员、解除）
  duban chats 名单.csv                         导入工作群：群编号，单位
  duban remind [--as-of YYYY-MM-DD] [--json]  预览某天（默认今天）会提醒谁、说什么、为什么；
                                              只读，不发送不写入（可加 --dry-run 写明，结果一样）；发送由服务办理
  duban migrate --from lowdb --to sqlite      把台账搬到另一种存储（或反过来），原文件不动
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
  unit: { type: 'string' },
  document: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

/** Wrong use of the command line: exit 2, where a job that failed exits 1. */
export class UsageError extends DubanError {
  constructor(message: string) {
    super('usage', message)
  }
}

/** What was given with the options. */
export type Values = ReturnType<typeof readArguments>['values']

/** The command line: a verb with its arguments, and options. Throws `UsageError`. */
export function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`)
  }
}
