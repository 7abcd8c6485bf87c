import { useMemo } from 'react'
import { poolKinds } from '../../../shared/domain/cadre-words.ts'
import type { Filter } from '../../../shared/api/records.ts'
import { keysOf } from '../../../shared/records/keys.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import type { Condition } from '../../records/conditions.ts'
import type { List } from '../../records/use-list.ts'
import { cadreColumns } from './cadre-columns.tsx'

/** Conditions that only this screen knows: the pool someone is in, and the age. */
export const poolCondition = 'pools'
export const ageCondition = 'age'

/** 年龄段, as leading bodies are looked at. */
export const ageBands = {
  to35: '35 岁以下',
  '36-40': '36 至 40 岁',
  '41-45': '41 至 45 岁',
  '46-50': '46 至 50 岁',
  '51-54': '51 至 54 岁',
  '55': '55 岁以上',
} as const
const bounds: ReadonlyMap<string, [from: number, until: number][]> = new Map([
  ['to35', [[0, 35]]],
  ['36-40', [[36, 40]]],
  ['41-45', [[41, 45]]],
  ['46-50', [[46, 50]]],
  ['51-54', [[51, 54]]],
  ['55', [[55, 120]]],
])

const most = 20_000
const none: readonly Filter[] = []

/** The list with what the roster and the pools say of the cadres in view. */
export function useFactColumns(list: List): List {
  const { today } = useScope()
  const { state, rows } = list
  const ids = rows.pages.flatMap(page => page.rows.map(row => String(row['id']))).slice(0, most)
  const reply = useQuery('cadre.facts', { ids }, { enabled: ids.length > 0 })
  const columns = useMemo(() => cadreColumns(today, new Map(reply.data?.map(fact => [fact.cadreId, fact]))), [today, reply.data])
  const shown = useMemo(() => state.shown.flatMap(column => columns.find(c => c.key === column.key) ?? []), [state.shown, columns])
  return { ...list, state: { ...state, shown } }
}

/** Pools and ages ticked as a filter of the list: the ids of those who fit one of each. */
export function useCadreFilter(conditions: readonly Condition[]): readonly Filter[] | 'unknown' {
  const pools = keysOf(poolKinds).filter(kind => conditions.find(c => c.key === poolCondition)?.chosen?.includes(kind))
  const ages = (conditions.find(c => c.key === ageCondition)?.chosen ?? []).flatMap(key => bounds.get(key) ?? [])
  const asked = pools.length > 0 || ages.length > 0
  const reply = useQuery('cadre.among', { pools, ages }, { enabled: asked })
  const ids = reply.data
  return useMemo(() => {
    if (!asked) return none
    return ids ? [{ field: 'id', op: 'in', value: ids }] : 'unknown'
  }, [asked, ids])
}
