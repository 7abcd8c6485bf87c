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
  /** Each page is read by itself: the head stands on all of them, and the tail ends the first. */
  readonly leaves?: boolean
}

/** Totals and signatures never stand alone: this many rows of data go with them. */
const companions = 2

/** The first row of each page. Rows are never split; the last rows stay with the totals and the tail. */
export function planPages({ room, head, heading, rows, totals, tail, breaks, leaves = false }: StripHeights): readonly number[] {
  const starts = [0]
  const end = leaves ? 0 : tail
  const next = leaves ? head + heading : heading
  let used = head + heading + (tail - end)
  const last = lastBlock(rows.length, totals, breaks)
  const lastHeight = sum(rows.slice(last)) + end
  const lastFitsAPage = next + lastHeight <= room
  for (const [i, height] of rows.entries()) {
    const needed = i === last && lastFitsAPage ? lastHeight : i === rows.length - 1 ? height + end : height
    const full = used + needed > room && i > (starts.at(-1) ?? 0)
    if (full || breaks.has(i)) {
      starts.push(i)
      used = next
    }
    used += height
  }
  return starts
}

/** Where the rows begin that stay with the tail: never before a break that was asked for. */
function lastBlock(rows: number, totals: number, breaks: ReadonlySet<number>): number {
  let first = Math.max(0, rows - totals - companions)
  for (let i = rows - 1; i > first; i -= 1) if (breaks.has(i)) first = i
  return first
}

const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)
