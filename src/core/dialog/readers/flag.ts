import { phraseReader } from '../reading.ts'

const WITHOUT = '(?<!有)(?:没有?|无|未|缺少?|不带)(?:写明?|明确|列出?|标明|指定|注明|设置?|设定|规定|定)?(?:任何)?'
const WITH = '(?:有|写明?了?|明确了?|带|设了?|规定了?|列了?|含)(?:具体|明确|量化|数字|完成)*的?'
const UNIT = '(?:的)?(?:单位|部门)'
const LEAD = '(?:牵头|主办)'
const SUPPORT = '(?:参与|配合|协办)'
const TARGET = '(?:具体|量化|数字)*的?(?:指标|目标|数字)'
const LIMIT = '(?:完成)?(?:具体)?的?(?:时限|期限|截止(?:日期|时间)?|完成时间|时间(?:要求|节点))'

/** 没有牵头单位、写明时限…: what tasks have or lack. */
export const readFlags = phraseReader([
  { words: '(?:不是|并非)没有?(?:期限|时限)的', says: { flags: ['has-deadline'] } },
  { words: `${WITHOUT}${LEAD}${UNIT}|未(?:写明|明确)牵头|没有?人牵头`, after: '的', says: { flags: ['no-lead'] } },
  { words: `${WITHOUT}(?:责任|负责)(?:的)?(?:单位|部门|人)`, after: '的', says: { flags: ['no-unit'] } },
  { words: `${WITHOUT}${SUPPORT}${UNIT}`, after: '的', says: { flags: ['no-support'] } },
  { words: `${WITHOUT}${TARGET}`, after: '值?的?', says: { flags: ['no-target'] } },
  { words: `${WITHOUT}${LIMIT}`, after: '的', says: { flags: ['no-deadline'] } },
  {
    words: '没有(?:其他|其它|别的)(?:的)?(?:参与|配合)?单位(?:参与|参加|配合)?|(?:不|无)需(?:其他|别的)单位配合',
    after: '的',
    says: { flags: ['no-support'] },
  },
  { words: '一个(?:责任|牵头)?单位都没(?:有|写|列)', after: '的', says: { flags: ['no-unit'] } },
  {
    words: '(?:只由|仅由|单独|独自|独立|独家|一家)+(?=牵头|承担)|一家(?:单独|独立)(?=牵头|承担)',
    says: { flags: ['sole-lead'] },
  },
  {
    words: `(?:几项|几个|哪些|多少项)?${WITH}${TARGET}(?:要求|值)?(?=的|$)`,
    after: '的',
    says: { flags: ['has-target'] },
  },
  { words: `${WITH}${LIMIT}`, after: '的', says: { flags: ['has-deadline'] } },
  { words: `(?:有|写明?了?|明确了?)${LEAD}${UNIT}(?=的|$)`, after: '的', says: { flags: ['has-lead'] } },
  { words: `${WITH}${SUPPORT}${UNIT}(?=的|$)`, after: '的', says: { flags: ['has-support'] } },
])
