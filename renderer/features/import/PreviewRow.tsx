import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import type { PreviewRow } from './use-preview.ts'

/** Pixels of the row itself and of each line under it. */
export const rowHeight = 34
export const lineHeight = 28

/** A row that is not here yet is taken for one without lines, or with one where the list is of rows that have them. */
export const heightOf = (row: PreviewRow | undefined, usual: number): number => rowHeight + (row ? linesOf(row) : usual) * lineHeight

export const linesOf = (row: PreviewRow): number => row.faults.length + row.changes.length + row.notes.length

/** What becomes of a row. */
export function RowStatus({ status }: { readonly status: PreviewRow['status'] }) {
  if (status === 'faulty') return <StatusChip tone="short" word="有误" icon="warn" />
  if (status === 'updated') return <StatusChip tone="info" word="改动" icon="edit" />
  if (status === 'created') return <StatusChip tone="met" word="新增" icon="plus" />
  return <StatusChip tone="plain" word="无变化" />
}

interface LinesProps {
  readonly row: PreviewRow
  readonly span: number
  readonly labelOf: (field: string) => string
  onMean(field: string, from: string, to: string): void
}

/** Under the row: each fault, each change struck before and bold after, each remark. */
export function RowLines({ row, span, labelOf, onMean }: LinesProps) {
  return (
    <>
      {row.faults.map(fault => (
        <Line key={`${fault.field} ${fault.code}`} span={span}>
          <span className="tone-short">{labelOf(fault.field)}</span>
          <span className="ellipsis" title={fault.message}>
            {fault.message}
          </span>
          {fault.repair && <Repair {...fault.repair} onMean={(from, to) => onMean(fault.field, from, to)} />}
        </Line>
      ))}
      {row.changes.map(change => (
        <Line key={change.field} span={span}>
          <span className="ink-2">{change.label}</span>
          {change.before === '' ? <span className="ink-3">（空）</span> : <s className="ellipsis">{change.before}</s>}
          <Icon name="go" size={14} className="ink-3" />
          <b className="ellipsis">{change.after || '（空）'}</b>
        </Line>
      ))}
      {row.notes.map(note => (
        <Line key={note} span={span}>
          <span className="ink-3 ellipsis" title={note}>
            {note}
          </span>
        </Line>
      ))}
    </>
  )
}

/** The one thing that can be meant: chosen once, it holds for every row that says the same. */
const Repair = ({ from, to, onMean }: { readonly from: string; readonly to: string; onMean(from: string, to: string): void }) => (
  <button type="button" className="link" title={`凡写“${from}”的行都认作“${to}”`} onClick={() => onMean(from, to)}>
    都认作“{to}”
  </button>
)

const Line = ({ span, children }: { readonly span: number; readonly children: ReactNode }) => (
  <tr className="import-line">
    <td colSpan={span}>
      <div className="import-line-body">
        <i aria-hidden />
        {children}
      </div>
    </td>
  </tr>
)
