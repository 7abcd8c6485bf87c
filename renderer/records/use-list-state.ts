import { useCallback, useMemo, useRef } from 'react'
import { z } from 'zod'
import type { RecordName } from '../../shared/domain/index.ts'
import { useKept } from '../app/router.ts'
import type { Sort } from '../ui/DataTable.tsx'
import { type Condition, conditionSchema } from './conditions.ts'
import type { ListColumn } from './list-column.tsx'
import { useMemory } from './use-memory.ts'

const sortSchema = z.object({ field: z.string(), descending: z.boolean() })
const viewSchema = z.object({
  name: z.string(),
  search: z.string(),
  conditions: z.array(conditionSchema),
  sort: sortSchema.nullable(),
  columns: z.array(z.string()),
})
/** 视图: conditions, order and columns under a name. */
export type View = z.infer<typeof viewSchema>
const memorySchema = z.object({ columns: z.array(z.string()).nullable(), views: z.array(viewSchema) })

interface Kept {
  readonly search: string
  readonly conditions: readonly Condition[]
  readonly sort: Sort | null
  readonly voided: boolean
  readonly view: string | null
  /** Columns of the view that was opened; the user's own without one. */
  readonly columns: readonly string[] | null
}

export interface ListOptions {
  readonly type: RecordName
  /** Every column there is, in the order the chooser offers them. */
  readonly columns: readonly ListColumn[]
  /** The columns shown until the user chooses; the first stays pinned. */
  readonly defaults: readonly string[]
  /** What it begins with. */
  readonly conditions?: readonly Condition[]
  readonly search?: string
  readonly sort?: Sort
}

export interface ListState extends Kept {
  readonly type: RecordName
  readonly all: readonly ListColumn[]
  readonly defaults: readonly string[]
  /** The columns in view, in their order. */
  readonly shown: readonly ListColumn[]
  readonly views: readonly View[]
  /** False until it is known which columns the user has chosen. */
  readonly ready: boolean
  setSearch(text: string): void
  setCondition(key: string, condition: Condition | undefined): void
  clearConditions(): void
  setSort(sort: Sort): void
  setVoided(voided: boolean): void
  /** The columns to show; null goes back to the defaults. Remembered. */
  setColumns(keys: readonly string[] | null): void
  openView(name: string | null): void
  saveView(name: string): void
  dropView(name: string): void
}

const nothing = { columns: null, views: [] }

/** What a list is asked for and how it is shown. Back brings it back as it was; columns and views are remembered for good. */
export function useListState({ type, columns: all, defaults, conditions = [], search = '', sort }: ListOptions): ListState {
  const [kept, keep] = useKept<Kept>(`list ${type}`, { search, conditions, sort: sort ?? null, voided: false, view: null, columns: null })
  const memory = useMemory(`list.${type}`, memorySchema, nothing)
  const latest = useRef(kept)
  const change = useCallback(
    (part: Partial<Kept>) => {
      latest.current = { ...latest.current, ...part }
      keep(latest.current)
    },
    [keep],
  )
  const keys = kept.columns ?? memory.value.columns ?? defaults
  const shown = useMemo(() => keys.flatMap(key => all.find(column => column.key === key) ?? []), [keys, all])

  return {
    ...kept,
    type,
    all,
    defaults,
    shown,
    views: memory.value.views,
    ready: memory.ready,
    setSearch: useCallback(text => change({ search: text }), [change]),
    setCondition: useCallback(
      (key, condition) => {
        const now = latest.current.conditions
        const next = !condition
          ? now.filter(c => c.key !== key)
          : now.some(c => c.key === key)
            ? now.map(c => (c.key === key ? condition : c))
            : [...now, condition]
        change({ conditions: next })
      },
      [change],
    ),
    clearConditions: () => change({ conditions: [], search: '', view: null, columns: null, voided: false }),
    setSort: order => change({ sort: order }),
    setVoided: voided => change({ voided }),
    setColumns(next) {
      change({ columns: null })
      memory.put({ ...memory.value, columns: next && [...next] })
    },
    openView(name) {
      const view = memory.value.views.find(v => v.name === name)
      if (view) change({ view: view.name, search: view.search, conditions: view.conditions, sort: view.sort, columns: view.columns })
      else change({ view: null, search: '', conditions: [], sort: sort ?? null, columns: null })
    },
    saveView(name) {
      const view = { name, search: kept.search, conditions: [...kept.conditions], sort: kept.sort, columns: [...keys] }
      memory.put({ ...memory.value, views: [...memory.value.views.filter(v => v.name !== name), view] })
      change({ view: name })
    },
    dropView(name) {
      memory.put({ ...memory.value, views: memory.value.views.filter(v => v.name !== name) })
      if (kept.view === name) change({ view: null, columns: null })
    },
  }
}
