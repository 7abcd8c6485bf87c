import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useKeptScroll } from '../app/router.ts'
import { useSession } from '../app/session.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import type { Values } from './draft.ts'
import { NothingFound } from './NothingFound.tsx'
import { recordType } from './record-name.ts'
import { RestoreMany } from './RestoreMany.tsx'
import { tableColumns } from './table-columns.ts'
import type { List } from './use-list.ts'
import { useWidth } from './use-width.ts'
import './records.css'

interface Props {
  readonly list: List
  /** What one row is called: 人, 条. */
  readonly unit: string
  /** Batch verbs, beside 已选 n 人. */
  verbs?(ids: readonly string[]): ReactNode
  /** While nothing is kept at all: what it is, and the way to it. */
  readonly empty: ReactNode
  onOpen(row: Values): void
}

const idOf = (row: Values) => String(row['id'])

/** A list of any record type over `records.list`: pieces as they come into view, ticks with verbs, order, keyboard. */
export function RecordList({ list, unit, verbs, empty, onOpen }: Props) {
  const { state, rows, titles, selection, current, setCurrent } = list
  const { mayWrite } = useSession()
  const type = recordType(state.type)
  const scroll = useKeptScroll(state.type)
  const [restoring, setRestoring] = useState(false)
  const [frame, width] = useWidth()
  const columns = useMemo(() => tableColumns(state.shown, titles, width), [state.shown, titles, width])
  const { show } = rows
  const ids = useRef(list.allIds)
  ids.current = list.allIds
  const selectAll = () => void ids.current().then(all => selection.only(all))
  const narrowed = state.search !== '' || state.conditions.length > 0 || state.voided
  useEffect(() => {
    // Rows that are no longer there cannot be current.
    if (rows.total > 0 && current >= rows.total) setCurrent(rows.total - 1)
  }, [rows.total, current, setCurrent])
  return (
    <Card fill label={`${type.label}列表`}>
      <div ref={frame} className="record-list">
        {selection.ids.size > 0 && (
          <div className="selection-bar" role="toolbar" aria-label="所选">
            <b>
              已选 {selection.ids.size} {unit}
            </b>
            {selection.ids.size < rows.total && (
              <button type="button" className="link" onClick={selectAll}>
                选中全部 {rows.total} {unit}
              </button>
            )}
            <span className="space" />
            {state.voided
              ? mayWrite && (
                  <Button small icon="undo" onClick={() => setRestoring(true)}>
                    恢复
                  </Button>
                )
              : verbs?.([...selection.ids])}
            <IconAction icon="cross" title="取消选择 Esc" onClick={selection.clear} />
          </div>
        )}
        {rows.error ? (
          <div style={{ padding: 16 }}>
            <ErrorBanner error={rows.error} />
          </div>
        ) : (
          state.ready && (
            <DataTable<Values>
              leads
              label={`${type.label}列表`}
              columns={columns}
              count={rows.total}
              rowAt={rows.rowAt}
              idOf={idOf}
              onView={show}
              unit={unit}
              scroll={scroll}
              sort={state.sort ?? undefined}
              onSort={state.setSort}
              selection={selection}
              onSelectAll={selectAll}
              current={current}
              onCurrent={setCurrent}
              onOpen={onOpen}
              idsBetween={async (first, last) => (await ids.current()).slice(first, last + 1)}
              toneOf={row => (row['voidedAt'] ? 'void' : undefined)}
              empty={rows.loading ? undefined : narrowed ? <NothingFound list={list} unit={unit} empty={empty} /> : empty}
            />
          )
        )}
      </div>
      {restoring && <RestoreMany type={state.type} ids={[...selection.ids]} unit={unit} onDone={selection.clear} onClose={() => setRestoring(false)} />}
    </Card>
  )
}
