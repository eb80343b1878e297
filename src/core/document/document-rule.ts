import type { DocumentRule } from '../model.ts'
import { type Source, spanOf } from '../text/source.ts'

/**
 * A rule stated once for a whole document: the first name of a list leads. 列第一位的为牵头部门，下同 · 排在第一位的部门为牵头部门 ·
 * 责任单位中排首位的是牵头单位. 牵头单位为第一责任单位 is no such rule: it explains a column.
 */
const FIRST_LEADS =
  /(?:第一|首)(?:位|个|名|家)?的?(?:责任|负责)?(?:单位|部门|的)?(?:为|是|系|即为?)(?:该项?(?:任务|工作)的?)?(?:第一|总)?(?:牵头|主办)(?:责任|负责)?(?:单位|部门|处室|者)?(?:[，,；;]?下同)?/g
/** The words right before: 列, 排在, 责任单位中排. */
const PLACED =
  /(?:(?:各|责任|负责|有关|多个)?(?:单位|部门|处室)(?:中|里|的)?[，,]?)?(?:排名|排序|排列|名列|位列|列|排|居|位|标注)(?:在|为|于)?$/
const PLACED_MAX = 16

/** Where a text states the first-leads rule. */
export function findRules(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(FIRST_LEADS)].map(match => {
    const before = PLACED.exec(text.slice(Math.max(0, match.index - PLACED_MAX), match.index))?.[0].length ?? 0
    return { start: match.index - before, end: match.index + match[0].length }
  })
}

/** The text with the rule's own words blanked out, offsets unchanged, so that they are never read as names. */
export function withoutRules(text: string): string {
  let plain = text.replace(/[，,；;]下同/g, words => '；'.repeat(words.length))
  for (const { start, end } of findRules(text))
    plain = plain.slice(0, start) + '；'.repeat(end - start) + plain.slice(end)
  return plain
}

function rulesIn(source: Source): DocumentRule[] {
  return findRules(source.text).map(({ start, end }) => ({
    text: source.text.slice(start, end),
    span: spanOf(source, start, end),
  }))
}

/** The rules of a whole document: those its text states, and those in the headers of its tables. */
export function documentRules(flow: Source, headers: readonly Source[]): DocumentRule[] {
  return [flow, ...headers].flatMap(rulesIn)
}
