/** Terms of the trade and the forms that documents write them in. */
const SYNONYMS: readonly (readonly [string, readonly string[]])[] = [
  ['自贸区', ['自贸试验区', '自由贸易试验区']],
  ['自贸试验区', ['自由贸易试验区']],
  ['综保区', ['综合保税区']],
  ['职教', ['职业教育']],
  ['基教', ['基础教育']],
  ['高教', ['高等教育']],
  ['学前', ['学前教育']],
  ['特教', ['特殊教育']],
  ['技改', ['技术改造']],
  ['节水', ['节约用水', '节水型']],
  ['新能源车', ['新能源汽车']],
  ['充电设施', ['充电桩']],
  ['老小区', ['老旧小区']],
  ['小区改造', ['老旧小区']],
  ['环保', ['环境保护', '生态环境']],
  ['垃圾分类', ['生活垃圾分类']],
  ['海水养殖', ['水产养殖']],
  ['跨境电子商务', ['跨境电商']],
  ['跨境电商', ['跨境电子商务']],
  ['政务热线', ['12345']],
  ['营商', ['营商环境']],
  ['医保', ['医疗保障']],
  ['社保', ['社会保障']],
]

const BY_TERM: ReadonlyMap<string, readonly string[]> = new Map(SYNONYMS)

/** Other forms of a phrase: of the whole, or of a term in it: 技改项目 → 技术改造项目. */
export function synonymsOf(phrase: string): readonly string[] {
  const whole = BY_TERM.get(phrase)
  if (whole) return whole
  return SYNONYMS.flatMap(([term, forms]) =>
    phrase.includes(term) ? forms.map(form => phrase.replace(term, form)) : [],
  )
}
