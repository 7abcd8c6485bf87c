import MuiButton from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import type { MouseEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Kbd } from './Kbd.tsx'
import { Tooltip } from './Tooltip.tsx'

interface Props {
  /** One `primary` a screen. `danger` is for voiding, which then asks a reason. */
  readonly kind?: 'primary' | 'plain' | 'text' | 'danger'
  readonly small?: boolean
  readonly icon?: IconName
  readonly keys?: string
  readonly disabled?: boolean
  /** Sends the form it stands in. */
  readonly submit?: boolean
  readonly autoFocus?: boolean
  /** Opens this place instead of doing something. */
  readonly href?: string
  readonly title?: string
  readonly className?: string
  readonly children: ReactNode
  onClick?(event: MouseEvent<HTMLElement>): void
}

const variants = { primary: 'contained', plain: 'outlined', danger: 'outlined', text: 'text' } as const

/** A verb and its object: 打印未达标名单. */
export function Button({ kind = 'plain', small, icon, keys, disabled, submit, autoFocus, href, title, className, children, onClick }: Props) {
  const danger = kind === 'danger' ? { color: 'var(--red)', borderColor: 'var(--red-line)', '& svg': { color: 'var(--red)' } } : {}
  return (
    <MuiButton
      variant={variants[kind]}
      color={kind === 'primary' ? 'primary' : 'inherit'}
      type={submit ? 'submit' : 'button'}
      disabled={disabled}
      autoFocus={autoFocus}
      href={href}
      title={title}
      className={className}
      onClick={onClick}
      sx={{ ...danger, ...(small ? { height: 28, padding: '0 8px', fontSize: 12 } : {}) }}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </MuiButton>
  )
}

interface IconActionProps {
  readonly icon: IconName
  /** What it does, and its key: 锁定 Ctrl L. */
  readonly title: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly size?: 14 | 16
  onClick(event: MouseEvent<HTMLElement>): void
}

/** An icon alone: 32 by 32, always with words behind it. */
export function IconAction({ icon, title, disabled, pressed, size = 16, onClick }: IconActionProps) {
  const button = (
    <IconButton aria-label={title} aria-pressed={pressed} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={size} />
    </IconButton>
  )
  return disabled ? button : <Tooltip title={title}>{button}</Tooltip>
}
