import { componentsIn, isRecord, isText, type Problem } from './card-values.ts'

type Value = Readonly<Record<string, unknown>>
type Check = readonly [passes: boolean, code: number, message: string]

const failed = (checks: readonly Check[], path: string): readonly Problem[] =>
  checks.flatMap(([passes, code, message]) => (passes ? [] : [{ code, path, message }]))

const isOneOf = (value: unknown, allowed: readonly unknown[]): boolean => value === undefined || allowed.includes(value)

const BUTTON_TYPES = [
  ...['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled'],
  'laser',
]

/** 按钮 */
export const buttonProblems = ({ type, size, form_action_type }: Value, path: string): readonly Problem[] =>
  failed(
    [
      [isOneOf(type, BUTTON_TYPES), 200621, `button type ${type}`],
      [isOneOf(size, ['tiny', 'small', 'medium', 'large']), 200621, `button size ${size}`],
      [isOneOf(form_action_type, ['submit', 'reset']), 200621, `form_action_type ${form_action_type}`],
    ],
    path,
  )

const LONGEST_INPUT = 1000

/** 输入框 */
export function inputProblems(input: Value, path: string): readonly Problem[] {
  const { input_type, label_position, rows = 1, max_length = LONGEST_INPUT, default_value = '' } = input
  const isLength = Number.isInteger(max_length) && Number(max_length) >= 1 && Number(max_length) <= LONGEST_INPUT
  const fits = typeof default_value === 'string' && [...default_value].length <= Number(max_length)
  return failed(
    [
      [isOneOf(input_type, ['text', 'multiline_text', 'password']), 200621, `input_type ${input_type}`],
      [isOneOf(label_position, ['top', 'left']), 200621, `label_position ${label_position}`],
      [Number.isInteger(rows) && Number(rows) >= 1, 200621, 'rows must be a whole number from 1'],
      [isLength, 200621, 'max_length is 1 to 1000'],
      [fits, 200621, 'default_value is no text or exceeds max_length'],
    ],
    path,
  )
}

const hasTexts = (values: unknown, fields: readonly unknown[]): boolean =>
  Array.isArray(values) &&
  values.length > 0 &&
  values.every(row => isRecord(row) && fields.every(field => ['string', 'number'].includes(typeof row[String(field)])))

/** 图表: a specification the client can draw without asking for anything. */
export function chartProblems({ chart_spec: spec, aspect_ratio: ratio }: Value, path: string): readonly Problem[] {
  const { type, data, xField, yField } = isRecord(spec) ? spec : {}
  const values = isRecord(data) ? data['values'] : undefined
  return failed(
    [
      [typeof type === 'string', 200550, 'chart_spec is no object with a type'],
      [hasTexts(values, [xField, yField].flat()), 200550, 'data.values lack what xField or yField names'],
      [isOneOf(ratio, ['1:1', '2:1', '4:3', '16:9']), 200621, `aspect_ratio ${ratio}`],
    ],
    path,
  )
}

const isOption = (option: unknown): option is { readonly value: string } =>
  isRecord(option) &&
  isText(option['text']) &&
  typeof option['value'] === 'string' &&
  Object.keys(option).every(key => ['text', 'value', 'icon'].includes(key))

/** 下拉选择-单选 */
export function selectProblems({ options, initial_option }: Value, path: string): readonly Problem[] {
  const listed = Array.isArray(options) ? options : []
  const values = listed.filter(isOption).map(({ value }) => value)
  return failed(
    [
      [listed.length > 0, 200621, 'a selection needs options'],
      [values.length === listed.length, 200621, 'an option has no text, no value, or an unknown attribute'],
      [new Set(values).size === values.length, 200621, 'values of options repeat'],
      [isOneOf(initial_option, values), 200621, 'initial_option is no option'],
    ],
    path,
  )
}

const NAMED = [
  ...['button', 'input', 'select_static', 'multi_select_static', 'select_person', 'multi_select_person', 'checker'],
  ...['date_picker', 'picker_time', 'picker_datetime'],
]

/** 表单容器 */
export function formProblems({ elements }: Value, path: string): readonly Problem[] {
  const parts = componentsIn(elements)
  const nameless = parts.filter(({ tag, name }) => NAMED.includes(String(tag)) && (name === undefined || name === ''))
  const submits = parts.some(({ tag, form_action_type }) => tag === 'button' && form_action_type === 'submit')
  return failed(
    [
      [nameless.length === 0, 200530, `${nameless.length} of the form have no name`],
      [submits, 200621, 'a form needs a button that submits it'],
    ],
    path,
  )
}
