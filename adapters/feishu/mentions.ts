import * as z from 'zod/mini'

/** An entry of `event.message.mentions`; people outside the app's reach come without an id. */
export const Mention = z.object({ id: z.nullish(z.object({ open_id: z.nullish(z.string()) })) })
export type Mention = z.infer<typeof Mention>

/**
 * Whether one of the mentions is the bot with that open_id. Somebody else's mention, another bot's and @所有人 are not us;
 * without an open_id of our own nobody is, so that a group is never disturbed by mistake.
 */
export function mentions(listed: readonly Mention[], openId: string): boolean {
  return openId !== '' && listed.some(({ id }) => id?.open_id === openId)
}

/** All kinds at once: replaced one by one, `@_user_1` would eat the head of `@_user_10`. */
const PLACEHOLDER = /@_user_\d+|@_all/g

/** What was said, as it was written, without whom it was said to, ends trimmed. `@_user_1 　第３条` => `第３条` */
export function withoutMentions(text: string): string {
  return text.replace(PLACEHOLDER, ' ').trim()
}
