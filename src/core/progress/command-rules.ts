import type { Command } from './command.ts'
import { CARD_NAMES, type Move } from './entry.ts'
import type { Statement } from './reading/said.ts'

type Groups = Readonly<Record<string, string>>
/** A shape of words on folded text (verbatim.ts), and what it says. */
export type Rule = readonly [pattern: RegExp, read: (groups: Groups) => Command]

/** Words that point at tasks: 27, 第27条, 25-30条, 5号文27条, …#27, 崂山实验室那条, 这条. */
const NUMBER = '(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})'
const POINTER = [
  '[^\\s,。:;!?]{0,60}#[0-9一二三四五六七八九十()（）]{1,14}',
  `[^,。:;!?]{0,40}?第?${NUMBER}(?:\\s*(?:[、,]|和|到|至|-|—|~)\\s*第?${NUMBER})*\\s*(?:条|项|号任务)?`,
  '[^,。:;!?]{0,30}?(?:[零〇一二三四五六七八九十]?\\([一二三四五六七八九十]{1,3}\\)[0-9]{0,2})',
  '[^,。:;!?]{2,30}那[条项个]',
  '这[条项个]|那[条项个]|它',
].join('|')
const TASK = `(?<task>${POINTER})`
const TASK_AGAIN = `(?<again>${POINTER})`
/** 到9月底, 至2023年9月30日; not 了吗, not 到什么时候. */
const UNTIL =
  '(?:(?:到|至|为)(?:了)?|(?=[0-9一二三四五六七八九十本下明今后年月]))(?!什么|哪|几|多)(?<until>[^,;:?吗呢]{2,20}?)'
const WHY = '(?:(?:原因|理由)(?:[:\\s]+|是[:\\s]*)|(?:因为|因|由于)[:\\s]*)'
const POSTPONE = '(?:延期|延长|延后|推迟)(?:完成|办理)?(?:时限|期限)?'
const END = '[.。!！~\\s]*$'
const GAP = '[\\s,、:：]*'

/** The move's own words, before and behind the task. 27办结 is what a unit says of its task, not the office. */
const MOVE_WORDS: readonly (readonly [move: Move, before: string, behind: string])[] = [
  ['approve', '(?:审核)?通过|(?:准予|同意)?办结', '(?:审核)?通过|(?:准予|同意)办结'],
  ['return', '退回|打回|驳回|(?:审核)?不(?:予)?通过', '退回|打回|驳回|(?:审核)?不(?:予)?通过'],
  ['close', '销号', '销号'],
  ['suspend', '中止|暂停', '中止|暂停'],
  ['terminate', '终止', '终止'],
  ['resume', '恢复|重启', '恢复|重启'],
]

/** What the office answers a review card with, about the task that was shown last. */
const ALONE: ReadonlySet<Move> = new Set(['approve', 'return', 'close'])

const moveRules: readonly Rule[] = MOVE_WORDS.flatMap(([move, before, behind]): readonly Rule[] => {
  const read = ({ task = '', reason = '' }: Groups): Command => ({
    kind: 'move',
    move,
    task,
    reason: withoutLabel(reason),
  })
  const reason = '(?:(?:[\\s,:;。、]+|(?=因|由于|原因|理由))(?<reason>\\S.{0,500}))?'
  return [
    [new RegExp(`^\\/?(?:${before})${GAP}${TASK}${reason}${END}`, 'su'), read],
    [new RegExp(`^${TASK}${GAP}(?:予以|请)?(?:${behind})了?${reason}${END}`, 'su'), read],
    ...(ALONE.has(move) ? [[new RegExp(`^(?:${behind})${END}`, 'u'), read] as const] : []),
  ]
})

const extendRules: readonly Rule[] = [
  `^(?:(?:我们?)?(?:想|要|拟)?申请)?${TASK}${GAP}(?:想|要|拟|请求)?(?:申请)?${POSTPONE}${GAP}${UNTIL}(?:[,;:\\s]+${WHY}?(?<reason>.{0,500}))?${END}`,
  `^(?:申请)?${POSTPONE}${GAP}(?<task>第?${NUMBER}(?:条|项)?|[^\\s,。:;!?]{0,60}#[^\\s]{1,14})${GAP}${UNTIL}(?:[,;:\\s]+${WHY}?(?<reason>.{0,500}))?${END}`,
  `^(?:申请${TASK_AGAIN}${GAP}|${TASK}${GAP}(?:想|要|拟|请求)?申请)${POSTPONE}(?:[,;:\\s]+${WHY}(?<reason>.{0,500}))?${END}`,
].map(shape => [
  new RegExp(shape, 'su'),
  ({ task = '', again = '', until = '', reason = '' }) => ({ kind: 'extend', task: task || again, until, reason }),
])

/** 原因：…, 因为…; 理由不充分 is a reason itself. */
const withoutLabel = (reason: string): string =>
  reason.replace(/^(?:(?:原因|理由)(?:[:：\s]+|是[:：\s]*)|(?:因为|由于|因(?![素果此]))[:：\s]*)/u, '').trim()

