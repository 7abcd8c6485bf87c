import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'

interface Props {
  readonly title: string
  readonly sub?: ReactNode
  /** Outlined ones first, the one primary last. */
  readonly actions?: ReactNode
}

/** The head of a page: what it is, in what sense, and what can be done. */
export function PageHead({ title, sub, actions }: Props) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {sub && <div className="sub ellipsis">{sub}</div>}
      <span className="space" />
      {actions}
    </header>
  )
}

export interface Crumb {
  readonly label: string
  readonly to?: string
}

/** Where a page hangs: 组织与人员 › 建筑工程系教工党支部 › 高志远. */
export function Crumbs({ items, children }: { readonly items: readonly Crumb[]; readonly children?: ReactNode }) {
  return (
    <nav className="crumbs" aria-label="所在位置">
      {items.map((item, i) => (
        <span key={item.label} className="row" style={{ gap: 4 }}>
          {i > 0 && <Icon name="right" size={14} />}
          {item.to ? (
            <Link to={item.to} className="">
              {item.label}
            </Link>
          ) : (
            <span style={{ color: 'var(--ink)' }}>{item.label}</span>
          )}
        </span>
      ))}
      <span className="space" />
      {children}
    </nav>
  )
}
