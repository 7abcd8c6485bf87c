import { useState } from 'react'
import type { CallInput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import type { Change } from '../../ui/grid-cells.ts'
import type { GridFault } from '../../ui/Grid.tsx'
import type { Row } from './words.ts'

type Lines = CallInput<'development.set'>['lines']
type Line = Lines[number]

const isNumber = (text: string): boolean => text === '' || /^\d{1,6}$/.test(text)

/** Numbers typed into the table, written as they are left; what is no number waits beside its row. */
export function useNumbers(year: number) {
  const command = useCommand('development.set')
  const [wrong, setWrong] = useState<ReadonlyMap<string, { readonly key: string; readonly text: string }>>(new Map())
  const change = (rows: readonly Row[], changes: readonly Change[]) => {
    const lines = new Map<string, Line>()
    const bad = new Map(wrong)
    for (const { index, key, value } of changes) {
      const row = rows[index]
      if (!row || row.self) continue
      bad.delete(row.id)
      if (!isNumber(value) || (key === 'pool' && row.own === null && !lines.has(row.id) && value !== '')) bad.set(row.id, { key, text: value })
      else {
        const before = lines.get(row.id) ?? { organizationId: row.id || null, planned: row.own?.planned ?? null }
        const number = value === '' ? null : Number(value)
        lines.set(row.id, key === 'pool' ? { ...before, pool: number } : { ...before, planned: number })
      }
    }
    setWrong(bad)
    const ready = [...lines.values()].filter(line => line.planned !== null || rows.some(row => row.id === (line.organizationId ?? '') && row.own !== null))
    if (ready.length > 0) command.mutate({ year, lines: ready })
  }
  const faultOf = (row: Row): GridFault | undefined => {
    const found = wrong.get(row.id)
    if (!found || row.self) return undefined
    const why = isNumber(found.text) ? `先填年度计划，再填队伍规模 ${found.text}` : `“${found.text}”不是人数`
    return { key: found.key, message: `${row.name}：${why}` }
  }
  return { change, faultOf, error: command.error }
}
