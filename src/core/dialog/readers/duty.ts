import type { UnitReading } from '../../units/unit.ts'
import type { Found, Reader } from '../reading.ts'
import type { Role, UnitLogic, UnitTerm } from '../slots.ts'

/** Role words, longest first; 负责 covers lead and responsible (design §6.2). */
const ROLE_WORDS: readonly (readonly [Role, string])[] = [
  ['lead', '牵头抓总|牵头负责|牵头单位|牵头部门|牵头|主办单位|主办|领衔|挑头'],
  ['support', '参与单位|参与部门|配合单位|配合部门|协办单位|协同单位|参加|参与|参予|配合|协办|协助|协同|会同'],
  ['charge', '责任单位|责任部门|负责单位|主责|负责|承担|承办|主管|分管'],
  ['any', '也在里面|也在内|也在列|也有份|也有|在列'],
]

const ROLE = new RegExp(
  `(?<not>不是?|没有?|未|并非|非)?(?:由|在|要|需要?|应当?)?(?:${ROLE_WORDS.map(([role, words]) => `(?<${role}>${words})`).join('|')})(?:了|的|着|过)?`,
  'gu',
)

/** Either word alone asks for both roles: 牵头或参与. */
const ALL = /都|共同|同时|一起|均|联合|一同|也在|也有/u
const ANY = /或者?|任一|任何一个/u
const EXCEPT_BEFORE =
  /(?:除去?了?|除开|去掉|剔除|不含|不包括|不要|排除|扣除|不(?:是|由|归)|非)(?:了|掉)?(?:有|跟|和|与|由)?$/u

interface RoleWord {
  readonly start: number
  readonly end: number
  readonly role: Role
  readonly not: boolean
}

/** 省教育厅牵头、省科技厅参与: the units a question names, each with its role. */
export const readDuties: Reader = (text, { ledger }) => {
  const units = ledger.units.read(text)
  const roles = roleWords(text)
  if (units.length === 0) return [...commonRole(roles), ...bodiesAbove(text, roles)]
  const common = onlyRole(roles)
  const terms = units.flatMap((_, place) => allRoles(unitTerms({ text, units, roles, common }, place)))
  const pasted = units.length > 1 && PASTED.test(text.slice(0, units[0]?.start))
  const role = pasted && common === 'charge' ? 'any' : sharedRole(text, units, common)
  const says = { units: terms, role, unitLogic: pasted ? 'all' : logicOf(text, terms) } as const
  return [...[...units, ...roles].map(({ start, end }) => ({ start, end, says: {} })), { start: 0, end: 0, says }]
}

/** （县水利局、县应急局负责）: an annotation pasted from a document names all of its units. */
const PASTED = /\([^()]*$/u

/** 省委, 市政府: bodies that give tasks and are given none; asked as a unit they are one the ledger has not. */
const BODY_ABOVE =
  /(?:山东|[\p{sc=Han}]{2}(?=市|县))?(?:省|市|县|区)(?:委(?:省政府|市政府|县政府)?|政府)(?=[、和的要都]?)/u

function bodiesAbove(text: string, roles: readonly RoleWord[]): readonly Found[] {
  const body = roles.length > 0 ? BODY_ABOVE.exec(text) : null
  if (!body || roles.every(({ start }) => start !== body.index + body[0].length)) return []
  const term = {
    text: body[0],
    certainty: 'exact',
    candidates: [],
    similar: [],
    together: false,
    role: null,
    except: false,
  } as const
  return [{ start: body.index, end: body.index + body[0].length, says: { units: [term] } }]
}

function roleWords(text: string): readonly RoleWord[] {
  return [...text.matchAll(ROLE)].flatMap(match => {
    const role = ROLE_WORDS.find(([name]) => match.groups?.[name] !== undefined)?.[0]
    if (!role) return []
    return [{ start: match.index, end: match.index + match[0].length, role, not: match.groups?.['not'] !== undefined }]
  })
}

/** No unit named: the role stands for itself (那参与的呢, 谁牵头). */
function commonRole(roles: readonly RoleWord[]): readonly Found[] {
  const role = onlyRole(roles)
  return roles.map(({ start, end }) => ({ start, end, says: { role } }))
}

/** 两家都参与 means both have a part in it, be it as lead. */
const sharedRole = (text: string, units: readonly UnitReading[], role: Role | null): Role | null =>
  role === 'support' && units.length > 1 && /(?:都|均|共同|同时)\p{sc=Han}{0,2}参[与加]/u.test(text) ? 'any' : role

function onlyRole(roles: readonly RoleWord[]): Role | null {
  const [first, ...others] = roles
  return first && !first.not && others.every(({ role, not }) => role === first.role && !not) ? first.role : null
}

/** 牵头和参与的都要: every role, so also where a document names no lead. */
function allRoles(terms: readonly UnitTerm[]): readonly UnitTerm[] {
  const said = new Set(terms.map(({ role }) => role))
  const [first] = terms
  return first && terms.length > 1 && terms.every(({ except }) => !except) && said.has('lead') && said.has('support')
    ? [{ ...first, role: 'any' }]
    : terms
}

interface Duties {
  readonly text: string
  readonly units: readonly UnitReading[]
  readonly roles: readonly RoleWord[]
  /** The one role of the whole question; terms leave it open, so that a follow-up can change it. */
  readonly common: Role | null
}

/** One term for each role said of the unit, or one with the common role. */
function unitTerms(duties: Duties, place: number): readonly UnitTerm[] {
  const unit = duties.units[place]
  if (!unit) return []
  const except = EXCEPT_BEFORE.test(duties.text.slice(0, unit.start))
  const said = duties.common && !except ? [] : rolesOf(duties, place)
  const term = (role: Role | null, not: boolean): UnitTerm => ({
    text: unit.text,
    certainty: unit.certainty,
    candidates: unit.candidates,
    similar: unit.similar,
    together: unit.together === true,
    role: leftOut(role, except || not),
    except: except || not,
  })
  return said.length > 0 ? said.map(({ role, not }) => term(role, not)) : [term(null, false)]
}

/** 不要宣传部参加的: whoever does not take part has no role at all. */
const leftOut = (role: Role | null, except: boolean): Role | null => (except && role === 'support' ? 'any' : role)

/** The roles that stand between a unit's group (A、B和C) and the next one, else those before the group. */
function rolesOf({ text, units, roles }: Duties, place: number): readonly RoleWord[] {
  let last = place
  while (joins(text, units[last], units[last + 1])) last++
  let first = place
  while (joins(text, units[first - 1], units[first])) first--
  const between = (from: number, to: number) => roles.filter(({ start }) => start >= from && start < to)
  const after = between(units[last]?.end ?? 0, units[last + 1]?.start ?? text.length)
  return after.length > 0 ? after : between(units[first - 1]?.end ?? 0, units[first]?.start ?? 0)
}

const joins = (text: string, left: UnitReading | undefined, right: UnitReading | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  /^(?:[、,，和与或及跟同]|以及|或者)+$/u.test(text.slice(left.end, right.start))

function logicOf(text: string, terms: readonly UnitTerm[]): UnitLogic | null {
  const kept = terms.filter(({ except }) => !except)
  const several = new Set(kept.map(term => term.text)).size > 1
  if (kept.length < 2) return null
  if (ANY.test(text)) return 'any'
  if (!several) return /又|且|既/u.test(text) ? 'all' : 'any'
  const differ = new Set(kept.map(({ role }) => role)).size > 1
  return differ || ALL.test(text) ? 'all' : 'any'
}
