import type { Span } from '../model.ts'

/**
 * Text made from an original, with the way back: character `i` of `text` stands for `original.slice(starts[i], ends[i])`.
 * Every view of a document (cleaned, joined, one task) is a Source, so every span quotes the original exactly.
 */
export interface Source {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** A range of a source to keep, or characters that stand for an empty place in it. */
export type Piece = readonly [start: number, end: number] | { readonly insert: string; readonly at: number }

const CHUNK = 8192

/** Collects characters with their places in the original. */
export class SourceBuilder {
  #codes: Uint16Array
  #starts: Int32Array
  #ends: Int32Array
  #length = 0

  constructor(capacity: number) {
    this.#codes = new Uint16Array(capacity)
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** The last code unit, or that of a line break at the very beginning. */
  get last(): number {
    return this.#length === 0 ? 10 : (this.#codes[this.#length - 1] ?? 10)
  }

  push(code: number, start: number, end: number): void {
    if (this.#length === this.#codes.length) this.#grow()
    this.#codes[this.#length] = code
    this.#starts[this.#length] = start
    this.#ends[this.#length] = end
    this.#length += 1
  }

  build(): Source {
    const parts: string[] = []
    for (let at = 0; at < this.#length; at += CHUNK) {
      const chunk = this.#codes.subarray(at, Math.min(at + CHUNK, this.#length))
      parts.push(Reflect.apply(String.fromCharCode, null, chunk))
    }
    return {
      text: parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    }
  }

  #grow(): void {
    const capacity = Math.max(64, this.#codes.length * 2)
    this.#codes = resized(this.#codes, new Uint16Array(capacity))
    this.#starts = resized(this.#starts, new Int32Array(capacity))
    this.#ends = resized(this.#ends, new Int32Array(capacity))
  }
}

function resized<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** A new source made of pieces of another, in the order given. */
export function pick(source: Source, pieces: readonly Piece[]): Source {
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  const words: string[] = []
  let at = 0
  for (const piece of pieces) {
    if ('insert' in piece) {
      const place = spanOf(source, piece.at, piece.at)[0]
      starts.fill(place, at, at + piece.insert.length)
      ends.fill(place, at, at + piece.insert.length)
      words.push(piece.insert)
    } else {
      starts.set(source.starts.subarray(piece[0], piece[1]), at)
      ends.set(source.ends.subarray(piece[0], piece[1]), at)
      words.push(source.text.slice(piece[0], piece[1]))
    }
    at += lengthOf(piece)
  }
  return { text: words.join(''), starts, ends }
}

function lengthOf(piece: Piece): number {
  return 'insert' in piece ? piece.insert.length : piece[1] - piece[0]
}

/** The place of `text.slice(start, end)` in the original. */
export function spanOf(source: Source, start: number, end: number): Span {
  const from = source.starts[start] ?? source.ends[source.ends.length - 1] ?? 0
  const to = end > start ? (source.ends[end - 1] ?? from) : from
  return [from, to]
}
