import { useMemo } from 'react'
import { useScope } from '../../app/scope.tsx'
import type { List } from '../../records/use-list.ts'
import { personColumns } from './columns.tsx'
import { useStandings } from './use-standings.ts'

const standingKeys = ['study', 'hours', 'missing']
const nobody: readonly string[] = []

/** The list with its columns about the year's hours filled in, for the people in view. */
export function useStandingColumns(list: List): List {
  const { today, year } = useScope()
  const { state, rows } = list
  const wanted = state.shown.some(column => standingKeys.includes(column.key))
  const ids = rows.pages.flatMap(page => page.rows.map(row => String(row['id'])))
  const standings = useStandings(wanted ? ids : nobody, year)
  const columns = useMemo(() => personColumns(today, standings), [today, standings])
  const shown = useMemo(() => state.shown.flatMap(column => columns.find(c => c.key === column.key) ?? []), [state.shown, columns])
  return { ...list, state: { ...state, shown } }
}
