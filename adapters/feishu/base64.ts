/** The bytes of base64. Throws for what is none. `Uint8Array.fromBase64` is not on every runtime yet; `Uint8Array.from` takes ten times as long. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** A text in letters, digits, `-` and `_` alone. */
// asciiOf('督办') => '552j5Yqe'
export const asciiOf = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The text that `asciiOf` wrote; null where it wrote none such. */
export function fromAscii(ascii: string): string | null {
  try {
    const bytes = bytesOf(ascii.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
