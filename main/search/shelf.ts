/** How a searched text has to stand in a value. */
export type Match = 'exact' | 'start' | 'end' | 'inside'

/**
 * One value of each of many entries, as one long text: looking through twenty thousand of them is then one look
 * through memory, and costs well under a millisecond. Values hold no line break.
 */
export class Shelf {
  readonly #text: string
  readonly #starts: Uint32Array

  constructor(values: readonly string[]) {
    this.#text = `\n${values.join('\n')}\n`
    this.#starts = new Uint32Array(values.length)
    let start = 1
    for (const [i, value] of values.entries()) {
      this.#starts[i] = start
      start += value.length + 1
    }
  }

  /** The places of the entries that match, each once and in order, until `visit` says false. */
  find(wanted: string, how: Match, visit: (index: number) => boolean): void {
    const fromStart = how === 'exact' || how === 'start'
    const needle = `${fromStart ? '\n' : ''}${wanted}${how === 'exact' || how === 'end' ? '\n' : ''}`
    for (let at = this.#text.indexOf(needle); at >= 0;) {
      const index = this.#entryAt(fromStart ? at + 1 : at)
      if (!visit(index)) return
      const next = this.#starts[index + 1]
      if (next === undefined) return
      at = this.#text.indexOf(needle, next - 1)
    }
  }

  /** The last entry that starts at or before a place. */
  #entryAt(place: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** The same question of a single value. */
export function matches(value: string, wanted: string, how: Match): boolean {
  switch (how) {
    case 'exact':
      return value === wanted
    case 'start':
      return value.startsWith(wanted)
    case 'end':
      return value.endsWith(wanted)
    case 'inside':
      return value.includes(wanted)
  }
}
