/** One Feishu app (自建应用), as the developer console shows it. */
export interface FeishuSettings {
  readonly appId: string
  readonly appSecret: string
  readonly encryptKey: string
  readonly verificationToken: string
  /** Base of the API, without a trailing slash: government clouds run copies of the platform. */
  readonly domain: string
  /** Where given, people of other tenants in external groups are ignored. */
  readonly tenantKey?: string | undefined
}
