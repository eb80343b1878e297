import type { Content, ContentKind } from './subscription.ts'

const LIST = '(?:的)?(?:任务|事项|工作|项目|单位)?(?:的)?(?:清单|列表|名单|情况|台账)?'

/** What people call the lists that are made ready; anything else is a question to the ledger. */
const KINDS: readonly (readonly [ContentKind, string])[] = [
  ['unreported', `(?:还?没有?|未)(?:填|上|及时)?报(?:送|告)?(?:进展|进度)?(?:情况)?${LIST}`],
  [
    'progress',
    '(?:填报|上报|报送|报告|报|更新|填写|填|写|交|提交|汇报)(?:一下|一次|下)?(?:任务|工作)?(?:的)?(?:进展|进度)(?:情况)?|填报',
  ],
  ['overdue', `(?:已经?)?(?:逾期|超期|过期|到期未完成|超时)(?:未完成|没完成|未办结)?${LIST}`],
  ['due-soon', `(?:临期|快要?到期|即将到期|马上到期|将到期|近期到期|临近到期)${LIST}`],
  ['problems', '(?:存在的?)?问题(?:清单|列表|情况|台账)|存在的?问题'],
  [
    'digest',
    '(?:督办|督查|工作|任务|进展|进度|完成情况)*的?(?:日报|周报|月报|季报|季度报告|半年报|年报|简报|汇总表?|摘要|小结|概况|总体情况)',
  ],
]

const PATTERNS = [
  ...KINDS.map(([kind, words]) => ({ kind, pattern: new RegExp(`^(?<query>.*?)的?(?:${words})$`, 'u') })),
  /** 报第27条进展 */
  { kind: 'progress', pattern: /^(?:填报|上报|报送|更新|填写|报)一?下?(?<query>第[^进]{1,12}?)的?(?:进展|进度)$/u },
] as const

/** 本月 before 逾期 asks about a time, and only the question engine reads times. */
const TIME_WORDS = /[年月周天日]$|季度|以来|[0-9]|哪|[或和、]$/u

const QUOTED = /^[“"《](?<words>[^“”"]+)[”"》]$/u
const LONGEST = 60

/** The kind of content that words name, or a question to the ledger; null for no words and for what nobody asks. */
export function contentOf(said: string): Content | null {
  const words = said.replace(QUOTED, '$<words>')
  if (words.length < 2 || words.length > LONGEST) return null
  for (const { kind, pattern } of PATTERNS) {
    const query = pattern.exec(words)?.groups?.['query']
    if (query !== undefined && (!TIME_WORDS.test(query) || query.startsWith('第')))
      return { kind, words, query: query === '' ? null : query }
  }
  return { kind: 'tasks', words, query: words }
}
