/** The value a text holds, or undefined where it is not JSON: nothing that arrives is trusted to parse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
