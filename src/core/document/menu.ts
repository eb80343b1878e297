import type { Line } from './lines.ts'
import { tight } from './matter.ts'
import { looksLikeUnit } from './unit-name.ts'

/** What a web page's menu or breadcrumb begins with. */
const MENU_START = /^(?:网站|返回)?首页(?:$|[>＞»›|/])|^(?:您?(?:现在|当前)?的?(?:所在)?位置)[:：]/
const MENU_ENTRY_MAX = 8
/** Words of a document, however short the line. */
const OF_TITLE = /关于|20\d\d|[（(〔《]|(?:通知|意见|方案|清单|台账|要点|计划|规划|任务|措施)$/

/** The lines of a head without the menu that a web page prints above its text: 首页, 政务公开, 互动交流. */
export function withoutMenu(head: readonly Line[]): readonly Line[] {
  let inMenu = false
  return head.filter(line => {
    const words = tight(line)
    inMenu = MENU_START.test(words) || (inMenu && isEntry(words))
    return !inMenu
  })
}

function isEntry(words: string): boolean {
  return words.length <= MENU_ENTRY_MAX && !looksLikeUnit(words) && !OF_TITLE.test(words)
}
