import { COMPONENTS, type Component, ROOT_TAGS } from './card-components.ts'
import { buttonProblems, chartProblems, formProblems, inputProblems, selectProblems } from './card-fields.ts'
import { componentsIn, isBehaviour, isRecord, isText, type Problem, tableProblems } from './card-values.ts'

/** 卡片 JSON 2.0 版本更新说明; 表格: the page says 5, the platform's own plugin falls back above 3 (larksuite/openclaw-lark#65). */
export const CARD_LIMITS = { bytes: 30 * 1024, elements: 200, tables: 3, charts: 5, nesting: 5 } as const

const TOP = ['schema', 'config', 'header', 'body', 'card_link']
const CONFIG = [
  ...['update_multi', 'width_mode', 'enable_forward', 'enable_forward_interaction', 'summary', 'streaming_mode'],
  ...['locales', 'style'],
]
const HEADER = ['title', 'subtitle', 'template', 'text_tag_list', 'icon', 'padding']
const BODY = ['direction', 'padding', 'horizontal_spacing', 'vertical_spacing', 'horizontal_align', 'elements']
const EVERYWHERE = ['tag', 'element_id', 'margin']

/**
 * What Feishu would refuse a card for, each as its 230099 says it: `ErrCode: 200861; ErrPath: ROOT -> body -> …; ErrMsg: …`.
 * Empty where the card would be shown.
 */
export function checkCard(card: unknown): readonly string[] {
  if (!isRecord(card)) return [written({ code: 200673, path: 'ROOT', message: 'card is not an object' })]
  return [...topProblems(card), ...partProblems(card), ...elementProblems(card), ...limitProblems(card)].map(written)
}

const written = ({ code, path, message }: Problem): string => `ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${message}`

function topProblems(card: Readonly<Record<string, unknown>>): readonly Problem[] {
  const schema = card['schema'] === '2.0' ? [] : [{ code: 200673, path: 'ROOT', message: 'schema is not "2.0"' }]
  return [...schema, ...unknownAttributes(card, TOP, 'ROOT')]
}

function partProblems({ config, header, body }: Readonly<Record<string, unknown>>): readonly Problem[] {
  return [
    ...configProblems(config),
    ...(header === undefined ? [] : headerProblems(header)),
    ...(isRecord(body) ? unknownAttributes(body, BODY, 'ROOT -> body') : [missing('ROOT', 'body')]),
  ]
}

function configProblems(config: unknown): readonly Problem[] {
  if (!isRecord(config)) return [missing('ROOT', 'config')]
  const { summary, update_multi: shared } = config
  const preview = isRecord(summary) ? summary['content'] : undefined
  return [
    ...unknownAttributes(config, CONFIG, 'ROOT -> config'),
    ...(shared === true ? [] : [{ code: 200673, path: 'ROOT -> config', message: 'update_multi must be true' }]),
    ...(typeof preview === 'string' && preview.trim() !== '' ? [] : [missing('ROOT -> config', 'summary.content')]),
  ]
}

function headerProblems(header: unknown): readonly Problem[] {
  if (!isRecord(header)) return [missing('ROOT', 'header')]
  const title = isText(header['title']) ? [] : [missing('ROOT -> header', 'title')]
  return [...unknownAttributes(header, HEADER, 'ROOT -> header'), ...title]
}

const missing = (path: string, name: string): Problem => ({ code: 200673, path, message: `${name} is required` })

const unknownAttributes = (
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
): readonly Problem[] =>
  Object.keys(value)
    .filter(name => !known.includes(name))
    .map(name => ({ code: 200621, path, message: `unknown attribute ${name}` }))

function elementProblems({ body }: Readonly<Record<string, unknown>>): readonly Problem[] {
  const elements = isRecord(body) ? body['elements'] : undefined
  return childProblems(elements, { path: 'ROOT -> body -> elements', tags: ROOT_TAGS, depth: 0 })
}

interface Place {
  readonly path: string
  /** Tags allowed here. */
  readonly tags: readonly string[]
  /** Containers around it. */
  readonly depth: number
}

function childProblems(children: unknown, place: Place): readonly Problem[] {
  if (!Array.isArray(children)) return [missing(place.path, 'a list of elements')]
  return children.flatMap((child, i) => componentProblems(child, { ...place, path: `${place.path} -> [${i}]` }))
}

