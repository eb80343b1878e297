import type { Level } from '../../model.ts'
import type { Found, Reader } from '../reading.ts'

/** 省里、市级、县的: words for a level. */
const LEVELS: readonly (readonly [Level, string])[] = [
  ['national', '国家级?|国务院|中央|全国'],
  ['province', '全?省'],
  ['city', '全?市'],
  ['county', '全?(?:区县|县)'],
]
/** 省、县两级 · 省市县三级: several levels in one word. */
const LEVELS_TOGETHER =
  /(?<first>省|市)(?:级|里)?(?:[、和与]?(?<second>市|县)(?:级|里)?)(?:[、和与]?(?<third>县)(?:级|里)?)?(?:[两三]级|(?=目标|对比|比较|各|分别|都|的|任务))/gu

const LEVEL = new RegExp(
  `(?<not>不(?:是|要|看|含)|除了?)?(?:${LEVELS.map(([level, words]) => `(?<${level}>${words})`).join('|')})(?:里面?|级|一级|层面|本级|这边|那边|上|内)?的?(?:文件)?(?:里面?|中)?`,
  'gu',
)

/** Regions of the ledger by full or short name, then words for levels. */
export const readPlaces: Reader = (text, { ledger }) => {
  const inWord = (words: string) => ledger.index.containing(words).length > 0
  const named = ledger.regions.flatMap(region => regionFound(text, region, inWord))
  const covered = (at: number) => named.some(({ start, end }) => at >= start && at < end)
  const levels = [...text.matchAll(LEVEL)].filter(
    match => !covered(match.index) && isLevelWord(text, match) && !leadsIntoName(text, match, inWord),
  )
  const together = [...text.matchAll(LEVELS_TOGETHER)].filter(match => !covered(match.index))
  return together.length > 0 ? [...named, ...together.map(togetherFound)] : [...named, ...levels.map(levelFound)]
}

function togetherFound(match: RegExpMatchArray): Found {
  const { first, second, third } = match.groups ?? {}
  const at = match.index ?? 0
  const places = [first, second, third].flatMap(word => {
    const level = LEVELS.find(([, words]) => word !== undefined && new RegExp(`^(?:${words})$`, 'u').test(word))?.[0]
    return word && level ? [{ at, text: word, level, region: null, except: false }] : []
  })
  return { start: at, end: at + match[0].length, says: { places } }
}

/** 山东手造 and 山东省实验室 are names of their own: the ledger has the region's name with what follows it as one phrase. */
function isPartOfName(text: string, match: RegExpMatchArray, inWord: (words: string) => boolean): boolean {
  const start = (match.index ?? 0) + (match.groups?.['not']?.length ?? 0)
  const end = (match.index ?? 0) + match[0].length
  const next = /^[\p{sc=Han}]{2}/u.exec(text.slice(end))?.[0]
  return next !== undefined && !/[里的级边中件]$/u.test(match[0]) && inWord(text.slice(start, end) + next)
}

/** 省级和美乡村: the level is the beginning of a phrase of the documents. */
function leadsIntoName(
  text: string,
  { index, 0: words }: RegExpExecArray,
  inWord: (words: string) => boolean,
): boolean {
  const next = /^[\p{sc=Han}]{2}/u.exec(text.slice(index + words.length))?.[0]
  return next !== undefined && inWord(words + next)
}

function regionFound(text: string, region: string, inWord: (words: string) => boolean): readonly Found[] {
  const short = region.length > 2 ? region.replace(/[省市县区]$/u, '') : region
  if (!text.includes(short)) return []
  const pattern = new RegExp(
    `(?<not>不(?:是|要|看|含)|除了?)?${short}(?:省|市|县|区)?(?:里|级|这边|的)?(?:文件)?(?:里面?|中)?(?:的)?`,
    'gu',
  )
  return [...text.matchAll(pattern)]
    .filter(match => !isPartOfName(text, match, inWord))
    .map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      says: {
        places: [{ at: match.index, text: match[0], level: null, region, except: match.groups?.['not'] !== undefined }],
      },
    }))
}

/** 省 alone inside a word (省级重点实验室, 省会) is no place: it must stand apart or be followed by 里, 级的, 文件. */
function isLevelWord(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0
  const before = text[at - 1] ?? ''
  const after = text.slice(at + match[0].length)
  const apart =
    !/^\p{sc=Han}/u.test(after) || /^[有都牵负参配和与、呢哪分什共一多涉谁跟]|^任务|^单位|^部门|^关于/u.test(after)
  const marked = /(?:里面?|层面|本级|这边|那边|文件(?:里面?|中)?|的)$/u.test(match[0])
  return !/[\p{sc=Han}]/u.test(before) || /[看在是说的和与、比跟，到]/u.test(before)
    ? marked || apart
    : marked && match[0].length >= 2
}

function levelFound(match: RegExpMatchArray): Found {
  const level = LEVELS.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? null
  const place = {
    at: match.index ?? 0,
    text: match[0],
    level,
    region: null,
    except: match.groups?.['not'] !== undefined,
  }
  return { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length, says: { places: [place] } }
}
