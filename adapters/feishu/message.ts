/** A message as Feishu sends it: `content` is JSON in a string. */
export interface FeishuMessage {
  readonly msg_type: 'interactive' | 'text' | 'file'
  readonly content: string
}