function componentProblems(value: unknown, { path, tags, depth }: Place): readonly Problem[] {
  if (!isRecord(value)) return [missing(path, 'an element')]
  const tag = String(value['tag'])
  const here = `${path}(tag: ${tag})`
  const component = COMPONENTS[tag]
  if (!component) return [{ code: 200861, path: here, message: `tag ${tag} is not supported in schema 2.0` }]
  if (!tags.includes(tag)) return [{ code: 200861, path: here, message: `tag ${tag} is not allowed here` }]
  const nesting = depth + (component.container ? 1 : 0)
  const tooDeep = nesting > CARD_LIMITS.nesting ? [{ code: 11310, path: here, message: 'nested too deep' }] : []
  return [
    ...tooDeep,
    ...attributeProblems(value, component, here),
    ...(OWN_RULES[tag]?.(value, here) ?? []),
    ...innerProblems(value, component, { path: here, depth: nesting }),
  ]
}

/** What else is asked of a component than its attributes. */
const OWN_RULES: Readonly<
  Record<string, (value: Readonly<Record<string, unknown>>, path: string) => readonly Problem[]>
> = {
  table: tableProblems,
  button: buttonProblems,
  input: inputProblems,
  select_static: selectProblems,
  chart: chartProblems,
  form: formProblems,
}

function attributeProblems(
  value: Readonly<Record<string, unknown>>,
  { required, optional }: Component,
  path: string,
): readonly Problem[] {
  const { behaviors = [], content = '' } = value
  const behave = Array.isArray(behaviors) && behaviors.every(isBehaviour)
  return [
    ...required.filter(name => value[name] === undefined).map(name => missing(path, name)),
    ...unknownAttributes(value, [...EVERYWHERE, ...required, ...optional], path),
    ...(behave ? [] : [{ code: 200340, path, message: 'a behavior is no callback with an object, and no open_url' }]),
    ...(typeof content === 'string' ? [] : [{ code: 200621, path, message: 'content must be a string' }]),
  ]
}

function innerProblems(
  value: Readonly<Record<string, unknown>>,
  { children = {} }: Component,
  { path, depth }: Omit<Place, 'tags'>,
): readonly Problem[] {
  return Object.entries(children).flatMap(([name, tags]) => {
    const child = value[name]
    const place = { path: `${path} -> ${name}`, tags, depth }
    if (child === undefined) return []
    return Array.isArray(child) || name === 'elements' || name === 'columns'
      ? childProblems(child, place)
      : componentProblems(child, place)
  })
}

function limitProblems(card: Readonly<Record<string, unknown>>): readonly Problem[] {
  const parts = componentsIn(card)
  const tables = parts.filter(({ tag }) => tag === 'table').length
  const charts = parts.filter(({ tag }) => tag === 'chart').length
  const bytes = cardBytes(card)
  const over = (message: string): Problem => ({ code: 11310, path: 'ROOT', message })
  return [
    ...(bytes > CARD_LIMITS.bytes ? [over(`card is ${bytes} bytes`)] : []),
    ...(parts.length > CARD_LIMITS.elements ? [over(`card has ${parts.length} elements`)] : []),
    ...(charts > CARD_LIMITS.charts ? [over(`card has ${charts} charts`)] : []),
    ...(tables > CARD_LIMITS.tables ? [over(`card has ${tables} tables`)] : []),
    ...repeated(parts, 'name', 200530),
    ...repeated(parts, 'element_id', 11310),
    ...parts.flatMap(({ element_id: id }) => (id === undefined || ELEMENT_ID.test(String(id)) ? [] : [over(`${id}`)])),
  ]
}

const ELEMENT_ID = /^[A-Za-z][A-Za-z0-9_]{0,19}$/u

function repeated(parts: readonly Readonly<Record<string, unknown>>[], key: string, code: number): readonly Problem[] {
  const names = parts.flatMap(part => (part[key] === undefined ? [] : [String(part[key])]))
  return names
    .filter((name, i) => names.indexOf(name) !== i || name === '')
    .map(name => ({ code, path: 'ROOT', message: `${key} ${name} is empty or not unique` }))
}

/** Size of a card as it is sent, in bytes of UTF-8. */
export const cardBytes = (card: unknown): number => new TextEncoder().encode(JSON.stringify(card)).length
