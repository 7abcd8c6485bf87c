import type { Block, Grid, GridRow } from '../../../../shared/forms/written.ts'
import { placesOf } from '../../../../shared/forms/written-look.ts'

/** Grids that stand under each other as one with the finest division of both: Word would draw the rule between two tables twice. */
export function joined(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    const whole = last?.kind === 'grid' && block.kind === 'grid' ? join(last, block) : undefined
    if (whole) result.splice(-1, 1, whole)
    else result.push(block)
  }
  return result
}

const tolerance = 0.5

/** Undefined where they cannot be one: the second repeats a head of its own, or is as wide as the first by no means. */
function join(above: Grid, below: Grid): Grid | undefined {
  if (below.head || Boolean(above.framed) !== Boolean(below.framed)) return undefined
  const edges = edgesOf(above)
  const others = edgesOf(below)
  const [width = 0, other = 0] = [edges.at(-1), others.at(-1)]
  if (Math.abs(width - other) > 4 * tolerance) return undefined
  const all = [...edges]
  // What lies as good as on a rule of the other grid is taken for it.
  for (const edge of others) if (!all.some(known => Math.abs(known - edge) <= tolerance)) all.push(edge)
  all.sort((a, b) => a - b)
  const last = all.length - 1
  const at = (edge: number, end: number) => (Math.abs(edge - end) <= 4 * tolerance ? last : all.findIndex(known => Math.abs(known - edge) <= tolerance))
  const rowsOf = (grid: Grid, own: readonly number[]): readonly GridRow[] => {
    const end = own.at(-1) ?? 0
    return placesOf(grid).map((places, r) => ({
      ...grid.rows[r],
      cells: places.map(({ cell, column }) => {
        const span = at(own[column + (cell.span ?? 1)] ?? end, end) - at(own[column] ?? 0, end)
        return { ...cell, span }
      }),
    }))
  }
  return { ...above, columns: all.slice(1).map((edge, i) => edge - (all[i] ?? 0)), rows: [...rowsOf(above, edges), ...rowsOf(below, others)] }
}

/** Where columns begin and end, from the left. */
function edgesOf({ columns }: Grid): readonly number[] {
  const edges = [0]
  for (const mm of columns) edges.push((edges.at(-1) ?? 0) + mm)
  return edges
}
