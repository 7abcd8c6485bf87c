import type { ReactNode } from 'react'
import { IconAction } from '../ui/IconAction.tsx'

interface Props {
  readonly count: number
  readonly total: number
  /** 人, 卷 */
  readonly unit: string
  readonly children: ReactNode
  onAll(): void
  onClear(): void
}

/** What can be done with those chosen. */
export function SelectedCases({ count, total, unit, children, onAll, onClear }: Props) {
  return (
    <div className="selection-bar" role="toolbar" aria-label="所选">
      <b>
        已选 {count} {unit}
      </b>
      {count < total && (
        <button type="button" className="link" onClick={onAll}>
          选中全部 {total} {unit}
        </button>
      )}
      <span className="space" />
      {children}
      <IconAction icon="cross" title="取消选择 Esc" onClick={onClear} />
    </div>
  )
}
