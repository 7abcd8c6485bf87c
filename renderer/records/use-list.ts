import { useEffect, useMemo, useRef, useState } from 'react'
import type { Filter } from '../../shared/api/records.ts'
import { call, type CallInput } from '../api/client.ts'
import { type Rows, useRows } from '../api/use-rows.ts'
import { useKept } from '../app/router.ts'
import { type Selection, useSelection } from '../ui/use-selection.ts'
import type { Values } from './draft.ts'
import { recordType } from './record-name.ts'
import type { Titles } from './shown-text.ts'
import type { ListState } from './use-list-state.ts'

/** A list as main is asked for it, without the piece. */
export type Question = CallInput<'records.ids'>

export interface List {
  readonly state: ListState
  readonly question: Question
  readonly rows: Rows<'records.list'>
  readonly titles: Titles
  readonly selection: Selection
  readonly current: number
  readonly currentRow: Values | undefined
  setCurrent(index: number): void
  /** Ids of everything the list holds, in its order. */
  allIds(): Promise<readonly string[]>
}

interface Around {
  readonly organizationId?: string | undefined
  /** Filters that the screen adds: what it makes of conditions only it knows, or of its place. While they are unknown the former ones hold. */
  readonly also?: readonly Filter[] | 'unknown'
}

const nothing: readonly Filter[] = []

/** The rows that a list state asks for, with ticks and a current row. */
export function useList(state: ListState, { organizationId, also = nothing }: Around = {}): List {
  const settledSearch = useSettled(state.search.trim())
  const { fields } = recordType(state.type)
  const known = useRef(nothing)
  if (also !== 'unknown') known.current = also
  const filters = [...state.conditions.flatMap(c => c.filters.filter(f => Object.hasOwn(fields, f.field))), ...known.current]
  const column = state.sort && state.all.find(c => c.key === state.sort?.field)?.sort
  const question: Question = {
    type: state.type,
    filters,
    voided: state.voided,
    ...(settledSearch ? { search: settledSearch } : {}),
    ...(organizationId ? { organizationId } : {}),
    ...(column && state.sort ? { sort: { field: column.field, descending: state.sort.descending !== (column.reverse ?? false) } } : {}),
  }
  const asked = JSON.stringify(question)
  const rows = useRows('records.list', question)
  const selection = useSelection()
  const [current, setCurrent] = useKept(`current ${state.type}`, -1)
  const before = useRef(asked)
  useEffect(() => {
    if (before.current === asked) return
    before.current = asked
    selection.clear()
    setCurrent(-1)
  }, [asked, selection, setCurrent])
  const titles = useMemo(() => Object.assign({}, ...rows.pages.map(page => page.titles)), [rows.pages])
  return {
    state,
    question,
    rows,
    titles,
    selection,
    current,
    currentRow: current < 0 ? undefined : rows.rowAt(current),
    setCurrent,
    allIds: () => call('records.ids', question),
  }
}

/** A value once it has stood still: a list does not run behind every letter. */
export function useSettled<T>(value: T, ms = 150): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, settled, ms])
  return settled
}
