import { hash } from 'node:crypto'

/** Numbers that look random and are the same for the same seed. Each thing draws from a stream of its own, so that a change in one leaves the others as they were. */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(seed: string) {
    const bytes = hash('sha256', seed, 'buffer')
    this.#a = bytes.readInt32LE(0)
    this.#b = bytes.readInt32LE(4)
    this.#c = bytes.readInt32LE(8)
    this.#d = bytes.readInt32LE(12)
  }

  /** From 0 up to but not including 1 (sfc32). */
  next(): number {
    const t = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<const L extends readonly [unknown, ...unknown[]]>(list: L): L[number] {
    return list[Math.floor(this.next() * list.length)] ?? list[0]
  }

  /** So many different ones of the list, in the order drawn; all of them where there are fewer. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const drawn: T[] = []
    while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(Math.floor(this.next() * rest.length), 1))
    return drawn
  }

  /** One of the pairs, as often as its weight says. */
  weighted<const T>(list: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
    let rest = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of list) if ((rest -= weight) < 0) return value
    return list[0][0]
  }
}
