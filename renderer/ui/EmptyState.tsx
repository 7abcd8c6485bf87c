import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

interface Props {
  readonly icon?: IconName
  /** What is not there: 还没有 2026 年的参训记录. */
  readonly title: string
  /** What to do about it. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** No dead ends: what is missing, and the way to it. */
export function EmptyState({ icon = 'table', title, children, action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} size={20} />
      <div>
        <b>{title}</b>
        {children && <p>{children}</p>}
      </div>
      <span className="space" />
      {action}
    </div>
  )
}
