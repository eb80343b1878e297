import type { SubscriptionCommand } from '../supervision/subscription/command.ts'
import { readSubscriptionCommand } from '../supervision/subscription/read-command.ts'
import { ANSWER_RULES, COMMAND_RULES, COMMAND_SIGN, type Rule } from './command-rules.ts'
import type { Move } from './entry.ts'
import { readCorrection } from './reading/correction.ts'
import type { Statement } from './reading/said.ts'
import { readStatements } from './reading/statement.ts'
import { matchVerbatim, verbatim } from './verbatim.ts'

/** What somebody wants done; `task` holds the words that point at it, empty where only the context does. */
export type Command =
  | { readonly kind: 'confirm' | 'cancel' | 'edit'; readonly proposal: string }
  | { readonly kind: 'form' | 'withdraw'; readonly task: string }
  | { readonly kind: 'report'; readonly statements: readonly Statement[] }
  | { readonly kind: 'correct'; readonly old: string; readonly statement: Statement }
  | { readonly kind: 'move'; readonly move: Move; readonly task: string; readonly reason: string }
  | { readonly kind: 'extend'; readonly task: string; readonly until: string; readonly reason: string }
  | {
      readonly kind: 'decide-extension'
      readonly isApproved: boolean
      readonly task: string
      readonly reason: string
    }
  | {
      readonly kind: 'problem'
      readonly step: 'coordinate' | 'solve'
      readonly task: string
      readonly text: string
    }
  | { readonly kind: 'bind' | 'export' | 'chat-document' | 'chat-unit'; readonly words: string }
  /** `person`: whose bindings end; empty for one's own. */
  | { readonly kind: 'unbind'; readonly person: string }
  | { readonly kind: 'who-am-i' | 'people' }
  /** `wanted` is what the button's card showed: the key of a unit, or a role; empty where it was typed without. */
  | {
      readonly kind: 'decide-binding'
      readonly isApproved: boolean
      readonly person: string
      readonly wanted: string
    }
  | {
      readonly kind: 'decide-chat-unit'
      readonly isApproved: boolean
      readonly chat: string
      readonly wanted: string
    }
  | { readonly kind: 'wish'; readonly wish: SubscriptionCommand }
  | { readonly kind: 'urge'; readonly words: string }
  | { readonly kind: 'withdraw-urging' }
  | { readonly kind: 'card'; readonly colour: 'yellow' | 'red'; readonly task: string; readonly reason: string }

/** What reading a command needs beside the words. */
export interface CommandContext {
  /** The person was asked to confirm something here: only then 是 and 取消 answer it. */
  readonly isAsked: boolean
  /** Whether some task speaks of these words. */
  readonly hasTopic: (words: string) => boolean
}

/** Reads what somebody wants done; null where it is a question, or talk. */
export function readCommand(text: string, { isAsked, hasTopic }: CommandContext): Command | null {
  const words = text.trim()
  return ruled(words, isAsked) ?? wished(words) ?? corrected(words) ?? reported(words, hasTopic)
}

function ruled(text: string, isAsked: boolean): Command | null {
  const said = verbatim(text)
  const rules: readonly Rule[] = [
    ...(COMMAND_SIGN.test(said.folded) ? COMMAND_RULES : []),
    ...(isAsked ? ANSWER_RULES : []),
  ]
  for (const [pattern, read] of rules) {
    const groups = matchVerbatim(pattern, said)
    if (groups) return read(groups)
  }
  return null
}

function wished(text: string): Command | null {
  const wish = readSubscriptionCommand(text)
  return wish ? { kind: 'wish', wish } : null
}

function corrected(text: string): Command | null {
  const correction = readCorrection(text)
  return correction ? { kind: 'correct', old: correction.old ?? '', statement: correction.statement } : null
}

function reported(text: string, hasTopic: CommandContext['hasTopic']): Command | null {
  const read = readStatements(text, { hasTopic })
  return read ? { kind: 'report', statements: read.statements } : null
}
