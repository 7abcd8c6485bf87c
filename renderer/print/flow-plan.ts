/** What a written document is made of, top to bottom: blocks, and the rows of its grids. All heights in the same unit. */
export interface Unit {
  readonly height: number
  /** Begins a page whatever room is left. */
  readonly turns?: boolean
  /** Room between blocks: it falls away where a page ends or begins. */
  readonly gap?: boolean
  /** Not parted from the unit that follows: a heading, a row under a cell that reaches further down. */
  readonly keep?: boolean
  /** Not parted from the end of the unit before it: who signs, and the day. */
  readonly held?: boolean
  /** The grid it is a row of. */
  readonly grid?: number
  /** May be parted wherever a page ends; another one only where no page holds it. */
  readonly flows?: boolean
  /** How it can be parted, asked only where it has to be. */
  readonly parts?: () => Parts
}

export interface Parts {
  /** Rules and room above and below what is written. */
  readonly around: number
  readonly columns: readonly Column[]
}

/** What stands in one box, line by line. */
export interface Column {
  readonly lines: readonly number[]
  /** A label: it stands on each part in full. */
  readonly whole?: boolean
}

/** A unit on a page, or of each of its columns the lines from here to there. */
export interface Piece {
  readonly unit: number
  readonly lines?: readonly Lines[]
}

export interface Lines {
  readonly from: number
  readonly to: number
}

/** The pages of a document. `heads` has, grid by grid, how high its repeated head and its rules are. Nothing is left out, and a page is overfull only where a single line is. */
export function planFlow(units: readonly Unit[], heads: readonly number[], room: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]]
  let used = 0
  /** Whether the page began because the last one was full. */
  let carried = false
  const page = () => pages.at(-1) ?? []
  const turn = (full: boolean) => {
    if (page().length > 0) pages.push([])
    used = 0
    carried = full
  }
  /** The head of a grid that the page does not have yet. */
  const leadOf = ({ grid }: Unit, before: Unit | undefined) => (grid === undefined || before?.grid === grid ? 0 : (heads[grid] ?? 0))
  const last = () => units[page().at(-1)?.unit ?? -1]
  const put = (piece: Piece, unit: Unit, height: number) => {
    used += leadOf(unit, last()) + height
    page().push(piece)
  }
  const partable = (unit: Unit) =>
    unit.parts !== undefined && (unit.flows === true || unit.height + (unit.grid === undefined ? 0 : (heads[unit.grid] ?? 0)) > room)

  /** How much of the page the units want before they may be cut. */
  function wanted(from: number, to: number): number {
    let sum = 0
    let before = last()
    for (const [i, unit] of units.slice(from, to).entries()) {
      sum += leadOf(unit, before)
      if (partable(unit) && unit.parts) {
        const held = heldAfter(from + i, to)
        return sum + Math.min(unit.height + held, leastOf(withHeld(unit.parts(), held)))
      }
      sum += unit.height
      before = unit
    }
    return sum
  }

  /** `held` is the height of what goes with its end. */
  function place(index: number, unit: Unit, held: number): void {
    const fits = used + leadOf(unit, last()) + unit.height <= room
    if (fits && (held === 0 || used + leadOf(unit, last()) + unit.height + held <= room)) return put({ unit: index }, unit, unit.height)
    if (!partable(unit) || !unit.parts) {
      if (!fits) turn(true)
      return put({ unit: index }, unit, unit.height)
    }
    const parts = withHeld(unit.parts(), held)
    let from = parts.columns.map(() => 0)
    for (;;) {
      const left = room - used - leadOf(unit, last())
      const taken = takenOf(parts, from, left)
      if (page().length > 0 && !isWorthIt(parts, from, taken, left)) {
        turn(true)
        continue
      }
      from = taken.map(({ to }) => to)
      const ends = parts.columns.every(({ lines, whole }, c) => whole || (from[c] ?? 0) >= lines.length)
      put({ unit: index, lines: taken }, unit, heightOf(parts, taken) - (ends ? held : 0))
      if (ends) return
      turn(true)
    }
  }

  /** How high what is held by this unit is. */
  function heldAfter(index: number, to: number): number {
    let height = 0
    for (const unit of units.slice(index + 1, to)) {
      if (!unit.held) break
      height += unit.height
    }
    return height
  }

  for (let from = 0; from < units.length;) {
    let to = from + 1
    while (to < units.length && (units[to - 1]?.keep || units[to]?.held) && !units[to]?.turns) to += 1
    const first = units[from]
    if (first?.turns) turn(false)
    else if (page().length > 0 && !first?.gap && used + wanted(from, to) > room) turn(true)
    for (const [i, unit] of units.slice(from, to).entries()) {
      if (!unit.gap) place(from + i, unit, heldAfter(from + i, to))
      else if (used + unit.height <= room && !(carried && page().length === 0)) put({ unit: from + i }, unit, unit.height)
    }
    from = to
  }
  return pages.filter(pieces => pieces.length > 0)
}

/** A paragraph leaves at least so many lines at the foot of a page and takes as many to the next. */
const together = 2

const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)

const labelsOf = ({ columns }: Parts) => Math.max(0, ...columns.filter(({ whole }) => whole).map(({ lines }) => sum(lines)))

/** The last line of each column with what is held to it. */
const withHeld = ({ around, columns }: Parts, held: number): Parts => ({
  around,
  columns: columns.map(column =>
    column.whole || held === 0 ? column : { lines: column.lines.map((height, i) => (i === column.lines.length - 1 ? height + held : height)) },
  ),
})

const leastOf = (parts: Parts): number =>
  parts.around + Math.max(labelsOf(parts), ...parts.columns.filter(({ whole }) => !whole).map(({ lines }) => sum(lines.slice(0, together))))

const heightOf = ({ around, columns }: Parts, taken: readonly Lines[]): number =>
  around + Math.max(0, ...columns.map(({ lines }, c) => sum(lines.slice(taken[c]?.from, taken[c]?.to))))

/** Of every column as many of its lines as go into so much room; labels whole. A page that holds not even a line takes one. */
function takenOf({ around, columns }: Parts, starts: readonly number[], left: number): readonly Lines[] {
  return columns.map(({ lines, whole }, c) => {
    if (whole) return { from: 0, to: lines.length }
    const from = starts[c] ?? 0
    let to = from
    let height = around
    while (to < lines.length && height + (lines[to] ?? 0) <= left) {
      height += lines[to] ?? 0
      to += 1
    }
    if (to < lines.length && lines.length - to < together && to - from > together) to = lines.length - together
    return { from, to: to === from && from < lines.length ? from + 1 : to }
  })
}

/** Whether what a page has room for is enough to begin there. */
function isWorthIt(parts: Parts, starts: readonly number[], taken: readonly Lines[], left: number): boolean {
  if (Math.max(labelsOf(parts) + parts.around, heightOf(parts, taken)) > left) return false
  return parts.columns.every(({ lines, whole }, c) => {
    const from = starts[c] ?? 0
    return whole || (taken[c]?.to ?? 0) - from >= Math.min(together, lines.length - from)
  })
}
