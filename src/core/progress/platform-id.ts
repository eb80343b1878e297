/** The platform's name and its own id: feishu:ou_1. */
const PLATFORM_ID = /^(?:[a-z]+:)?[\w-]{3,120}$/u

/** A person or a chat as somebody writes them in a setting or a list; one without its platform is Feishu's. Null for anything else. */
// readPlatformId('ou_1') => 'feishu:ou_1'
export function readPlatformId(text: string): string | null {
  if (!PLATFORM_ID.test(text)) return null
  return text.includes(':') ? text : `feishu:${text}`
}
