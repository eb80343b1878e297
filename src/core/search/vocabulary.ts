const INITIAL_SLOTS = 1 << 12
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1

/** Number of every distinct token, counted from 0: pairs of UTF-16 units in an open-addressing table, words in a map. */
export class Vocabulary {
  #keys = new Int32Array(INITIAL_SLOTS)
  /** Token number plus one; 0 marks a free slot. */
  #numbers = new Int32Array(INITIAL_SLOTS)
  #pairs = 0
  readonly #words = new Map<string, number>()

  get size(): number {
    return this.#pairs + this.#words.size
  }

  /** Numbers of the pairs that start with a character, itself at the end of a run included. */
  startingWith(first: number): number[] {
    const numbers: number[] = []
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const number = this.#numbers[slot] ?? 0
      if (number !== 0 && (this.#keys[slot] ?? 0) >>> 16 === first) numbers.push(number - 1)
    }
    return numbers
  }

  /** -1 when the pair occurs nowhere. */
  findPair(first: number, second: number): number {
    return (this.#numbers[this.#slotOf((first << 16) | second)] ?? 0) - 1
  }

  findWord(word: string): number {
    return this.#words.get(word) ?? -1
  }

  internPair(first: number, second: number): number {
    const key = (first << 16) | second
    const slot = this.#slotOf(key)
    const known = this.#numbers[slot] ?? 0
    if (known !== 0) return known - 1
    const number = this.size
    this.#keys[slot] = key
    this.#numbers[slot] = number + 1
    this.#pairs++
    if (this.#pairs * 2 > this.#keys.length) this.#grow()
    return number
  }

  internWord(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    const number = this.size
    this.#words.set(word, number)
    return number
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key, SPREAD) >>> 12) & mask
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const keys = this.#keys
    const numbers = this.#numbers
    this.#keys = new Int32Array(keys.length * 2)
    this.#numbers = new Int32Array(keys.length * 2)
    // By index: an entry made for each slot would cost a cold start several collections.
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] ?? 0
      const number = numbers[from] ?? 0
      if (number === 0) continue
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#numbers[slot] = number
    }
  }
}
