import type { Ledger } from '../../search/ledger.ts'
import { type Answer, blank } from '../answer.ts'
import type { Asker } from '../reading.ts'
import type { Slots } from '../slots.ts'

/** What one can ask, with examples that this ledger answers, and what who asks can do besides. */
export function answerHelp(ledger: Ledger, slots: Slots, speaker: Asker | null = null): Answer {
  const examples = [...exampleQuestions(ledger), ...(speaker ? exampleCommands(speaker) : [])]
  return {
    ...blank(
      slots,
      'help',
      `我按${ledger.documents.length}个文件的${ledger.tasks.length}项任务回答，条条有出处。您可以这样问：`,
    ),
    lines: examples.map(title => ({ number: null, title: `· ${title}`, lines: [], taskId: null })),
  }
}

/** What to type for reports and reminders, for those who may. */
function exampleCommands({ units, roles }: Asker): readonly string[] {
  const liaison = ['27完成80%，下步……（报进展）', '我牵头的 · 哪些还没报', '每周一9点提醒报进展 · 我订阅了啥']
  const office = ['待审核的有哪些 · 通过27 · 退回27 原因', '有哪些问题 · 催办没报的 · 导出台账', '每周五下午4点发周报']
  if (units.length === 0 && roles.size === 0) return ['绑定 单位名称（绑定后可以报进展）']
  return [...(units.length > 0 ? liaison : []), ...(roles.has('office') ? office : [])]
}

/** Questions to begin with, in the words of this ledger. */
export function exampleQuestions(ledger: Ledger): readonly string[] {
  const led = ledger.units.units.find(unit => ledger.tasksOf(unit.key, 'lead').length > 1) ?? ledger.units.units[0]
  const unit = led?.name ?? '省教育厅'
  return [
    `${unit}牵头哪些任务`,
    `${unit}参与多少项`,
    '第27条是什么',
    '可再生能源装机目标多少',
    '年底前要完成哪些任务',
    '都有哪些文件',
    '下一页 · 第3个详细说说 · 它的原文',
  ]
}

/** 我单位 of somebody who is bound to none; where it is not known who asks, nobody can be. */
export function answerMine(slots: Slots, speaker: Asker | null): Answer {
  if (speaker)
    return blank(slots, 'help', '您还没有绑定单位。请说“绑定 省能源局”（换成您单位的名称），管理员同意后再这样问。')
  return blank(
    slots,
    'help',
    '我还不知道您是哪个单位。绑定单位之前，请写出单位的全称或简称，例如“省能源局牵头哪些任务”。',
  )
}

/** 谢谢, 好的: the conversation stays where it is. */
export function answerThanks(slots: Slots): Answer {
  return blank(slots, 'help', '不客气。可以接着问，例如“下一页”“第3个详细说说”。')
}

/** Opinions, forecasts and things outside the documents. */
export function answerDeclined(slots: Slots): Answer {
  return blank(slots, 'none', '我只回答文件里写明的内容，不作评价和预测，也不答文件以外的事。')
}
