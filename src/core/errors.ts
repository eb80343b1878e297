/** Base of every error Duban raises on purpose: `code` is stable, the message is for a person. */
export class DubanError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

/** A document whose head matter carries a 密级 is refused unless somebody overrides it explicitly. */
export class ClassifiedDocumentError extends DubanError {
  /** The marking as printed: 机密★10年. */
  readonly marking: string

  constructor(marking: string) {
    super('classified_document', `文件标有密级“${marking}”，未导入。确需导入的，请明确允许后重试。`)
    this.marking = marking
  }
}

/** Configuration that cannot work; `variable` names what to set. Raised at start, never at the first request. */
export class ConfigError extends DubanError {
  readonly variable: string

  constructor(variable: string, problem: string, options?: ErrorOptions) {
    super('config', `${variable}: ${problem}`, options)
    this.variable = variable
  }
}

interface PlatformErrorDetails {
  readonly logId?: string | null
  readonly passing?: boolean
  readonly recipientGone?: boolean
  readonly mayHaveArrived?: boolean
  readonly cause?: unknown
}

/** A chat platform said no: its own code, and the id to quote to its support. */
export class PlatformError extends DubanError {
  readonly platform: string
  readonly platformCode: number | string
  readonly logId: string | null
  /** It may work later: too many calls, a fault of theirs, no connection. False where the same attempt can never work. */
  readonly passing: boolean
  /** Nobody can be reached there any more: the person left or switched us off, the group was dissolved or put us out. */
  readonly recipientGone: boolean
  /** Of one of the tries nobody knows how it ended: what was sent may be there. */
  readonly mayHaveArrived: boolean

  constructor(
    platform: string,
    platformCode: number | string,
    message: string,
    { logId = null, passing = false, recipientGone = false, mayHaveArrived = false, cause }: PlatformErrorDetails = {},
  ) {
    const trace = logId === null ? '' : `, log id ${logId}`
    super('platform', `${platform} answered ${platformCode}: ${message}${trace}`, { cause })
    this.platform = platform
    this.platformCode = platformCode
    this.logId = logId
    this.passing = passing
    this.recipientGone = recipientGone
    this.mayHaveArrived = mayHaveArrived
  }
}
