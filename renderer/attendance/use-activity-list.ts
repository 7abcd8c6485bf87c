import { useState } from 'react'
import { navigate, useKept, useKeptScroll } from '../app/router.ts'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { useActions } from '../app/shortcuts.ts'
import { useSayDone } from '../app/undo.ts'
import { useQuery } from '../api/hooks.ts'
import type { Stored } from '../records/use-record-save.ts'
import type { Sort } from '../ui/DataTable.tsx'
import { activityPath } from './first-columns.tsx'
import { kindWord } from './words.ts'

/** What a list of activities is about. */
export interface ListOf<K extends string> {
  /** What they are called there: 会议, 活动. */
  readonly what: string
  readonly path: string
  /** Only these kinds are on it; every kind without any. */
  readonly kinds: readonly K[]
  /** The organization holds them; otherwise its people only took part, and what was voided is that of the whole office. */
  readonly held: boolean
}

export type ActivityList<K extends string> = ReturnType<typeof useActivityList<K>>

/** The state of a list of activities: what narrows it, where it stands, and the form over it. A new form stands over it when `creating`. */
export function useActivityList<K extends string>(of: ListOf<K>, creating: boolean, first: K | null = null) {
  const { what, path, kinds } = of
  const { mayWrite } = useSession()
  const { year, organizationId, name: scopeName } = useScope()
  const done = useSayDone()
  const [adding, setAdding] = useState(creating && mayWrite)
  const [kind, setKind] = useKept<K | null>('kind', creating ? null : first)
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', { field: 'startsOn', descending: true })
  const [voided, setVoided] = useKept('voided', false)
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll(path)
  const words = search.trim()
  const among = kinds.length > 0 ? { filters: [{ field: 'kind', op: 'in' as const, value: [...kinds] }] } : {}
  const lost = useQuery('records.list', { type: 'activity', voided: true, ...among, limit: 1 })
  const add = () => setAdding(true)
  useActions([{ name: `登记${what}`, keys: 'N', command: 'new', when: () => mayWrite && !adding, perform: add }])
  return {
    of,
    mayWrite,
    year,
    organizationId,
    scopeName,
    /** What the list asks for, but for its order. */
    where: { year, organizationId, kind: kind ?? undefined, search: words || undefined },
    /** The same in words, for when nothing meets it. */
    conditions: [kind ? `类型“${kindWord(kind)}”` : '', words ? `“${words}”` : ''].filter(Boolean),
    kind,
    setKind,
    search,
    setSearch,
    sort,
    setSort,
    voided,
    setVoided,
    lost: lost.data?.total ?? 0,
    current,
    setCurrent,
    scroll,
    adding,
    add,
    close: () => (creating ? navigate(path, { replace: true }) : setAdding(false)),
    /** Says so, and opens what was registered: its attendance comes next. */
    saved(record: Stored) {
      setAdding(false)
      done(`已登记${what}“${String(record['name'])}”`)
      navigate(activityPath({ id: record.id, kind: String(record['kind']) }), { replace: creating })
    },
  }
}
