import { type ReactNode, useMemo } from 'react'
import { Card } from '../../ui/Card.tsx'
import { heatTop } from './heat-scale.ts'
import { HeatKey, HeatTable, type HeatTableProps } from './HeatTable.tsx'

interface Props<R> extends Omit<HeatTableProps<R>, 'label' | 'top'> {
  readonly title: string
  readonly note: ReactNode
}

/** A heat map with its name and its scale, which goes by the months that have begun. */
export function HeatCard<R>({ title, note, ...table }: Props<R>) {
  const { rows, monthsOf, begun } = table
  const top = useMemo(() => heatTop(rows.map(row => monthsOf(row).slice(0, begun))), [rows, monthsOf, begun])
  return (
    <Card fill className="matrix" title={title} note={note} actions={<HeatKey top={top} />}>
      <HeatTable label={title} top={top} {...table} />
    </Card>
  )
}
