/** The measured heights of one strip, all in the same unit. */
export interface StripHeights {
  /** Room for content on a page. */
  readonly room: number
  readonly head: number
  /** The heading of the table, repeated on every page. */
  readonly heading: number
  readonly rows: readonly number[]
  /** Rows at the end that belong to the totals. */
  readonly totals: number
  readonly tail: number
  /** Rows that begin a page whatever room is left. */
  readonly breaks: ReadonlySet<number>
  /** Rows that share a cell, from the first of them to the one after the last: they stay on one page if it holds them. */
  readonly blocks?: readonly Block[]
  /** Each page is read by itself: the head stands on all of them, and the tail ends the first. */
  readonly leaves?: boolean
}

export interface Block {
  readonly from: number
  readonly to: number
}

/** Totals and signatures never stand alone: this many rows of data go with them. */
const companions = 2
/** Of a block that no page holds, so many rows at least stand on its last page, so that the cell they share has room for its words. */
const remnant = 3

/** The first row of each page. Rows are never split; the last rows stay with the totals and the tail. */
export function planPages({ room, head, heading, rows, totals, tail, breaks, blocks = [], leaves = false }: StripHeights): readonly number[] {
  const starts = [0]
  const end = leaves ? 0 : tail
  const next = leaves ? head + heading : heading
  let used = head + heading + (tail - end)
  const turn = (at: number) => {
    starts.push(at)
    used = next
  }
  const heightOf = (from: number, to: number) => sum(rows.slice(from, to)) + (to === rows.length ? end : 0)
  const begun = () => starts.at(-1) ?? 0
  const last = lastBlock(rows.length, totals, breaks)
  const ends = next + heightOf(last, rows.length) <= room ? [{ from: last, to: rows.length }] : []
  for (const { from, to } of units(rows.length, ends, blocks, breaks)) {
    const height = heightOf(from, to)
    if (breaks.has(from) || (from > begun() && used + height > room)) turn(from)
    if (used + height <= room) {
      used += height
      continue
    }
    // Higher than the page it begins: row by row.
    for (let i = from; i < to; i += 1) {
      const needed = i === to - remnant ? heightOf(i, to) : heightOf(i, i + 1)
      if (i > begun() && used + needed > room) turn(i)
      used += rows[i] ?? 0
    }
  }
  return starts
}

/** The rows in the pieces that a page takes whole: what ends the table, blocks, and every other row by itself. */
function units(rows: number, ends: readonly Block[], blocks: readonly Block[], breaks: ReadonlySet<number>): readonly Block[] {
  const together = new Set([...ends, ...blocks].flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i)))
  const firsts = Array.from({ length: rows }, (_, i) => i).filter(i => i === 0 || breaks.has(i) || !together.has(i))
  return firsts.map((from, i) => ({ from, to: firsts[i + 1] ?? rows }))
}

/** Where the rows begin that stay with the tail: never before a break that was asked for. */
function lastBlock(rows: number, totals: number, breaks: ReadonlySet<number>): number {
  let first = Math.max(0, rows - totals - companions)
  for (let i = rows - 1; i > first; i -= 1) if (breaks.has(i)) first = i
  return first
}

const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)
