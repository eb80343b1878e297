import { type ApiAnswer, type ApiRequest, type Endpoint, ok, refused } from './stand-in-answers.ts'

interface User {
  readonly name?: string
  readonly department_ids?: readonly string[]
}

interface Department {
  readonly name?: string
  /** `0` is the organisation itself. */
  readonly parent_department_id?: string
}

/** The address book, as far as the app may see it: who and what is not in it is out of range. */
export function createContacts() {
  const users = new Map<string, User>()
  const departments = new Map<string, Department>()

  const user = (_: ApiRequest, openId: string): ApiAnswer => {
    const known = users.get(openId)
    if (known === undefined) return refused(41050, 'no user authority error')
    return ok({ data: { user: { open_id: openId, union_id: `on_${openId}`, ...known } } })
  }

  const department = ({ query }: ApiRequest, id: string): ApiAnswer => {
    if (query.get('department_id_type') !== 'open_department_id') return refused(99992402, 'field validation failed')
    const known = departments.get(id)
    return known === undefined ? outOfRange() : ok({ data: { department: departmentData(id, known) } })
  }

  const above = (id: string): readonly object[] => {
    const parent = departments.get(id)?.parent_department_id ?? '0'
    const known = departments.get(parent)
    return known === undefined ? [] : [departmentData(parent, known), ...above(parent)]
  }

  const parents = ({ query }: ApiRequest): ApiAnswer => {
    const id = query.get('department_id') ?? ''
    const size = Number(query.get('page_size') ?? 10)
    if (query.get('department_id_type') !== 'open_department_id' || id === '' || size > 50)
      return refused(99992402, 'field validation failed')
    return departments.has(id) ? ok({ data: { items: above(id), has_more: false, page_token: '' } }) : outOfRange()
  }

  const endpoints: readonly Endpoint[] = [
    ['GET', /^\/open-apis\/contact\/v3\/users\/(?<id>[^/]+)$/, user],
    ['GET', /^\/open-apis\/contact\/v3\/departments\/parent$/, parents],
    ['GET', /^\/open-apis\/contact\/v3\/departments\/(?<id>[^/]+)$/, department],
  ]
  return { users, departments, endpoints }
}

const outOfRange = (): ApiAnswer => refused(40004, 'no dept authority error', 403)

const departmentData = (id: string, { name, parent_department_id = '0' }: Department) => ({
  ...(name !== undefined && { name }),
  open_department_id: id,
  parent_department_id,
  member_count: 3,
  status: { is_deleted: false },
})
