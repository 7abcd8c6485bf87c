import type { Filter } from '../../../shared/api/records.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'

type Reply = CallOutput<'records.list'>

export interface PersonChanges {
  readonly appointment: Reply | undefined
  readonly transfer: Reply | undefined
  readonly exemption: Reply | undefined
  readonly count: number | undefined
}

/** The dated offices, moves and exemptions of one person, newest first. */
export function useChanges(personId: string): PersonChanges {
  const filters: Filter[] = [{ field: 'personId', op: 'is', value: personId }]
  const latest = (field: string) => ({ field, descending: true })
  const appointment = useQuery('records.list', { type: 'appointment', filters, sort: latest('startsOn') }, { keep: false }).data
  const transfer = useQuery('records.list', { type: 'transfer', filters, sort: latest('movedOn') }, { keep: false }).data
  const exemption = useQuery('records.list', { type: 'exemption', filters, sort: latest('startsOn') }, { keep: false }).data
  const count = appointment && transfer && exemption && appointment.total + transfer.total + exemption.total
  return { appointment, transfer, exemption, count }
}
