import IconButton from '@mui/material/IconButton'
import type { MouseEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Tooltip } from './Tooltip.tsx'

interface Props {
  readonly icon: IconName
  /** What it does, and its key: 锁定 Ctrl L. */
  readonly title: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly size?: 14 | 16
  onClick(event: MouseEvent<HTMLElement>): void
}

/** An icon alone: 32 by 32, always with words behind it. */
export function IconAction({ icon, title, disabled, pressed, size = 16, onClick }: Props) {
  const button = (
    <IconButton aria-label={title} aria-pressed={pressed} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={size} />
    </IconButton>
  )
  return disabled ? button : <Tooltip title={title}>{button}</Tooltip>
}
