import type { ReplyAction } from '../../dialog/reply.ts'
import type { UnitRef } from '../../units/unit.ts'
import type { Command } from '../command.ts'
import { unitName } from '../duties.ts'
import type { Entry, PersonRole } from '../entry.ts'
import { letterTo, peopleWith } from '../letters.ts'
import { refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'

export const ROLE_NAMES: Readonly<Record<PersonRole, string>> = { liaison: '联络员', office: '督查室', admin: '管理员' }

/** Somebody without a unit wants to report. */
export const unbound = (situation: Situation): Decision =>
  decision(
    say(situation, '我还不知道您是哪个单位的。请先说“绑定 单位名称”，例如“绑定 省能源局”，管理员同意后就能报进展。', {
      actions: suggestedBindings(situation),
    }),
  )

/** What the address book of the platform says, as buttons. */
const suggestedBindings = ({ ledger, profile }: Situation): readonly ReplyAction[] =>
  (profile?.departments ?? [])
    .flatMap(name => ledger.units.read(name))
    .flatMap(({ candidates, certainty }) => (certainty === 'fuzzy' || candidates.length !== 1 ? [] : candidates))
    .slice(0, 1)
    .map(({ name }) => ({ label: `绑定 ${name}`, say: `绑定 ${name}`, look: 'primary' }))

/** Words for roles that belong to no unit of the ledger. */
const OFFICES: readonly (readonly [RegExp, PersonRole])[] = [
  [/^(?:督查室|督办室|督查办|督查科|督办科)$/u, 'office'],
  [/^管理员$/u, 'admin'],
]

/** 绑定 省能源局: asked by a person, approved by an administrator. */
export function decideBind(words: string, situation: Situation): Decision {
  if (words === '') return unbound(situation)
  const office = OFFICES.find(([pattern]) => pattern.test(words))
  if (office) return ask({ role: office[1], unit: null }, situation)
  const [reading, ...others] = situation.ledger.units.read(words)
  if (!reading || others.length > 0)
    return tell(situation, `台账里没有“${words}”这个单位，请写规范名称，例如“绑定 省能源局”。`)
  if (reading.candidates.length === 0) return decision(noSuchUnit(words, reading.similar, situation))
  const [only, ...more] = reading.candidates
  if (!only || more.length > 0 || reading.certainty === 'fuzzy')
    return decision(whichUnit(words, reading.candidates, situation))
  return ask({ role: 'liaison', unit: only.key }, situation)
}

const noSuchUnit = (words: string, similar: readonly UnitRef[], situation: Situation) =>
  say(situation, `台账里没有“${words}”这个单位。`, {
    actions: similar.map(({ name }) => ({ label: `绑定 ${name}`, say: `绑定 ${name}` })),
  })

function whichUnit(words: string, units: readonly UnitRef[], situation: Situation) {
  const names = units.slice(0, 5).map(({ name, region }) => inFull(region, name))
  return say(situation, `“${words}”是指哪个单位？`, {
    actions: names.map(name => ({ label: `绑定 ${name}`, say: `绑定 ${name}` })),
  })
}

/** 淄博市 and 市科技局 are 淄博市科技局. */
const inFull = (region: string, name: string): string =>
  region !== '' && name.startsWith(region.slice(-1)) ? region + name.slice(1) : region + name

interface Wanted {
  readonly role: PersonRole
  readonly unit: string | null
}

function ask({ role, unit }: Wanted, situation: Situation): Decision {
  const { records, speaker, ledger, now } = situation
  const what = unit === null ? ROLE_NAMES[role] : unitName(ledger, unit)
  const person = records.person(speaker.person)
  if (unit === null ? person.roles.has(role) : person.units.includes(unit))
    return tell(situation, `您已经绑定${what}。`)
  const isAdmin = person.roles.has('admin')
  const entry = bindingOf(
    {
      role,
      unit,
      person: speaker.person,
      name: situation.profile?.name ?? '',
      standing: isAdmin ? 'approved' : 'requested',
    },
    situation,
  )
  if (isAdmin) return decision(say(situation, `已绑定${what}（您是管理员，立即生效）。`), { entries: [entry] })
  const admins = peopleWith(records, 'admin', speaker.person)
  if (admins.length === 0)
    return tell(
      situation,
      '还没有设管理员，绑定无人批准。请安装人员在 DUBAN_ADMINS 里写上管理员的编号（说“我是谁”可看到自己的编号）。',
    )
  const reply = say(situation, `绑定申请：${entry.name === '' ? speaker.person : entry.name}申请绑定${what}`, {
    notes: [`编号：${speaker.person}`],
    actions: [
      { label: '同意', say: `同意绑定 ${speaker.person} ${unit ?? role}`, look: 'primary' },
      { label: '拒绝', say: `拒绝绑定 ${speaker.person} ${unit ?? role}`, look: 'danger' },
    ],
  })
  return decision(say(situation, `已申请绑定${what}，等管理员同意后会告诉您。`), {
    entries: [entry],
    letters: admins.map(admin => letterTo(admin, { key: `binding/${entry.id}`, reply, now, isAwaited: true })),
  })
}

type BindingParts = Pick<Extract<Entry, { kind: 'binding' }>, 'role' | 'unit' | 'person' | 'name' | 'standing'>

function bindingOf(parts: BindingParts, { cause, now, speaker }: Situation): Extract<Entry, { kind: 'binding' }> {
  return {
    kind: 'binding',
    id: `${cause}/${parts.person}/${parts.role}/${parts.unit ?? ''}`,
    at: now.iso,
    by: speaker.person,
    ...parts,
  }
}

type DecideBinding = Pick<Extract<Command, { kind: 'decide-binding' }>, 'person' | 'isApproved' | 'wanted'>

/** An administrator's answer to somebody who asked: to what the card showed, whatever was asked for since. */
export function decideBinding({ person, isApproved, wanted }: DecideBinding, situation: Situation): Decision {
  const { records, ledger, now } = situation
  const { requests } = records.person(person)
  const asked = wanted === '' ? requests.at(-1) : requests.find(({ unit, role }) => (unit ?? role) === wanted)
  const standing = isApproved ? 'approved' : 'rejected'
  const trial = bindingOf(
    { role: asked?.role ?? 'liaison', unit: asked?.unit ?? '—', person, name: asked?.name ?? '', standing },
    situation,
  )
  const refusal = refusalOf(trial, situation)
  if (refusal !== null) return tell(situation, refusal)
  if (!asked) return tell(situation, '这个申请已经处理过了。')
  const entry = { ...trial, unit: asked.unit }
  const what = entry.unit === null ? ROLE_NAMES[entry.role] : unitName(ledger, entry.unit)
  const who = entry.name === '' ? person : entry.name
  const told = isApproved
    ? say(situation, `管理员已同意，您现在绑定${what}。`, {
        hint: '报进展直接说，例如“27完成80%，下步…”；看自己的任务说“我单位的任务”。',
      })
    : say(situation, `管理员没有同意您绑定${what}。`)
  return decision(say(situation, `已${isApproved ? '同意' : '拒绝'}${who}绑定${what}。`), {
    entries: [entry],
    letters: [letterTo(person, { key: `binding-decision/${entry.id}`, reply: told, now, isAwaited: true })],
  })
}

const APPOINTED = '管理员是在配置 DUBAN_ADMINS 里写定的，请安装人员在那里去掉。'

/** 解绑: everything that was approved ends, by the person or by an administrator. */
export function decideUnbind(whose: string, situation: Situation): Decision {
  const { records, speaker, ledger, now } = situation
  const person = whose === '' ? speaker.person : whose
  const { units, roles, isAppointed } = records.person(person)
  const held: readonly Wanted[] = [
    ...units.map((unit): Wanted => ({ role: 'liaison', unit })),
    ...[...roles]
      .filter(role => role !== 'liaison' && !(isAppointed && role === 'admin'))
      .map((role): Wanted => ({ role, unit: null })),
  ]
  const entries = held.map(wanted => bindingOf({ ...wanted, person, name: '', standing: 'revoked' }, situation))
  const refusal = refusalOf(
    entries[0] ?? bindingOf({ role: 'admin', unit: null, person, name: '', standing: 'revoked' }, situation),
    situation,
  )
  if (refusal !== null) return tell(situation, refusal)
  if (held.length === 0)
    return tell(situation, isAppointed ? APPOINTED : `${whose === '' ? '您' : whose}没有绑定单位。`)
  const names = held.map(({ role, unit }) => (unit === null ? ROLE_NAMES[role] : unitName(ledger, unit)))
  const told = say(situation, `管理员已解除您的绑定：${names.join('、')}。`)
  return decision(say(situation, `已解除绑定：${names.join('、')}。`), {
    entries,
    letters:
      person === speaker.person ? [] : [letterTo(person, { key: `unbound/${situation.cause}`, reply: told, now })],
  })
}

/** 我是谁: the id to give to who installs this, and what one may do. */
export function decideWhoAmI(situation: Situation): Decision {
  const { records, speaker, ledger } = situation
  const { units, roles, requests } = records.person(speaker.person)
  const held = [
    ...units.map(unit => `${unitName(ledger, unit)}联络员`),
    ...[...roles].filter(role => role !== 'liaison').map(role => ROLE_NAMES[role]),
  ]
  const wanted = requests.map(({ role, unit }) => (unit === null ? ROLE_NAMES[role] : unitName(ledger, unit)))
  const asked = wanted.length > 0 ? [`等管理员同意：${wanted.join('、')}`] : []
  return decision(
    say(situation, held.length > 0 ? `您是${held.join('、')}。` : '您还没有绑定单位。', {
      notes: [...asked, `编号：${speaker.person}`],
      actions: held.length > 0 ? [] : suggestedBindings(situation),
      hint: held.length > 0 ? '看自己的任务说“我单位的任务”。' : '绑定单位说“绑定 单位名称”，例如“绑定 省能源局”。',
    }),
  )
}

/** 联络员名单, for those who run this. */
export function decidePeople(situation: Situation): Decision {
  const { records, speaker, ledger } = situation
  const { roles } = records.person(speaker.person)
  if (!roles.has('admin') && !roles.has('office')) return tell(situation, '名单只给督查室和管理员看。')
  const items = records.people().map(({ id, name, units, roles: held }, i) => ({
    number: i + 1,
    title: name === '' ? id : name,
    lines: [
      [
        ...units.map(unit => unitName(ledger, unit)),
        ...[...held].filter(role => role !== 'liaison').map(role => ROLE_NAMES[role]),
      ].join('、'),
    ],
    taskId: null,
  }))
  return decision(say(situation, `共${items.length}人`, { items }))
}
