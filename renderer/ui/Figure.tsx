import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { ProgressBar } from './ProgressBar.tsx'

/** Figures side by side in one card. `weights` widens some: [1.35, 1, 1]. */
export function FigureStrip({ weights, children }: { readonly weights?: readonly number[]; readonly children: ReactNode }) {
  return (
    <Card className="figures" style={weights ? { gridTemplateColumns: weights.map(w => `minmax(0,${w}fr)`).join(' ') } : {}}>
      {children}
    </Card>
  )
}

interface Props {
  readonly label: ReactNode
  readonly icon?: IconName
  readonly tone?: 'ok' | 'soon' | 'short' | 'free'
  readonly value: ReactNode
  readonly unit?: ReactNode
  readonly sub?: ReactNode
  readonly bar?: { readonly share: number; readonly elapsed?: number; readonly behindPoints?: number }
  /** 20 px instead of 28. */
  readonly compact?: boolean
  /** The list that makes the figure: a place, or something the page does. */
  readonly to?: string
  readonly pressed?: boolean
  onOpen?(): void
}

/** One number that opens. */
export function Figure({ label, icon, tone, value, unit, sub, bar, compact, to, pressed, onOpen }: Props) {
  const className = ['figure', value === 0 ? 'nil' : '', tone ?? '', compact ? 'compact' : ''].filter(Boolean).join(' ')
  const opens = to !== undefined || onOpen !== undefined
  const content = (
    <>
      <span className="figure-name">
        {icon && <Icon name={icon} size={14} />}
        {label}
        {opens && <Icon name="right" size={14} className="go" />}
      </span>
      <span className="figure-value">
        <b>{value}</b>
        {unit && <span>{unit}</span>}
      </span>
      {sub && <span className="figure-sub ellipsis">{sub}</span>}
      {bar && <ProgressBar {...bar} />}
    </>
  )
  if (to !== undefined)
    return (
      <a className={className} href={`#${to}`}>
        {content}
      </a>
    )
  if (onOpen)
    return (
      <button type="button" className={className} aria-pressed={pressed} onClick={onOpen}>
        {content}
      </button>
    )
  return <div className={className}>{content}</div>
}
