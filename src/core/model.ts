import * as z from 'zod/mini'

/** Half-open range [start, end) of UTF-16 offsets into the document's original text: `text.slice(start, end)` is the quote. */
export const Span = z.readonly(z.tuple([z.number(), z.number()]))
export type Span = z.infer<typeof Span>

/** 层级 of the body that issued a document or that a unit belongs to. */
export const Level = z.enum(['national', 'province', 'city', 'county'])
export type Level = z.infer<typeof Level>

/** A document-wide rule the text states once, such as 列第一位的为牵头部门，下同. */
export const DocumentRule = z.readonly(z.object({ text: z.string(), span: Span }))
export type DocumentRule = z.infer<typeof DocumentRule>

/** 章节: a numbered heading that groups tasks; `path` holds the headings above it, outermost first. */
export const Section = z.readonly(
  z.object({ ordinal: z.string(), title: z.string(), path: z.readonly(z.array(z.string())), span: Span }),
)
export type Section = z.infer<typeof Section>

/** 文件: what the head and tail matter of an official document say about it. */
export const PolicyDocument = z.readonly(
  z.object({
    /** The 发文字号, or the file name less its ending where the document prints none. */
    id: z.string(),
    /** 发文字号, brackets as 〔〕 and no spaces: 鲁政办字〔2023〕5号. */
    number: z.nullable(z.string()),
    title: z.string(),
    /** 发文机关, as signed. */
    issuers: z.readonly(z.array(z.string())),
    /** 成文日期 as YYYY-MM-DD. */
    issuedOn: z.nullable(z.string()),
    level: Level,
    /** 地区 the issuer governs: 山东省, 淄博市, 高青县; empty for the State Council's own bodies. */
    region: z.string(),
    /** 公开属性: 此件公开发布, 此件主动公开, … */
    publicity: z.nullable(z.string()),
    rules: z.readonly(z.array(DocumentRule)),
    sections: z.readonly(z.array(Section)),
  }),
)
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** 时限: a limit that binds a task or a part of it. */
export const Deadline = z.readonly(
  z.object({
    /** The words that state it: 6月底前. */
    text: z.string(),
    /** The last day that keeps it, YYYY-MM-DD; null where the text names no date (汛期前, 三年内). */
    date: z.nullable(z.string()),
    /** `stated`: the text names the date or a part of the document's own year; `implied`: we infer it. */
    certainty: z.enum(['stated', 'implied']),
    /** The words it binds. */
    clause: z.string(),
    span: Span,
    /** Name of the rule that read it. */
    rule: z.string(),
  }),
)
export type Deadline = z.infer<typeof Deadline>

/** `>=` 以上 · `<=` 以内 · `=` · `~` 左右. */
export const Comparator = z.enum(['>=', '<=', '=', '~'])
export type Comparator = z.infer<typeof Comparator>

/** 指标: one number a task is measured by. */
export const Target = z.readonly(
  z.object({
    /** The clause that states it. */
    text: z.string(),
    /** What is measured: 可再生能源装机规模. */
    metric: z.string(),
    comparator: Comparator,
    /** As printed, before 万/亿, which belong to `unit`: 2.8 万家. */
    value: z.number(),
    /** Upper end of a range: 3-5个. */
    valueMax: z.optional(z.number()),
    unit: z.string(),
    /** 基期, what a rise or fall is measured against: 较2020年. */
    baseline: z.optional(z.string()),
    span: Span,
    rule: z.string(),
  }),
)
export type Target = z.infer<typeof Target>

/** 任务: one numbered duty of a document. Unit lists hold the names as the document writes them, rejoined over line breaks. */
export const Task = z.readonly(
  z.object({
    /** `documentId#ordinal`; all ids of a document have one form. */
    id: z.string(),
    documentId: z.string(),
    /** As the document prints it and as short as is unique there: 27, （三）, 二（一）1. */
    ordinal: z.string(),
    /** Headings above it with their ordinals, outermost first: 三、坚定不移扩大内需. */
    path: z.readonly(z.array(z.string())),
    title: z.string(),
    /** The text without ordinal, title and annotation, line breaks rejoined. */
    body: z.string(),
    /** 牵头单位 */
    leadUnits: z.readonly(z.array(z.string())),
    /** 参与、配合、会同单位 */
    supportingUnits: z.readonly(z.array(z.string())),
    /** 责任单位: A、B负责, 按职责分工负责; nobody is named lead. */
    responsibleUnits: z.readonly(z.array(z.string())),
    /** The annotation as printed, line breaks rejoined; empty where there is none. */
    responsibilityText: z.string(),
    deadlines: z.readonly(z.array(Deadline)),
    targets: z.readonly(z.array(Target)),
    /** From the ordinal to the end of the annotation. */
    span: Span,
  }),
)
export type Task = z.infer<typeof Task>

/** 存疑: something a reader should look at; never an exception. */
export const Doubt = z.readonly(z.object({ code: z.string(), message: z.string(), span: Span }))
export type Doubt = z.infer<typeof Doubt>

/** One document as read: what `duban parse --json` prints. */
export const ParsedDocument = z.readonly(
  z.object({
    document: PolicyDocument,
    tasks: z.readonly(z.array(Task)),
    doubts: z.readonly(z.array(Doubt)),
  }),
)
export type ParsedDocument = z.infer<typeof ParsedDocument>

/** A number that somebody reports, as they wrote it: 7600 万千瓦. */
export const ReportedValue = z.readonly(z.object({ text: z.string(), value: z.number(), unit: z.string() }))
export type ReportedValue = z.infer<typeof ReportedValue>

/** 进展: what a unit says of a task. Never changed: a later one supersedes it, or a withdrawal takes it back. */
export const ProgressReport = z.object({
  id: z.string(),
  taskId: z.string(),
  /** Key of the unit it speaks for. */
  unit: z.string(),
  /** `progress` of the lead or responsible unit, or a supporting unit's own `note`, which changes no state. */
  role: z.enum(['progress', 'note']),
  /** The person, as the platform authenticated them: feishu:ou_…. */
  by: z.string(),
  /** Instant in Shanghai's time, 2023-06-01T09:00:00+08:00: its first ten characters are the day. */
  at: z.string(),
  /** The person's own words. */
  text: z.string(),
  /** 0 to 100. */
  percent: z.optional(z.number()),
  values: z.readonly(z.array(ReportedValue)),
  /** 下步打算 */
  nextStep: z.optional(z.string()),
  /** 存在问题 */
  problem: z.optional(z.string()),
  /** 无进展: said so, which is a report too. */
  declaresNone: z.optional(z.boolean()),
  /** 完成: the unit says so; the supervision office decides. */
  declaresDone: z.boolean(),
  /** Id of the report that this one corrects. */
  supersedes: z.optional(z.string()),
})
export type ProgressReport = Readonly<z.infer<typeof ProgressReport>>

/** 机构 as `seeds/units.json` lists it. */
export const UnitEntry = z.readonly(
  z.object({
    /** 规范全称 within its region: 山东省教育厅 is listed as 省教育厅 (the region prefix is the document's). */
    name: z.string(),
    level: Level,
    /** 简称 */
    short: z.optional(z.readonly(z.array(z.string()))),
    /** 曾用名 */
    former: z.optional(z.readonly(z.array(z.string()))),
    /** 派出/分支: 市生态环境局 for 市生态环境局高青分局. */
    branchOf: z.optional(z.string()),
    /** 上级主管 or 管理 body: 省粮食和储备局 → 省发展改革委. */
    parent: z.optional(z.string()),
  }),
)
export type UnitEntry = z.infer<typeof UnitEntry>
