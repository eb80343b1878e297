import { describe, expect, it } from 'vitest'
import type { AskOptions } from '../../../src/core/dialog/assistant.ts'
import { assistant, TODAY } from './seed-ledger.ts'

const PLAN = '鲁政办字〔2023〕5号'
const COUNTY = '高政办字〔2024〕12号'
const energy = { units: ['山东省/省能源局'], roles: new Set(['liaison'] as const) }
const education = { units: ['山东省/省教育厅'], roles: new Set(['liaison'] as const) }

const documentsFor = (question: string, options: Omit<AskOptions, 'today'> = {}) => {
  const { answer } = assistant.ask(question, { today: TODAY, ...options })
  return answer.kind === 'clarify' ? 'asks back' : answer.slots.documents
}

describe('a bare number that several documents have', () => {
  it.each([
    ['nobody is known', '第27条谁牵头', {}, 'asks back'],
    ['it is a task of one’s own in one of them', '第27条谁牵头', { speaker: energy }, [PLAN]],
    ['it is nobody’s own', '第27条谁牵头', { speaker: education }, 'asks back'],
    ['the chat has a document', '第27条谁牵头', { documentId: COUNTY }, [COUNTY]],
    ['the chat’s document comes before one’s own', '第27条谁牵头', { documentId: COUNTY, speaker: energy }, [COUNTY]],
    ['the chat’s document has no such number', '第102条谁牵头', { documentId: COUNTY }, []],
    ['another document is named', '鲁政办字5号第27条谁牵头', { documentId: COUNTY }, [PLAN]],
  ])('where %s: %s', (_, question, options, expected) => {
    expect(documentsFor(question, options)).toEqual(expected)
  })
})
