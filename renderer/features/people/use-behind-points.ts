import { parameter } from '../../../shared/domain/parameter.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { useQuery } from '../../api/hooks.ts'

/** How many points behind the time of year a bar stays ochre: the office's number in force on a day. */
export function useBehindPoints(day: string): number {
  const reply = useQuery('records.list', { type: 'parameter', filters: [{ field: 'key', op: 'is', value: 'study.behindPoints' }], limit: 100 })
  const rows = reply.data?.rows.map(row => parameter.stored.parse(row)) ?? []
  return parameterOn(rows, 'study.behindPoints', day)?.value ?? 12
}
