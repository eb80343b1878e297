import { DubanError } from '../../src/core/errors.ts'

/** A file of the ledger cannot be trusted or understood. It is left as it is: somebody has to look at it first. */
export class LedgerFileError extends DubanError {
  readonly file: string

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super('ledger_file', `台账文件 ${file} ${problem}`, options)
    this.file = file
  }
}

/** A newer program wrote it: this one would lose what it does not know. */
export function newerVersion(file: string, found: number, known: number): LedgerFileError {
  return new LedgerFileError(
    file,
    `由更新版本的督办写成（格式 ${found}，本程序只认到 ${known}），未作任何改动。请升级程序。`,
  )
}
