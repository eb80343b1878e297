/** Text of at most so many characters; where some are left out it says how many there are. */
// shortened('一二三四', 2) => '一二……（共4字）'
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most).join('')}……（共${characters.length}字）` : text
}

/** The head of a text in so many bytes of UTF-8: whole lines, unless its last line is most of it. */
export function headWithin(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text)
  if (encoded.length <= bytes) return text
  // `stream` keeps back a character that was cut in two.
  const head = new TextDecoder().decode(encoded.subarray(0, bytes), { stream: true })
  const end = head.lastIndexOf('\n')
  return end > head.length / 2 ? head.slice(0, end) : head
}

export const byteLength = (text: string): number => new TextEncoder().encode(text).length
