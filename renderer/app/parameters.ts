import { useCallback, useMemo } from 'react'
import { parameter } from '../../shared/domain/parameter.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import { useQuery } from '../api/hooks.ts'

/** The office's numbers in force on a day: ask by key, with what holds until the answer is here. */
export function useParametersOn(day: string): (key: string, otherwise: number) => number {
  const { data } = useQuery('records.list', { type: 'parameter', limit: 500 })
  const values = useMemo(() => data?.rows.map(row => parameter.stored.parse(row)) ?? [], [data])
  return useCallback((key, otherwise) => parameterOn(values, key, day)?.value ?? otherwise, [values, day])
}
