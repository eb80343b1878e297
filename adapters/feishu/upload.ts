import * as z from 'zod/mini'
import type { SentFile } from '../../src/core/ports.ts'
import type { Caller } from './call.ts'
import type { ApiRequest } from './platform.ts'
import { SEND_LIMITS } from './send-limits.ts'

const Uploaded = z.object({ data: z.object({ file_key: z.string() }) })

/** Gives the key that a message carries a file by. */
export async function uploadFile(file: SentFile, call: Caller): Promise<string> {
  const { data } = await call({
    name: 'file.create',
    chat: null,
    answer: Uploaded,
    request: requestOf(file),
  })
  return data.file_key
}

/** Kinds of file that a client opens by itself (上传文件), by the ending of the name; any other is a `stream`. */
const FILE_TYPES: ReadonlyMap<string, string> = new Map([
  ['xls', 'xls'],
  ['xlsx', 'xls'],
])

function requestOf({ name, bytes }: SentFile): ApiRequest {
  const ending = /\.(?<ending>\w+)$/u.exec(name)?.groups?.['ending']?.toLowerCase() ?? ''
  return {
    method: 'POST',
    path: '/open-apis/im/v1/files',
    isForm: true,
    timeoutMs: SEND_LIMITS.uploadTimeoutMs,
    data: { file_type: FILE_TYPES.get(ending) ?? 'stream', file_name: name, file: new Blob([new Uint8Array(bytes)]) },
  }
}