const CARDS = ['yellow', 'red'] as const

const YES = '是|是的|对|对的|确认|确定|没错|好|好的|可以|行|嗯|ok|yes|y|提交'
const NO = '取消|不是|不对|算了|不|否|放弃|不报了|no|n'

/** Answers to a question back; with an id they are a button's. */
export const ANSWER_RULES: readonly Rule[] = [
  [new RegExp(`^(?:${YES})${END}`, 'iu'), () => ({ kind: 'confirm', proposal: '' })],
  [new RegExp(`^(?:${NO})${END}`, 'iu'), () => ({ kind: 'cancel', proposal: '' })],
  [new RegExp(`^(?:修改|改一下)${END}`, 'u'), () => ({ kind: 'edit', proposal: '' })],
]

/** Of a proposal: the message that it came from, with its platform. */
const ID = '(?<proposal>[a-z]{2,20}:\\S{3,200})'

/** 27条申请办结 is how a unit says that it is done. */
const submission = (task: string, text: string): Statement => ({
  pointer: { kind: 'ordinal', words: task },
  text,
  values: [],
  declaresDone: true,
  declaresNone: false,
  declaresStarted: false,
})

const UNIT_WORDS = '(?<words>[^\\s,。:;!?]{2,40})'

/** Every command has one of these. Most questions have none, and a Worker that starts cold need not compile the rules for them. */
export const COMMAND_SIGN =
  /确|取消|修改|是|提交|放弃|报|填|申请|撤|删|同意|批准|拒绝|驳|延|推迟|协调|答复|回复|解|关闭|催|牌|通过|办结|退回|打回|销号|止|停|恢复|重启|名单|绑|联络|我|群|导出|下载|whoami/iu

