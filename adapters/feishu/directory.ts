import * as z from 'zod/mini'
import type { Caller } from './call.ts'

/** The address book (通讯录), as far as the app's data range goes. What the app has no scope for is absent, not refused. */
export interface Directory {
  /** A person of the tenant. */
  user(openId: string): Promise<{ readonly name: string | null; readonly departmentIds: readonly string[] }>
  departmentName(departmentId: string): Promise<string | null>
  /** Names of the departments above one, nearest first, without the organisation itself. */
  namesAbove(departmentId: string): Promise<readonly string[]>
}

const Named = z.object({ name: z.optional(z.string()) })
const User = z.object({
  data: z.object({
    user: z.object({ name: z.optional(z.string()), department_ids: z._default(z.array(z.string()), []) }),
  }),
})
const Department = z.object({ data: z.object({ department: Named }) })
const Departments = z.object({ data: z.object({ items: z._default(z.array(Named), []) }) })

const CONTACT = '/open-apis/contact/v3'

const BY_OPEN_ID = { user_id_type: 'open_id', department_id_type: 'open_department_id' } as const
/** Departments above one in one answer, the most there are (获取父部门信息). */
const MOST_ABOVE = 50

export function createDirectory(call: Caller): Directory {
  return {
    async user(openId) {
      const { data } = await call({
        name: 'user.get',
        chat: null,
        answer: User,
        request: { method: 'GET', path: `${CONTACT}/users/${encodeURIComponent(openId)}`, params: BY_OPEN_ID },
      })
      return { name: data.user.name ?? null, departmentIds: data.user.department_ids }
    },
    async departmentName(departmentId) {
      const { data } = await call({
        name: 'department.get',
        chat: null,
        answer: Department,
        request: {
          method: 'GET',
          path: `${CONTACT}/departments/${encodeURIComponent(departmentId)}`,
          params: BY_OPEN_ID,
        },
      })
      return data.department.name ?? null
    },
    async namesAbove(departmentId) {
      const params = { ...BY_OPEN_ID, department_id: departmentId, page_size: MOST_ABOVE }
      const { data } = await call({
        name: 'department.parent',
        chat: null,
        answer: Departments,
        request: { method: 'GET', path: `${CONTACT}/departments/parent`, params },
      })
      return data.items.flatMap(({ name }) => name ?? [])
    },
  }
}
