import MuiTooltip from '@mui/material/Tooltip'
import type { ReactElement, ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  /** Beside what stands in a column, so that the next one below stays in sight. */
  readonly beside?: boolean
  readonly children: ReactElement<Record<string, unknown>>
}

/** Words that appear after 400 ms and are never in the way of a click. Never the only way to learn something needed. */
export function Tooltip({ title, beside = false, children }: Props) {
  return (
    <MuiTooltip title={title} placement={beside ? 'right' : 'bottom'} disableInteractive>
      {children}
    </MuiTooltip>
  )
}
