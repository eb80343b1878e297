/** Words that say that something is done, not what: 核电建设 is about 核电. */
const WEAK_HEAD =
  /^(?:推进|加强|开展|实施|提升|完善|推动|加快|组建|培育|打造|做好|落实|强化|促进|深化|健全|优化|支持|鼓励|抓好|积极|全面|持续|大力|深入|扎实|稳步|进一步|全省|全市|全县|我省|我市|我县|新增|新建|建成|建设|发展)/u
const WEAK_TAIL =
  /(?:建设|工作|发展|改革|行动|工程|项目|管理|推进|提升|情况|问题|领域|计划|政策|措施|事项|任务|目标|指标|开工|印发|体系)$/u

/** Words for how much there is of something, which a document that gives the number often leaves out. */
const MEASURE = /(?:面积|数量|规模|总量|保有量|总数|个数|产能|人数|家数)$/u

/** The phrase without weak words around it; at least two characters stay. */
export function coreOf(phrase: string): string {
  for (const pattern of [WEAK_TAIL, WEAK_HEAD]) {
    const rest = phrase.replace(pattern, '')
    if (rest !== phrase && rest.length >= 2) return coreOf(rest)
  }
  return phrase
}

/** Whether a word alone says nothing of what a task is about: 推进, 建设, 工作任务. */
export const isWeak = (word: string): boolean => WEAK_HEAD.test(word) || WEAK_TAIL.test(word)

/** 绿色建筑面积 → 绿色建筑; the phrase itself where it ends in no measure. */
export function withoutMeasure(phrase: string): string {
  const rest = phrase.replace(MEASURE, '')
  return rest.length >= 2 ? rest : phrase
}