export const COMMAND_RULES: readonly Rule[] = [
  [new RegExp(`^确认 ${ID}$`, 'u'), ({ proposal = '' }) => ({ kind: 'confirm', proposal })],
  [new RegExp(`^取消 ${ID}$`, 'u'), ({ proposal = '' }) => ({ kind: 'cancel', proposal })],
  [new RegExp(`^修改 ${ID}$`, 'u'), ({ proposal = '' }) => ({ kind: 'edit', proposal })],
  // Too late or too early, they still mean the same: whoever says them is told that nothing waits.
  [new RegExp(`^(?:是的?|确认|确定|提交)${END}`, 'u'), () => ({ kind: 'confirm', proposal: '' })],
  [new RegExp(`^(?:取消|放弃|不报了)${END}`, 'u'), () => ({ kind: 'cancel', proposal: '' })],
  [
    new RegExp(`^\\/?(?:我要|请)?(?:报|上报|填报|报送|填)(?:一下)?进[展度](?:表单?)?${GAP}${TASK}?${END}`, 'u'),
    ({ task = '' }) => ({ kind: 'form', task }),
  ],
  // Who asks how is told by the answer to the command without a task.
  [new RegExp(`^(?:报一下|(?:怎么|怎样|如何)(?:填|上)?报进展)[?]?${END}`, 'u'), () => ({ kind: 'form', task: '' })],
  [
    new RegExp(`^(?:怎么|怎样|如何)申请延期[?]?${END}`, 'u'),
    () => ({ kind: 'extend', task: '', until: '', reason: '' }),
  ],
  [
    new RegExp(`^${TASK}${GAP}(?<said>(?:现|拟)?申请(?:办结|销号|审核|验收)(?:[,;:\\s].{0,900})?)$`, 'su'),
    ({ task = '', said = '' }) => ({ kind: 'report', statements: [submission(task, said)] }),
  ],
  [
    new RegExp(
      `^\\/?(?:撤回|撤销|删除)${GAP}(?:刚才|上一?|最近|刚刚)?的?(?:那|这)?(?:一?[条个次])?的?${GAP}(?:${TASK}的?)?(?:进展|报告|反馈)?${END}`,
      'u',
    ),
    ({ task = '' }) => ({ kind: 'withdraw', task }),
  ],
  [
    new RegExp(`^(?:同意|批准)${GAP}${TASK}的?${GAP}(?:申请)?延期(?:申请)?${END}`, 'u'),
    ({ task = '' }) => ({ kind: 'decide-extension', isApproved: true, task, reason: '' }),
  ],
  [
    new RegExp(
      `^(?:不同意|不批准|驳回)${GAP}${TASK}的?${GAP}(?:申请)?延期(?:申请)?(?:[\\s,:;]+(?<reason>.{0,500}))?${END}`,
      'su',
    ),
    ({ task = '', reason = '' }) => ({
      kind: 'decide-extension',
      isApproved: false,
      task,
      reason: withoutLabel(reason),
    }),
  ],
  ...extendRules,
  [
    new RegExp(`^(?:协调|答复|回复)${GAP}${TASK}(?:的?问题)?${GAP}(?<text>\\S.{0,900})$`, 'su'),
    ({ task = '', text = '' }) => ({ kind: 'problem', step: 'coordinate', task, text }),
  ],
  [
    new RegExp(`^${TASK}的?问题${GAP}(?:答复|协调|回复)${GAP}(?<text>\\S.{0,900})$`, 'su'),
    ({ task = '', text = '' }) => ({ kind: 'problem', step: 'coordinate', task, text }),
  ],
  [
    new RegExp(`^(?:解决|关闭)${GAP}${TASK}(?:的?问题)?(?:[\\s,:;、]+(?<text>\\S.{0,900}))?$`, 'su'),
    ({ task = '', text = '' }) => ({ kind: 'problem', step: 'solve', task, text }),
  ],
  [
    new RegExp(`^${TASK}的?问题${GAP}(?:已经?)?(?:解决|关闭|办结)了?(?:[\\s,:;、]+(?<text>\\S.{0,900}))?${END}`, 'su'),
    ({ task = '', text = '' }) => ({ kind: 'problem', step: 'solve', task, text }),
  ],
  [new RegExp(`^撤回(?:刚才|上次|最近)?的?(?:那条|那次)?催办${END}`, 'u'), () => ({ kind: 'withdraw-urging' })],
  [
    new RegExp(
      `^\\/?(?:(?:请|帮我|麻烦)?(?:催办|催报|催促|催)(?:一下|一催|下)?)${GAP}(?<words>[^,;:!?]{0,40}?)${END}`,
      'u',
    ),
    ({ words = '' }) => ({ kind: 'urge', words }),
  ],
  ...CARDS.flatMap((colour): readonly Rule[] => [
    [
      new RegExp(
        `^(?:亮|给予|发)?${CARD_NAMES[colour]}(?:警告)?${GAP}(?:给)?${TASK}?(?:[\\s,:;]+(?<reason>\\S.{0,500}))?${END}`,
        'su',
      ),
      ({ task = '', reason = '' }) => ({ kind: 'card', colour, task, reason: withoutLabel(reason) }),
    ],
    [
      new RegExp(
        `^(?:给|对)?${TASK}${GAP}(?:亮|给予|发)${CARD_NAMES[colour]}(?:警告)?(?:[\\s,:;]+(?<reason>\\S.{0,500}))?${END}`,
        'su',
      ),
      ({ task = '', reason = '' }) => ({ kind: 'card', colour, task, reason: withoutLabel(reason) }),
    ],
  ]),
  ...moveRules,
  [
    new RegExp(`^(?:联络员名单|绑定名单|人员名单|谁绑定了|有哪些联络员|联络员有哪些)[?？]?${END}`, 'u'),
    () => ({ kind: 'people' }),
  ],
  [
    new RegExp(`^\\/?(?:申请)?绑定(?:单位|到|为|成)?${GAP}${UNIT_WORDS}?${END}`, 'u'),
    ({ words = '' }) => ({ kind: 'bind', words }),
  ],
  [
    new RegExp(`^我是${UNIT_WORDS}的(?:联络员|人|同志|工作人员)?${END}`, 'u'),
    ({ words = '' }) => ({ kind: 'bind', words }),
  ],
  [
    new RegExp(`^(?:解绑|解除绑定|取消绑定)(?:\\s+(?<person>[a-z]{2,20}:\\S{1,120}))?${END}`, 'u'),
    ({ person = '' }) => ({ kind: 'unbind', person }),
  ],
  [
    /^(?<verdict>同意|拒绝)绑定 (?<person>\S{3,120})(?: (?<wanted>\S{2,80}))?$/u,
    ({ verdict, person = '', wanted = '' }) => ({
      kind: 'decide-binding',
      isApproved: verdict === '同意',
      person,
      wanted,
    }),
  ],
  [
    /^(?<verdict>同意|拒绝)本群 (?<chat>\S{3,120})(?: (?<wanted>\S{2,80}))?$/u,
    ({ verdict, chat = '', wanted = '' }) => ({
      kind: 'decide-chat-unit',
      isApproved: verdict === '同意',
      chat,
      wanted,
    }),
  ],
  [new RegExp(`^(?:我是谁|我的(?:身份|绑定|权限|编号)|whoami)[?？]?${END}`, 'iu'), () => ({ kind: 'who-am-i' })],
  [
    new RegExp(`^本群(?:默认)?(?:用|使用|文件(?:是|用|为)?|按)${GAP}(?<words>[^,。;!?]{2,60}?)(?:文件)?${END}`, 'u'),
    ({ words = '' }) => ({ kind: 'chat-document', words }),
  ],
  [
    new RegExp(`^(?:本群|这个群)(?:是|为|归|属于)(?<words>[^\\s,。:;!?]{2,40}?)(?:的?(?:工作)?群|的)${END}`, 'u'),
    ({ words = '' }) => ({ kind: 'chat-unit', words }),
  ],
  [
    new RegExp(`^\\/?(?:导出|下载)${GAP}(?<words>.{0,60}?)的?(?:台账|清单|表格|表|excel|xlsx)?${END}`, 'iu'),
    ({ words = '' }) => ({ kind: 'export', words }),
  ],
]
