import type { Head } from './pointer.ts'
import type { Typed } from './typed.ts'

/** Whether some task speaks of these words. */
export type HasTopic = (words: string) => boolean

/** 崂山实验室那条：… */
const THAT_ONE =
  /^(?:关于|对于)?(?<topic>[^,。;:!?\n\d][^,。;:!?\n]{1,39}?)的?[这那](?:一)?(?:条|项|个任务|块|个事)(?!目)(?:任务|工作)?[:,]?/u
/** 可再生能源装机：… */
const BEFORE_COLON = /^(?:关于|对于)?(?<topic>[^,。;:!?\n]{2,40}):/u
const SUBJECT_END =
  /(?:目前|现在|现|均|都|也|全部|总体|整体)*(?:已|正在|完成(?!情况|率|度|时限|期限|时间)|达到?|累计|无进展|没有?进展|暂无进展|启动|尚未|还没|未启动|未开工|开工|有序推进|稳步推进|进展顺利|推进中|进行中|过半|百分之|[一二三四五六七八九]成(?=$|[,。;])|\d{1,3}(?:\.\d+)?%)/u
/** What only frames a topic. */
const FRAME = /^(?:关于|对于|对|其中)|(?:的|任务|工作|进展|进度|进展情况|情况|项目|方面|这块|目前|现在|,)+$/gu
/** Not what a task is about: a unit, a place, a time, the work in general. */
const NO_TOPIC =
  /(?:局|厅|委|委员会|办|办公室|政府|宣传部|组织部|统战部|公司)$|^(?:全[省市县]|我[省市县局厅委们]|我单位|本[省市县局]|省里|市里|县里|目前|现在|项目|工程|任务|工作|年度|上半年|下半年|今年|本月|本周|各项|全部|总体|整体|问题|困难|下步|下一步|[\d年月日季度底前初末中上下旬一二三四]+)$/u

/** Reads a task named by what it is about at the head of the words from `start`; the ways in order of certainty. */
export function topicHead(typed: Typed, start: number, hasTopic: HasTopic): Head | null {
  return thatOne(typed, start) ?? beforeColon(typed, start, hasTopic)
}

function thatOne(typed: Typed, start: number): Head | null {
  const match = THAT_ONE.exec(typed.text.slice(start, start + 60))
  const words = framed(match?.groups?.['topic'] ?? '')
  if (!match || words.length < 2 || NO_TOPIC.test(words) || SUBJECT_END.test(words)) return null
  return label(words, start + match[0].length)
}

function beforeColon(typed: Typed, start: number, hasTopic: HasTopic): Head | null {
  const match = BEFORE_COLON.exec(typed.text.slice(start, start + 60))
  const words = framed(match?.groups?.['topic'] ?? '')
  if (!match || !isTopic(words, hasTopic) || SUBJECT_END.test(words)) return null
  return label(words, start + match[0].length)
}

/** Words that only name the task: what is said of it begins at `end`. */
const label = (words: string, end: number): Head => ({
  pointer: { kind: 'topic', words },
  textStart: end,
  sentenceStart: end,
  bodyStart: end,
  counter: '',
  certain: true,
})

/** 崂山实验室已完成入轨评估: the topic is the subject, and stays in the person's words. */
export function subjectHead(typed: Typed, start: number, hasTopic: HasTopic): Head | null {
  const clause = /^[^,。;:!?\n]*/u.exec(typed.text.slice(start, start + 60))?.[0] ?? ''
  const at = SUBJECT_END.exec(clause)?.index ?? 0
  const words = framed(clause.slice(0, at))
  if (!isTopic(words, hasTopic)) return null
  return {
    pointer: { kind: 'topic', words },
    textStart: start,
    sentenceStart: start,
    bodyStart: start + at,
    counter: '',
    certain: false,
  }
}

const framed = (words: string): string => words.replace(FRAME, '').replace(/[“”"《》]/gu, '')

const isTopic = (words: string, hasTopic: HasTopic): boolean =>
  words.length >= 2 && !NO_TOPIC.test(words) && hasTopic(words)
