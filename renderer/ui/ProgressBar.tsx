interface Props {
  /** How far, 0 to 1; more than 1 is drawn full. */
  readonly share: number
  /** How far the year is, 0 to 1: the red tick. Without it the bar is green. */
  readonly elapsed?: number | undefined
  /** Points behind the year up to which the bar is ochre; a parameter of the office. */
  readonly behindPoints?: number
  readonly height?: 6 | 4 | 3
  readonly label?: string
}

/** Green at or ahead of the time of year, ochre a little behind, rust more. */
export function paceOf(share: number, elapsed: number | undefined, behindPoints = 12): 'ahead' | 'near' | 'short' {
  if (elapsed === undefined || share >= 1 || share + 1e-9 >= elapsed) return 'ahead'
  return (elapsed - share) * 100 <= behindPoints + 1e-9 ? 'near' : 'short'
}

/** How far something is, against the time of year. The words beside it say the same. */
export function ProgressBar({ share, elapsed, behindPoints = 12, height = 6, label }: Props) {
  const pace = paceOf(share, elapsed, behindPoints)
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`
  const classes = { 6: 'bar', 4: 'bar thin', 3: 'bar hair' }
  return (
    <span className={classes[height]} role="img" aria-label={label ?? `${Math.round(share * 100)}%`}>
      <b className={pace} style={{ width }} />
      {elapsed !== undefined && <i style={{ left: `${elapsed * 100}%` }} />}
    </span>
  )
}
