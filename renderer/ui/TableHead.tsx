import { Check } from './Check.tsx'
import type { Column, Place } from './columns.ts'
import { Icon } from './Icon.tsx'
import type { Selection } from './use-selection.ts'

interface SortedBy {
  readonly field: string
  readonly descending: boolean
}

interface Props<R> {
  readonly columns: readonly Column<R>[]
  readonly pins: readonly Place[]
  readonly count: number
  readonly sort: SortedBy | undefined
  onSort?(sort: SortedBy): void
  readonly selection: Selection | undefined
  onSelectAll?(): void
}

/** The head of a list: ticks all or none, sorts by a column. */
export function TableHead<R>({ columns, pins, count, sort, onSort, selection, onSelectAll }: Props<R>) {
  const ticked = selection?.ids.size ?? 0
  return (
    <thead>
      <tr role="row" aria-rowindex={1}>
        {selection && (
          <th className="tick pinned" style={{ left: 0 }} role="columnheader">
            <Check
              title="选中全部"
              tabIndex={-1}
              checked={ticked > 0 && ticked >= count}
              mixed={ticked > 0 && ticked < count}
              onChange={on => (on && onSelectAll ? onSelectAll() : selection.clear())}
            />
          </th>
        )}
        {columns.map((column, i) => {
          const sorted = sort?.field === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined
          return (
            <th key={column.key} className={pins[i]?.className} style={pins[i]?.style} role="columnheader" aria-sort={sorted}>
              {column.sortable && onSort ? (
                <button type="button" className="sort" tabIndex={-1} onClick={() => onSort({ field: column.key, descending: sorted === 'ascending' })}>
                  {column.head}
                  {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={12} />}
                </button>
              ) : (
                column.head
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
