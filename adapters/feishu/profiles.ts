import type { Log } from '../../src/core/log.ts'
import type { Clock, Profile } from '../../src/core/ports.ts'
import type { FeishuClient } from './client.ts'
import { failureFields } from './failure-fields.ts'
import { within } from './within.ts'

/** Our own figures: names change rarely, and somebody who pressed a button waits. */
const PROFILE_LIMITS = {
  knownMs: 60 * 60_000,
  /** Nothing was found: a scope may be granted any minute. */
  unknownMs: 60_000,
  answerMs: 2000,
  people: 1000,
  /** A person is in one or two. */
  departments: 5,
} as const

interface ProfileOptions {
  readonly clock: Clock
  readonly log: Log
}

interface Known {
  readonly profile: Promise<Profile | null>
  readonly until: number
}

/** What the address book says of a person, remembered for an hour; null where it says nothing, may not, or not in time. Never rejects. */
export function createProfiles(
  client: Pick<FeishuClient, 'user' | 'departmentName' | 'namesAbove'>,
  { clock, log }: ProfileOptions,
): (person: string) => Promise<Profile | null> {
  const people = new Map<string, Known>()
  const remember = (person: string, profile: Known['profile'], ms: number): void => {
    people.delete(person)
    people.set(person, { profile, until: clock.now().getTime() + ms })
    const [oldest = person] = people.keys()
    if (people.size > PROFILE_LIMITS.people) people.delete(oldest)
  }

  async function look(person: string): Promise<Profile | null> {
    try {
      const { name, departmentIds } = await client.user(person)
      if (name === null) return null
      return { name, departments: await departmentNames(departmentIds) }
    } catch (error) {
      log.warn(failureFields(error), 'feishu: a profile cannot be had')
      return null
    }
  }

  /** One that may not be seen is left out: the person's name is worth having without it. */
  async function departmentNames(ids: readonly string[]): Promise<readonly string[]> {
    const known = ids.slice(0, PROFILE_LIMITS.departments)
    const seen = <T>(asked: Promise<T>, nothing: T): Promise<T> =>
      asked.catch((error: unknown) => {
        log.debug(failureFields(error), 'feishu: a department cannot be seen')
        return nothing
      })
    const [own, above] = await Promise.all([
      Promise.all(known.map(id => seen(client.departmentName(id), null))),
      Promise.all(known.map(id => seen(client.namesAbove(id), []))),
    ])
    return [...new Set([...own.filter(name => name !== null), ...above.flat()])]
  }

  async function find(person: string): Promise<Profile | null> {
    const known = people.get(person)
    if (known && clock.now().getTime() < known.until) return known.profile
    const profile = look(person)
    remember(person, profile, PROFILE_LIMITS.knownMs)
    if ((await profile) === null) remember(person, profile, PROFILE_LIMITS.unknownMs)
    return profile
  }

  return person => within(PROFILE_LIMITS.answerMs, find(person)).catch(() => null)
}
