/** Control characters that no text needs, and the marks that reverse the direction of what follows. */
const INVISIBLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** Text as any platform can take it: one kind of line break, no control characters, no half of a character. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, control => (control === '\n' ? control : ''))
    .toWellFormed()

/**
 * Text as it is, inside the `markdown` of a card: every ASCII sign as `&#NN;`, so that `**`, `<at id=all></at>`, links and
 * `:OK:` show as characters (富文本(Markdown): 转义字符). Spaces at a line's start keep their place.
 */
// escapeMarkdown('<at id=all>') => '&#60;at id&#61;all&#62;'
export const escapeMarkdown = (text: string): string =>
  tidy(text)
    .trimEnd()
    .replaceAll(/[!-/:-@[-`{-~]/g, sign => `&#${sign.codePointAt(0)};`)
    .replaceAll(/^ +/gm, spaces => '&#160;'.repeat(spaces.length))
    .replaceAll(/ *\n+/g, '<br>')

/**
 * Text as it is, inside a `text` message, which knows no escapes: what would be read as a tag or a link gets a full-width
 * bracket (发送消息内容结构: `<at user_id="all">`, `<b>`, `[text](url)`).
 */
// escapeText('<at user_id="all">') => '＜at user_id="all">'
export const escapeText = (text: string): string =>
  tidy(text)
    .replaceAll(/<(?=\s*[a-z/!])/giu, '＜')
    .replaceAll(/\](?=\s*\()/gu, '］')

/** For labels and headlines, where a line break would be lost. */
export const oneLine = (text: string): string => tidy(text).replaceAll(/\s+/g, ' ').trim()
