import { expect, test } from 'vitest'
import { walkTokens } from '../../../src/core/search/tokens.ts'

/** Tokens by position, `_` where a position holds none. */
function tokensOf(text: string): string {
  const tokens: string[] = []
  const length = walkTokens(text, {
    pair: (at, first, second) => {
      tokens[at] = second === 0 ? `${String.fromCharCode(first)}$` : String.fromCharCode(first, second)
    },
    word: (at, word) => {
      tokens[at] = word
    },
  })
  return Array.from({ length }, (_, at) => tokens[at] ?? '_').join(' ')
}

test.each([
  ['可再生', '可再 再生 生$'],
  ['水', '水$'],
  ['省 教 育　厅', '省教 教育 育厅 厅$'],
  ['建设５Ｇ基站', '建设 设$ 5g 基站 站$'],
  ['7500 万千瓦', '7500 万千 千瓦 瓦$'],
  ['2.8万家', '2.8 万家 家$'],
  ['１．５倍', '1.5 倍$'],
  ['RCEP、U1', 'rcep _ u1'],
  ['smart city', 'smart city'],
  ['“十强”产业', '十强 强产 产业 业$'],
  ['产、学，研', '产$ _ 学$ _ 研$'],
  ['（一）节水。', '一$ _ 节水 水$ _'],
  ['85%以上', '85 %以 以上 上$'],
  ['⼭东', '山东 东$'],
  ['第3.条', '第$ 3 _ 条$'],
  ['', ''],
  [' 　', ''],
  ['，。', ''],
])('reads %s as %s', (text, tokens) => {
  expect(tokensOf(text)).toBe(tokens)
})
