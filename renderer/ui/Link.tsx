import type { ReactNode } from 'react'

interface Props {
  /** A place of the program: `/people/abc`. */
  readonly to: string
  readonly className?: string
  readonly title?: string
  readonly children: ReactNode
}

/** A way to another place. Underlined unless a class says otherwise. */
export function Link({ to, className = 'link', title, children }: Props) {
  return (
    <a href={`#${to}`} className={className} title={title}>
      {children}
    </a>
  )
}
