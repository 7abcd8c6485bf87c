import type { MouseEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Kbd } from './Kbd.tsx'

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

/** A verb and its object: 打印未达标名单. */
export function Button({ kind = 'plain', small, icon, keys, disabled, submit, autoFocus, href, title, className, children, onClick }: Props) {
  const classes = ['button', kind, small ? 'small' : '', className ?? ''].filter(Boolean).join(' ')
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </>
  )
  if (href !== undefined)
    return (
      <a href={href} title={title} className={classes} onClick={onClick}>
        {content}
      </a>
    )
  return (
    <button type={submit ? 'submit' : 'button'} disabled={disabled} autoFocus={autoFocus} title={title} className={classes} onClick={onClick}>
      {content}
    </button>
  )
}
