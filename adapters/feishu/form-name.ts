import * as z from 'zod/mini'
import { asciiOf, fromAscii } from './base64.ts'
import { parseJson } from './json.ts'
import { WEBHOOK_LIMITS } from './limits.ts'

/** Which form, about what: what a submit button carries, as its value and in its name. */
export const FormValue = z.object({
  form: z.string().check(z.minLength(1), z.maxLength(WEBHOOK_LIMITS.formName)),
  subject: z.string().check(z.maxLength(WEBHOOK_LIMITS.subjectLength)),
})

export type FormValue = Readonly<z.infer<typeof FormValue>>

const PREFIX = 'submit_'

/** The name of a submit button: some clients leave out its value (卡片回传交互回调 promises the name alone). ASCII, as in the page's examples. */
export const submitName = (value: FormValue): string => `${PREFIX}${asciiOf(JSON.stringify(value))}`

/** What `submitName` wrote; null for anything else. */
export function readSubmitName(name: unknown): FormValue | null {
  if (typeof name !== 'string' || !name.startsWith(PREFIX)) return null
  const json = fromAscii(name.slice(PREFIX.length))
  return json === null ? null : (FormValue.safeParse(parseJson(json)).data ?? null)
}
