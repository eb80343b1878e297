import * as z from 'zod/mini'
import type { Action, Said, Submission } from '../../src/core/ports.ts'
import { FormValue, readSubmitName } from './form-name.ts'
import { WEBHOOK_LIMITS } from './limits.ts'

/** What a card callback brings back (卡片回传交互回调). A card can be forwarded and is old when it is pressed: all of it is foreign input. */
export const PressedAction = z.object({
  value: z.optional(z.unknown()),
  name: z.optional(z.unknown()),
  form_value: z.optional(z.unknown()),
})
type PressedAction = z.infer<typeof PressedAction>

/** A press without what the platform says about it. */
type Pressed = Bare<Action> | Bare<Said> | Bare<Submission>
type Bare<T> = Omit<T, 'id' | 'speaker'>

const Words = z.string().check(z.maxLength(WEBHOOK_LIMITS.turnLength))

/** What our buttons carry; one that submits a form carries which, beside or in its name. */
const TurnsValue = z.object({
  turns: z.array(Words).check(z.minLength(1), z.maxLength(WEBHOOK_LIMITS.turns)),
  today: z.iso.date(),
})
const SayValue = z.object({ say: Words.check(z.regex(/\S/u)) })

/** What was pressed; null for what no button of ours sends. */
export function readPress(action: PressedAction): Pressed | null {
  const { data: turning } = TurnsValue.safeParse(action.value)
  if (turning) return { kind: 'action', ...turning }
  const { data: saying } = SayValue.safeParse(action.value)
  return saying ? { kind: 'said', text: saying.say } : readSubmission(action)
}

function readSubmission({ value, name, form_value }: PressedAction): Pressed | null {
  const carried = FormValue.safeParse(value).data ?? readSubmitName(name)
  const fields = readFields(form_value ?? {})
  return carried && fields && { kind: 'form', name: carried.form, subject: carried.subject, fields }
}

const FormFields = z.record(z.string().check(z.maxLength(WEBHOOK_LIMITS.formName)), z.unknown())

/**
 * Texts by the names of their fields; null where there is more than a form of ours can hold. A field that was not touched may
 * be absent, empty or null; what is no text (a list, a number) comes from none of our fields.
 */
function readFields(formValue: unknown): Submission['fields'] | null {
  const { data } = FormFields.safeParse(formValue)
  if (!data || Object.keys(data).length > WEBHOOK_LIMITS.fields) return null
  const texts = Object.entries(data).flatMap(([name, value]) => {
    const text = value ?? ''
    return typeof text === 'string' ? [[name, text] as const] : []
  })
  return texts.some(([, text]) => text.length > WEBHOOK_LIMITS.fieldLength) ? null : Object.fromEntries(texts)
}
