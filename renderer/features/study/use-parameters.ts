import { parameter } from '../../../shared/domain/parameter.ts'
import { type ParameterValue, parameterOn } from '../../../shared/rules/parameters.ts'
import { useQuery } from '../../api/hooks.ts'

/** The office's numbers in force on a day: ask by key, with what holds until the answer is here. */
export function useParameters(day: string): (key: string, otherwise: number) => number {
  const reply = useQuery('records.list', { type: 'parameter', limit: 500 })
  const rows: readonly ParameterValue[] = reply.data?.rows.map(row => parameter.stored.parse(row)) ?? []
  return (key, otherwise) => parameterOn(rows, key, day)?.value ?? otherwise
}
