import { phraseReader } from '../reading.ts'

/** 其中、那…呢、它: how an utterance leans on the last one. */
export const readFollowing = phraseReader([
  {
    words:
      '其中|这(?:些|几[项个条])(?:任务|里面|里|当中|中)?|(?:这|那)里面?|里面|上面(?:这些|的|那些)?|刚才(?:的|那些|这些)',
    after: '的',
    says: { follows: 'within' },
  },
  { words: '只看|只要|只留|只显示|再?筛选?(?:出|一下)?|剩下的?', says: { follows: 'within' } },
  {
    words:
      '(?<!\\u{E000})(?:和|与|跟|同)(?=\\u{E000})|^(?:没有|有没有|有几项|有哪些)(?:是)?(?:和|与|跟)(?=\\u{E000})|^(?:去掉|剔除|不要|排除|除去|除了)',
    says: { follows: 'within' },
  },
  {
    words:
      '^(?:那么?|再看看?)|呢[?？。]?$|换成|改成|改为|改看|换(?=省|市|县)|我(?:问|说|指|要|想问)的?(?:不?是)|应该是',
    says: { follows: 'replaces' },
  },
  {
    words:
      '^它的?|^其(?=牵头|责任|目标|时限|原文|参与)|这(?:个|条|项|件)(?:任务|工作)?的?|该(?:项|任务|条)的?|那(?:个|条|项)(?:任务)?的?',
    says: { follows: 'refers' },
  },
])
