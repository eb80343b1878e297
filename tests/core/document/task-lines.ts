import { parseDocument } from '../../../src/core/document/parse-document.ts'
import type { ParsedDocument, Task } from '../../../src/core/model.ts'

export function parse(text: string): ParsedDocument {
  return parseDocument(text, { fileName: '重点任务.txt' })
}

/** 27 标题 | 牵头 / 参与 / 负责 */
function line(task: Task): string {
  const units = [task.leadUnits, task.supportingUnits, task.responsibleUnits].map(names => names.join('、'))
  return `${task.ordinal} ${task.title} | ${units.join(' / ')}`
}

/** Every task of a text on a line. */
export function taskLines(text: string): string[] {
  return parse(text).tasks.map(line)
}
