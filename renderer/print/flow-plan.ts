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
  /** Rows under one label, and how high the label is at least. */
  readonly tie?: number | undefined
  readonly label?: number
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
  const filling = new Filling(heads)
  const partable = (unit: Unit) =>
    unit.parts !== undefined && (unit.flows === true || unit.height + (unit.grid === undefined ? 0 : (heads[unit.grid] ?? 0)) > room)

  /** How much of the page the units want before they may be cut. */
  function wanted(from: number, to: number): number {
    let height = 0
    for (const [i, unit] of units.slice(from, to).entries()) {
      if (i > 0) height += filling.leadOf(unit, units[from + i - 1])
      if (partable(unit) && unit.parts) {
        const held = heldAfter(from + i, to)
        return height + Math.min(unit.height + held, leastOf(withHeld(unit.parts(), held)))
      }
      height += unit.height
    }
    return height
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

  /** `held` is the height of what goes with its end. */
  function place(index: number, unit: Unit, held: number): void {
    const end = filling.usedBefore(unit) + unit.height + filling.owedBelow(unit, unit.height)
    if (end <= room && (held === 0 || end + held <= room)) return filling.put({ unit: index }, unit, unit.height)
    if (!partable(unit) || !unit.parts) {
      if (end > room) filling.turn(true)
      return filling.put({ unit: index }, unit, unit.height)
    }
    const parts = withHeld(unit.parts(), held)
    let from = parts.columns.map(() => 0)
    for (;;) {
      const left = room - filling.usedBefore(unit)
      const taken = takenOf(parts, from, left)
      if (!filling.isEmpty && !(isWorthIt(parts, from, taken, left) && filling.owedBelow(unit, 0) <= left)) {
        filling.turn(true)
        continue
      }
      from = taken.map(({ to }) => to)
      const ends = parts.columns.every(({ lines, whole }, c) => whole || (from[c] ?? 0) >= lines.length)
      filling.put({ unit: index, lines: taken }, unit, heightOf(parts, taken) - (ends ? held : 0))
      if (ends) return
      filling.turn(true)
    }
  }

  for (let from = 0; from < units.length;) {
    let to = from + 1
    while (to < units.length && (units[to - 1]?.keep || units[to]?.held) && !units[to]?.turns) to += 1
    const first = units[from]
    if (first?.turns) filling.turn(false)
    else if (first && !first.gap && !filling.isEmpty && filling.usedBefore(first) + wanted(from, to) > room) filling.turn(true)
    for (const [i, unit] of units.slice(from, to).entries()) {
      if (!unit.gap) place(from + i, unit, heldAfter(from + i, to))
      else if (filling.usedBefore(unit) + unit.height <= room && !(filling.isCarried && filling.isEmpty)) filling.put({ unit: from + i }, unit, unit.height)
    }
    from = to
  }
  return filling.pages.filter(pieces => pieces.length > 0)
}

/** The pages as they are filled, and how much of the last one is used. */
class Filling {
  readonly pages: Piece[][] = [[]]
  readonly #heads: readonly number[]
  #used = 0
  #last: Unit | undefined
  /** Of the rows under one label how much stands on this page. */
  #rows = 0
  /** Whether the page began because the one before was full. */
  isCarried = false

  constructor(heads: readonly number[]) {
    this.#heads = heads
  }

  get isEmpty(): boolean {
    return this.#last === undefined
  }

  turn(full: boolean): void {
    if (!this.isEmpty) this.pages.push([])
    this.#used = 0
    this.#last = undefined
    this.#rows = 0
    this.isCarried = full
  }

  /** The head of a grid that the page does not have yet. */
  leadOf({ grid }: Unit, before: Unit | undefined): number {
    return grid === undefined || before?.grid === grid ? 0 : (this.#heads[grid] ?? 0)
  }

  /** What is used where this unit begins: a label that the rows before it were too low for has made them higher. */
  usedBefore(unit: Unit): number {
    const ended = this.#last && this.#last.tie !== unit.tie ? Math.max(0, (this.#last.label ?? 0) - this.#rows) : 0
    return this.#used + ended + this.leadOf(unit, this.#last)
  }

  /** What the label beside a row wants below it, if no further row of it stands on this page. */
  owedBelow({ tie, label = 0 }: Unit, height: number): number {
    const above = tie !== undefined && this.#last?.tie === tie ? this.#rows : 0
    return Math.max(0, label - above - height)
  }

  put(piece: Piece, unit: Unit, height: number): void {
    this.#used = this.usedBefore(unit) + height
    this.#rows = unit.tie !== undefined && this.#last?.tie === unit.tie ? this.#rows + height : height
    this.#last = unit
    this.pages.at(-1)?.push(piece)
  }
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
