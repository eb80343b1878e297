/** 总体要求 and the like open a document: they say why, not who does what. */
const OPENING =
  /^(?:明确|把握)?(?:总体(?:要求|目标|思路|部署|考虑)|指导思想|基本原则|(?:发展|工作|主要|建设|行动|改革|预期|规划|创建|任务)目标|目标任务|目标要求|(?:工作|发展|基本)思路|基本要求|重要意义|重大意义|适用范围|编制依据|(?:现状|形势|发展基础|发展环境|工作基础|规划背景|发展背景|背景|面临形势|现实基础)|遵循原则|工作原则|总则)/
/** 保障措施 and the like close it: tasks only where somebody is named, or the tasks' own numbering runs on. */
const CLOSING =
  /^(?:强化|加强|切实|完善|狠抓|抓好|认真|做好|健全|严格|落实|积极稳妥|进一步)*(?:强化|加强|抓好)?(?:组织(?:实施|领导|保障|推进|落实|推动)|领导和组织|保障(?:措施|机制)|实施保障|(?:工作|有关|相关|几点|推进)要求|措施保障|落实措施|附则|规划实施|(?:实施|工作)(?:步骤|安排)|责任追究|其他事项|组织领导和)/
const OPENING_TITLE_MAX = 16

export function isOpening(title: string): boolean {
  return title.length <= OPENING_TITLE_MAX && OPENING.test(title)
}

export function isClosing(title: string): boolean {
  return CLOSING.test(title)
}
