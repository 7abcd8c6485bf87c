import { fontFamily, tokens } from './tokens.ts'

/** The six steps of a heat map, lightest first. */
export const heatColours = [tokens.h0, tokens.h1, tokens.h2, tokens.h3, tokens.h4, tokens.h5] as const

export interface Heat {
  readonly background: string
  readonly color: string
}

/** The colour of a cell: 0 is the lightest, `top` and more the darkest. Text turns white on the last two. */
export function heatOf(value: number, top: number): Heat {
  const step = value <= 0 || top <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((value / top) * 5)))
  const color = step === 0 ? tokens['ink-4'] : step >= 4 ? '#FFFFFF' : step === 3 ? tokens.ink : tokens['ink-2']
  return { background: heatColours[step] ?? tokens.h0, color }
}

/** Months still to come. */
export const futureHatch = `repeating-linear-gradient(135deg,#fff 0 3px,${tokens['ground-2']} 3px 4px)`

/** What recharts is told everywhere: no animation, quiet grid, one red dashed target line. */
export const chartTheme = {
  grid: { stroke: tokens['ground-2'], vertical: false },
  axis: { stroke: tokens['line-2'], tickLine: false, tick: { fill: tokens['ink-3'], fontSize: 12, fontFamily } },
  current: { stroke: tokens.c1, strokeWidth: 2, isAnimationActive: false },
  previous: { stroke: tokens.c5, strokeWidth: 1.25, dot: false, isAnimationActive: false },
  target: { stroke: tokens.red, strokeWidth: 1.25, strokeDasharray: '4 3', dot: false, isAnimationActive: false },
  categories: [tokens.c1, tokens.c2, tokens.c3, tokens.c4, tokens.c5],
} as const
