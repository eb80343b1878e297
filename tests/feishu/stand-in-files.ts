import { type ApiAnswer, type ApiRequest, type Endpoint, ok, record, refused } from './stand-in-answers.ts'

/** A file as it was uploaded. */
export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A file among the fields of a `multipart/form-data` body. */
interface UploadedPart {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** 上传文件 */
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']
const MAX_BYTES = 30 * 1024 * 1024

/** The files of the platform: uploaded, then sent by their keys. */
export function createFiles() {
  const files = new Map<string, UploadedFile>()

  const upload = ({ headers, body }: ApiRequest): ApiAnswer => {
    const { file_type: type, file_name: name, file } = record(body)
    if (!headers['content-type']?.startsWith('multipart/form-data')) return refused(234001, 'Invalid request param.')
    if (typeof type !== 'string' || !FILE_TYPES.includes(type))
      return refused(234001, 'Invalid request param: file_type')
    if (typeof name !== 'string' || name === '') return refused(234001, 'Invalid request param: file_name')
    if (!isPart(file)) return refused(234001, 'Invalid request param: file')
    if (file.bytes.length === 0) return refused(234010, "File's size can't be 0.")
    if (file.bytes.length > MAX_BYTES) return refused(234006, 'The file size exceed the max value.')
    const key = `file_v3_${files.size + 1}`
    files.set(key, { name, type, bytes: file.bytes })
    return ok({ data: { file_key: key } })
  }

  const endpoints: readonly Endpoint[] = [['POST', /^\/open-apis\/im\/v1\/files$/, upload]]
  return { files, endpoints }
}

const isPart = (value: unknown): value is UploadedPart => record(value)['bytes'] instanceof Uint8Array

/** The fields of a form by their names. Throws for a body that is none. */
export async function readMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<unknown> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  const fields = await Promise.all(
    [...form].map(async ([name, value]) => [name, typeof value === 'string' ? value : await partOf(value)] as const),
  )
  return Object.fromEntries(fields)
}

const partOf = async (file: File): Promise<UploadedPart> => ({
  fileName: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})
