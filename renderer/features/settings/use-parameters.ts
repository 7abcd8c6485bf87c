import { parameter, type Parameter } from '../../../shared/domain/parameter.ts'
import { useQuery } from '../../api/hooks.ts'

export interface Parameters {
  /** Those that count. */
  readonly living: readonly Parameter[]
  readonly voided: readonly Parameter[]
  readonly error: unknown
  readonly loading: boolean
}

const sort = { field: 'startsOn', descending: true } as const

/** Every value of every parameter. There are a few dozen, so they come at once. */
export function useParameters(enabled = true): Parameters {
  const living = useQuery('records.list', { type: 'parameter', sort, limit: 500 }, { enabled })
  const voided = useQuery('records.list', { type: 'parameter', sort, limit: 500, voided: true }, { enabled })
  const read = (rows: readonly unknown[] = []) => rows.map(row => parameter.stored.parse(row))
  return {
    living: read(living.data?.rows).filter(p => p.voidedAt === null),
    voided: read(voided.data?.rows).filter(p => p.voidedAt !== null),
    error: living.error ?? voided.error,
    loading: enabled && living.isPending,
  }
}
