/** How wide a report is, in columns of a terminal. */
const WIDTH = 76
/** Words that no line end parts: a number with its unit, Latin words; and a mark never begins a line. */
const WORD = /(?:[≥≤约]?\d[\d.,–—-]*[%‰万亿年]*|[A-Za-z]+|[“（《]?.)[、，；：。！？）》”]*/gsu

/** How many columns a terminal needs for a text: Han characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
}

/** A text behind a name, broken over lines and indented under itself. */
export function wrapped(name: string, text: string): string[] {
  const indent = ' '.repeat(columns(name))
  const room = WIDTH - indent.length
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const word of text.match(WORD) ?? []) {
    const more = columns(word)
    if (width > 0 && width + more > room) {
      lines.push(line.trimEnd())
      ;[line, width] = ['', 0]
    }
    if (word === ' ' && width === 0) continue
    line += word
    width += more
  }
  return [...lines, line].map((words, i) => (i === 0 ? name : indent) + words)
}
