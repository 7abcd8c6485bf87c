import { type ReactNode, useCallback, useMemo } from 'react'
import { Card } from '../ui/Card.tsx'
import { futureHatch, heatOf } from '../ui/heat.ts'
import { amountText } from '../ui/say-amount.ts'
import { heatTop } from './heat-scale.ts'
import { type HeatCell, HeatKey, HeatTable, type HeatTableProps } from './HeatTable.tsx'
import { monthNames } from './words.ts'

interface Props<R> extends Omit<HeatTableProps<R>, 'label' | 'heads' | 'cellOf' | 'onCell'> {
  readonly title: string
  readonly note: ReactNode
  readonly unit: string
  nameOf(row: R): string
  monthsOf(row: R): readonly number[]
  /** The darkest stands for at least so many: of a few, one is not the worst. */
  readonly least?: number
  /** Months that have begun; the others are hatched. */
  readonly begun: number
  onMonth(row: R, month: number): void
}

/** Amounts by month as a heat map with its name and its scale, which goes by the months that have begun. */
export function HeatCard<R>({ title, note, unit, nameOf, monthsOf, least = 0, begun, onMonth, ...table }: Props<R>) {
  const { rows } = table
  const top = useMemo(() => Math.max(least, heatTop(rows.map(row => monthsOf(row).slice(0, begun)))), [rows, monthsOf, begun, least])
  const heads = useMemo(() => monthNames.map((label, i) => ({ label, sortable: i < begun })), [begun])
  const cellOf = useCallback(
    (row: R, i: number): HeatCell => {
      const amount = monthsOf(row)[i] ?? 0
      return {
        text: amount > 0 ? amountText(amount, 1) : i < begun ? '·' : '',
        says: `${nameOf(row)} ${i + 1} 月 ${amountText(amount, 1)} ${unit}`,
        style: i < begun ? heatOf(amount, top) : { background: futureHatch },
        disabled: i >= begun && amount === 0,
      }
    },
    [monthsOf, nameOf, begun, top, unit],
  )
  return (
    <Card fill className="matrix" title={title} note={note} actions={<HeatKey top={top} />}>
      <HeatTable label={title} heads={heads} cellOf={cellOf} onCell={(row, i) => onMonth(row, i + 1)} {...table} />
    </Card>
  )
}
