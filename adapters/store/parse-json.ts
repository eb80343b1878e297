/** What a text says as JSON; `undefined`, which fits no schema, where it says nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
