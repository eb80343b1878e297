import { describe, expect, it } from 'vitest'
import { readPlatformId } from '../../../src/core/progress/platform-id.ts'

describe('an id that somebody writes', () => {
  it.each([
    ['feishu:ou_1', 'feishu:ou_1'],
    ['ou_1', 'feishu:ou_1'],
    ['terminal:local', 'terminal:local'],
  ])('%s is %s', (text, id) => {
    expect(readPlatformId(text)).toBe(id)
  })

  it.each(['', '张三', 'ou 1', 'a:b:c', 'feishu:', `feishu:${'x'.repeat(121)}`])('%j is none', text => {
    expect(readPlatformId(text)).toBeNull()
  })
})
