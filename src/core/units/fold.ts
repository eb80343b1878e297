import { toSimplified } from '../text/traditional.ts'

/** A text reduced to the form unit names are compared in, with the way back to the original offsets. */
export interface Folded {
  readonly text: string
  /** Original offset of the first character that each folded character stands for. */
  readonly starts: readonly number[]
  /** Original offset after the last one. */
  readonly ends: readonly number[]
}

interface Rewrite {
  /** Characters of which one must occur: a look for these is cheaper than the pattern, and most names have none. */
  readonly cue: string
  readonly pattern: RegExp
  readonly to: string
}

/**
 * Ways of writing that never tell two bodies apart: 发展和改革委员会 is 发展改革委, 市人民政府办公室 is 市政府办.
 * 团市委 puts its level in the middle, 中国国际贸易促进委员会山东省委员会 towards its end; it is moved to the front, where
 * all other names have it.
 */
const REWRITES: readonly Rewrite[] = [
  { cue: '员', pattern: /工作委员会/g, to: '工委' },
  { cue: '员', pattern: /委员会/g, to: '委' },
  { cue: '府', pattern: /人民政府|(?<=[省市县区])府(?=办)/g, to: '政府' },
  { cue: '区', pattern: /(?<=区)管理委/g, to: '管委会' },
  { cue: '室', pattern: /办公室/g, to: '办' },
  { cue: '贸', pattern: /自由贸易试验区|自贸区/g, to: '自贸试验区' },
  { cue: '各', pattern: /各(?=成员单位)/g, to: '' },
  { cue: '和', pattern: /和/g, to: '' },
  {
    cue: '与及合',
    pattern: /(?<=工业|文化|教育|卫生|发展|信息|住房|资源)[与及合](?=信息|旅游|体育|健康|改革|技术|城乡|规划)/g,
    to: '',
  },
  { cue: '团', pattern: /(?:(?:中国)?共产主义青年|共青)?团(?<place>[一-龥]{0,6}?[省市县区])委/gu, to: '$<place>团委' },
  { cue: '促', pattern: /(?:中国)?国际贸易促进委(?<place>[一-龥]{2,6}?[省市县区])(?:委|分会)/gu, to: '$<place>贸促会' },
]

function applies({ cue }: Rewrite, text: string): boolean {
  for (const character of cue) if (text.includes(character)) return true
  return false
}

const HAN_ONLY = /^[\u4e00-\u9fff]*$/

const plain = (original: string): string =>
  toSimplified(HAN_ONLY.test(original) ? original : original.normalize('NFKC').replace(/\s/g, '').toLowerCase())

function characters(original: string): Folded {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of toSimplified(original)) {
    const folded = HAN_ONLY.test(character) ? character : plain(character)
    text += folded
    while (starts.length < text.length) {
      starts.push(offset)
      ends.push(offset + character.length)
    }
    offset += character.length
  }
  return { text, starts, ends }
}

function rewrite(folded: Folded, rule: Rewrite): Folded {
  const { pattern, to } = rule
  if (!applies(rule, folded.text) || folded.text.search(pattern) < 0) return folded
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  const copy = (from: number, until: number): void => {
    text += folded.text.slice(from, until)
    starts.push(...folded.starts.slice(from, until))
    ends.push(...folded.ends.slice(from, until))
  }
  for (const match of folded.text.matchAll(pattern)) {
    copy(done, match.index)
    done = match.index + match[0].length
    const replaced = to.replace('$<place>', match.groups?.['place'] ?? '')
    text += replaced
    starts.push(...Array.from(replaced, () => folded.starts[match.index] ?? 0))
    ends.push(...Array.from(replaced, () => folded.ends[done - 1] ?? 0))
  }
  copy(done, folded.text.length)
  return { text, starts, ends }
}

/** Simplified, half width, lower case, no spaces, and the rewrites above. `fold('省 教 育 廳').text => 省教育厅` */
export const fold = (original: string): Folded => REWRITES.reduce(rewrite, characters(original))

/** `fold` for a name, where nobody asks for offsets. */
export const foldName = (name: string): string =>
  REWRITES.reduce((text, rule) => (applies(rule, text) ? text.replace(rule.pattern, rule.to) : text), plain(name))
