import type { ReactNode } from 'react'
import { useKept, useKeptScroll } from '../app/router.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Card } from '../ui/Card.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { FilterBox } from '../ui/FilterBox.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Tabs } from '../ui/Tabs.tsx'

interface Props<R, T extends string> {
  readonly title: string
  readonly sub: string
  readonly actions?: ReactNode
  readonly tab: T
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly count?: number }[]
  onTab(tab: T): void
  readonly search: string
  readonly placeholder: string
  onSearch(search: string): void
  /** The rows of the tab that fit the search, as far as they are in view. */
  readonly rows: {
    readonly total: number
    readonly loading: boolean
    readonly error: Error | null
    rowAt(index: number): R | undefined
    show(first: number, last: number): void
  }
  readonly columns: readonly Column<R>[]
  readonly unit: string
  idOf(row: R): string
  onOpen(row: R): void
  /** What stands there when there is none. */
  readonly empty: ReactNode
}

/** A page of one long list with tabs and a search over it; where one was is kept for the way back. */
export function TabbedRows<R, T extends string>({ title, sub, actions, tab, tabs, onTab, search, placeholder, onSearch, rows, ...table }: Props<R, T>) {
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('rows')
  return (
    <div className="page">
      <PageHead title={title} sub={sub} actions={actions} />
      <ErrorBanner error={rows.error} />
      <div style={{ marginBottom: 12, flex: 'none' }}>
        <Tabs<T>
          label={title}
          value={tab}
          onChange={next => {
            onTab(next)
            setCurrent(-1)
          }}
          tabs={tabs}
        />
      </div>
      <div className="tools">
        <FilterBox value={search} placeholder={placeholder} width={240} onChange={onSearch} />
      </div>
      <Card fill label={title} style={{ flex: 1 }}>
        <DataTable
          leads
          label={title}
          columns={table.columns}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={table.idOf}
          onView={rows.show}
          unit={table.unit}
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={table.onOpen}
          empty={rows.loading ? <span /> : table.empty}
        />
      </Card>
    </div>
  )
}
