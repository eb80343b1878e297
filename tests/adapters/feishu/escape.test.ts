import { describe, expect, it } from 'vitest'
import { escapeMarkdown, escapeText, oneLine, tidy } from '../../../adapters/feishu/escape.ts'

describe('text inside markdown shows as characters', () => {
  it.each([
    ['a mention of everybody', '<at id=all></at>', '&#60;at id&#61;all&#62;&#60;&#47;at&#62;'],
    ['bold', '**重点**', '&#42;&#42;重点&#42;&#42;'],
    ['a colour', "<font color='red'>", '&#60;font color&#61;&#39;red&#39;&#62;'],
    ['a link', '[文件](https://x.cn)', '&#91;文件&#93;&#40;https&#58;&#47;&#47;x&#46;cn&#41;'],
    ['an emoji code', ':OK:', '&#58;OK&#58;'],
    ['a picture', '![图](img_1)', '&#33;&#91;图&#93;&#40;img&#95;1&#41;'],
    ['an escape', '&lt; &#60;', '&#38;lt&#59; &#38;&#35;60&#59;'],
    ['a list number', '1. 一', '1&#46; 一'],
    ['a code block', '    x', '&#160;&#160;&#160;&#160;x'],
    ['line breaks', '一\r\n二\n\n三', '一<br>二<br>三'],
    ['Chinese text', '占比达到80以上（牵头：省能源局）', '占比达到80以上（牵头：省能源局）'],
  ])('%s', (_, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})

describe('a text message knows no escapes: tags and links lose their first bracket', () => {
  it.each([
    ['<at user_id="all">所有人</at>', '＜at user_id="all">所有人＜/at>'],
    ['< AT user_id="all">', '＜ AT user_id="all">'],
    ['<b>粗</b>', '＜b>粗＜/b>'],
    ['[文件](https://x.cn)', '[文件］(https://x.cn)'],
    ['增速<5%，占比>3', '增速<5%，占比>3'],
    ['[2023]5号', '[2023]5号'],
  ])('%s', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })
})

describe('text as a platform can take it', () => {
  it.each([
    ['no control characters', 'a\u0000b\u001Bc', 'abc'],
    ['no reversal of direction', 'a\u202Eb', 'ab'],
    ['no half characters', '😀\uD83D', '😀\uFFFD'],
    ['one kind of line break', 'a\rb\u2028c', 'a\nb\nc'],
  ])('has %s', (_, text, expected) => {
    expect(tidy(text)).toBe(expected)
  })

  it('is one line in a label', () => {
    expect(oneLine(' 一\n\t二 ')).toBe('一 二')
  })
})
