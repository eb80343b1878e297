/**
 * CJK radical code points that PDF text layers print instead of the character (⻔ for 门). NFKC folds the Kangxi block
 * U+2F00–2FDF and the compatibility ideographs U+F900–FAFF; these of U+2E80–2EFF have no decomposition.
 */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺁': '厂', '⺃': '乚', '⺄': '乙', '⺅': '亻', '⺆': '冂', '⺇': '几', '⺈': '刀', '⺉': '刂', '⺊': '卜', '⺋': '㔾',
  '⺌': '小', '⺍': '小', '⺎': '尢', '⺏': '尣', '⺐': '尢', '⺑': '尢', '⺒': '巳', '⺓': '幺', '⺔': '彑', '⺕': '彐',
  '⺖': '忄', '⺗': '㣺', '⺘': '扌', '⺙': '攵', '⺛': '旡', '⺝': '月', '⺞': '歹', '⺟': '母', '⺠': '民', '⺡': '氵',
  '⺢': '氺', '⺣': '灬', '⺤': '爫', '⺥': '爫', '⺧': '牛', '⺨': '犭', '⺩': '王', '⺪': '疋', '⺫': '罒', '⺬': '示',
  '⺭': '礻', '⺮': '竹', '⺯': '糹', '⺰': '纟', '⺱': '罒', '⺲': '罒', '⺳': '网', '⺶': '羊', '⺷': '羊', '⺸': '羊',
  '⺹': '耂', '⺺': '聿', '⺻': '聿', '⺼': '月', '⺽': '臼', '⺾': '艹', '⺿': '艹', '⻀': '艹', '⻁': '虎', '⻂': '衤',
  '⻃': '覀', '⻄': '西', '⻅': '见', '⻆': '角', '⻇': '角', '⻈': '讠', '⻉': '贝', '⻊': '足', '⻋': '车', '⻌': '辶',
  '⻍': '辶', '⻎': '辶', '⻏': '阝', '⻐': '钅', '⻑': '長', '⻒': '镸', '⻓': '长', '⻔': '门', '⻕': '阝', '⻖': '阝',
  '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻞': '食', '⻟': '飠', '⻠': '饣',
  '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻫': '斉',
  '⻬': '齐', '⻭': '歯', '⻮': '齿', '⻯': '竜', '⻰': '龙', '⻱': '亀', '⻲': '亀', '⻳': '龟',
}

/** Whether a UTF-16 code unit lies in a block that only looks like ordinary characters. */
export function isLookalike(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)
}

/** The ordinary character for a lookalike: foldLookalike("⺠") => "民". One character in, one out. */
export function foldLookalike(character: string): string {
  const folded = SUPPLEMENT[character] ?? character.normalize('NFKC')
  return folded.length === 1 ? folded : character
}
