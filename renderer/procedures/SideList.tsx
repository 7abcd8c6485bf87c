import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'

interface Entry {
  readonly id: string
  /** What it is, in small above: a day, 父亲. */
  readonly head: string
  /** By what its buttons name it: 2026-11-02 的日志. */
  readonly called: string
  readonly text: ReactNode
  /** A line below. */
  readonly more?: ReactNode
  readonly voidedAt: string | null
  readonly voidReason: string | null
  onEdit(): void
  onVoid(): void
}

interface Props {
  readonly title: string
  /** What stands there as long as there is none. */
  readonly none: string
  readonly add: string
  readonly editable: boolean
  readonly entries: readonly Entry[]
  onAdd(): void
}

/** A short list beside a case: what was put down, each changed and voided where it stands; what was voided stays, struck out, with the reason. */
export const SideList = ({ title, none, add, editable, entries, onAdd }: Props) => (
  <div className="section">
    <div className="case-side-head">
      <h4>{title}</h4>
      {editable && (
        <Button small kind="text" icon="plus" onClick={onAdd}>
          {add}
        </Button>
      )}
    </div>
    {entries.length === 0 && <p className="t13 ink-3">{none}</p>}
    <ul className="case-notes">
      {entries.map(({ id, head, called, text, more, voidedAt, voidReason, onEdit, onVoid }) => (
        <li key={id} className={voidedAt === null ? '' : 'void'}>
          <div className="row t12 ink-3">
            {head}
            {voidedAt !== null && `　已作废：${voidReason ?? ''}`}
            <span className="space" />
            {editable && voidedAt === null && (
              <>
                <IconAction icon="edit" size={14} title={`修改${called}`} onClick={onEdit} />
                <IconAction icon="cross" size={14} title={`作废${called}`} onClick={onVoid} />
              </>
            )}
          </div>
          <p className="t13">{text}</p>
          {voidedAt === null && more}
        </li>
      ))}
    </ul>
  </div>
)
