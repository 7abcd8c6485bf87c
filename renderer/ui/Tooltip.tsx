import MuiTooltip from '@mui/material/Tooltip'
import type { ReactElement, ReactNode } from 'react'

/** Words that appear after 400 ms. Never the only way to learn something needed. */
export function Tooltip({ title, children }: { readonly title: ReactNode; readonly children: ReactElement<Record<string, unknown>> }) {
  return <MuiTooltip title={title}>{children}</MuiTooltip>
}
