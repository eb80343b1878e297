import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpInstance, HttpFailure, MULTIPART } from '../../../adapters/feishu/http.ts'

/** Answers with what it was asked, or as the path says: /502, /302, /page, /never. */
const server = createServer(async (request, response) => {
  const asked = await heard(request)
  if (request.url === '/never') return
  const status = Number(/^\/(?<status>\d{3})/.exec(request.url ?? '')?.groups?.['status'] ?? 200)
  response.writeHead(status, { 'x-tt-logid': 'log-1', ...(status === 302 && { location: '/200' }) })
  response.end(request.url === '/page' ? '<html>' : JSON.stringify(asked))
})
let base = ''

async function heard(request: IncomingMessage) {
  const { method, url, headers } = request
  return { method, url, body: await text(request), type: headers['content-type'], authorization: headers.authorization }
}

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const http = createHttpInstance({ fetch, timeoutMs: 200 })
const json = 'application/json; charset=utf-8'

describe('the transport of the SDK', () => {
  it('sends JSON with the headers it is given, once each', async () => {
    const headers = { Authorization: 'Bearer t-1', 'Content-Type': 'text/plain', gone: undefined }
    expect(await http.request({ url: `${base}/a`, method: 'post', headers, data: { 键: 1 } })).toEqual({
      method: 'POST',
      url: '/a',
      body: '{"键":1}',
      type: json,
      authorization: 'Bearer t-1',
    })
  })

  it('sends a form where that is asked for, and lets it name its own boundary', async () => {
    const headers = { 'content-type': MULTIPART, Authorization: 'Bearer t-1' }
    const data = { file_name: '台账.xlsx', count: 2, file: new Blob(['一二']) }
    const { body, type, authorization } = await http.request({ url: `${base}/a`, method: 'POST', headers, data })
    expect(authorization).toBe('Bearer t-1')
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    expect([form.get('file_name'), form.get('count')]).toEqual(['台账.xlsx', '2'])
    const file = form.get('file')
    expect(file instanceof File && [file.name, await file.text()]).toEqual(['file', '一二'])
  })

  it.each(['GET', 'HEAD'])('puts no body on a %s, whatever the SDK asks for', async method => {
    const answer = http.request({ url: `${base}/a`, method, data: {} })
    expect(await answer).toEqual(method === 'HEAD' ? '' : expect.objectContaining({ method, body: '' }))
  })

  it.each([
    [{ id: ['a', 'b'], size: 3 }, '/a?id=a&id=b&size=3'],
    [{ none: undefined, nothing: null, empty: '' }, '/a?empty='],
    [{ 名: '督查' }, '/a?%E5%90%8D=%E7%9D%A3%E6%9F%A5'],
    [{}, '/a'],
  ])('writes the query %j', async (params, url) => {
    expect(await http.get(`${base}/a`, { params })).toMatchObject({ url })
  })

  it('has the verbs that the SDK calls', async () => {
    const verbs = [
      http.get(`${base}/a`),
      http.delete(`${base}/a`),
      http.options(`${base}/a`),
      http.post(`${base}/a`, { n: 1 }),
      http.put(`${base}/a`, { n: 1 }),
      http.patch(`${base}/a`, { n: 1 }),
    ]
    const answers: { method: string; body: string }[] = await Promise.all(verbs)
    expect(answers.map(({ method, body }) => `${method} ${body}`.trim())).toEqual([
      'GET',
      'DELETE',
      'OPTIONS',
      'POST {"n":1}',
      'PUT {"n":1}',
      'PATCH {"n":1}',
    ])
  })

  it('gives the headers beside the data where they are asked for', async () => {
    const answer = await http.request({ url: `${base}/a`, $return_headers: true })
    expect(answer).toMatchObject({ data: { method: 'GET' }, headers: { 'x-tt-logid': 'log-1' } })
  })

  it('gives text where the answer is not JSON', async () => {
    expect(await http.get(`${base}/page`)).toBe('<html>')
  })

  it.each([400, 404, 429, 500, 502, 302])('rejects HTTP %i with the response', async status => {
    const error = await http.get(`${base}/${status}`).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HttpFailure)
    expect(error).toHaveProperty('response.status', status)
    expect(error).toHaveProperty('response.headers.x-tt-logid', 'log-1')
    expect(error).toHaveProperty('response.data.method', 'GET')
  })

  it('gives up a call that is not answered in time', async () => {
    await expect(http.get(`${base}/never`)).rejects.toMatchObject({ message: 'timeout', response: null })
  })

  it('says when nobody can be reached', async () => {
    await expect(http.get('http://127.0.0.1:1/a')).rejects.toMatchObject({ message: 'network', response: null })
  })
})
