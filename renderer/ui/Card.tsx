import type { CSSProperties, ReactNode } from 'react'

interface Props {
  readonly title?: ReactNode
  readonly note?: ReactNode
  /** At the right end of the head. */
  readonly actions?: ReactNode
  /** Takes the height it is given; the body scrolls, the head stays. */
  readonly fill?: boolean
  readonly className?: string
  readonly style?: CSSProperties
  readonly label?: string
  readonly children?: ReactNode
}

/** A white surface with a line around it. */
export function Card({ title, note, actions, fill, className, style, label, children }: Props) {
  const classes = ['card', fill ? 'fill' : '', className ?? ''].filter(Boolean).join(' ')
  return (
    <section className={classes} style={style} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      {title && (
        <header className="card-head">
          <h2>{title}</h2>
          {note && <span className="note ellipsis">{note}</span>}
          <span className="space" />
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
