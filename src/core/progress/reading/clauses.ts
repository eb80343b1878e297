/** Half-open range of the folded text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A mark that ends a clause; the comma of 1,000 does not. */
const CLAUSE_END = /[。;!?()\n]|(?<!\d),|,(?!\d{3}(?!\d))/g

/** 预计, 力争, 要, 其中: from here on a clause speaks of what is to come, of what is asked for, or of a part. */
const AHEAD =
  /其中|下个?月|下周|下季度|下半年将?|明[天年]|马上|快要?完成|预计|预期|力争|争取|有望|打算|拟[于在定将]|即将|将[于在]|确保|(?<![按照原度成年的])计划(?=[于在到完投建新用本下明])|(?:年底|月底|年|月|季度|[日号])前(?:可|能|要|将|会|需)*(?:全部|基本)?(?:完成|达|建成)|(?:可|能|将|要|应当?|应该|须|需|必须|务必|得)(?:在|于)?(?:全部|全面)?(?:完成|达到|启动|建成|推进|开工)/
/** 目标7500万千瓦: what the document says, unless the clause goes on to what was done. */
const ASKED = /^(?!.*(?:已|完成|实现)).*(?:目标|指标|要求|任务[是为])/
/** 上月完成60%: what was said before. */
const EARLIER = /^(?:上个?月|上周|上季度|去年|此前|之前|原来?|年初)/

/** The clauses of a range. */
export function clausesOf(text: string, { start, end }: Range): readonly Range[] {
  const clauses: Range[] = []
  let from = start
  for (const { index } of text.slice(start, end).matchAll(CLAUSE_END)) {
    if (start + index > from) clauses.push({ start: from, end: start + index })
    from = start + index + 1
  }
  if (end > from) clauses.push({ start: from, end })
  return clauses
}

/** What of a clause says how things stand now; nothing of it: an empty range. */
export function presentPart(text: string, { start, end }: Range): Range {
  const clause = text.slice(start, end)
  if (ASKED.test(clause)) return { start, end: start }
  return { start, end: start + (AHEAD.exec(clause)?.index ?? clause.length) }
}

/** Whether a clause speaks of an earlier state. */
export const isEarlier = (clause: string): boolean => EARLIER.test(clause)
