import type { Fault } from '../records/record.ts'

type FaultAt<K extends string> = Fault & { readonly field: K }

/** The fault of a day that comes before the one it must not precede; none while either is unknown. */
export const notBefore = <const K extends string>(field: K, day: string | null, first: string | null, message: string): readonly FaultAt<K>[] =>
  day !== null && first !== null && day < first ? [{ field, code: 'dateOrder', message }] : []

interface Subject {
  readonly personId: string | null
  readonly organizationId: string | null
}

/** 个人或集体: such a record is about a person or about an organization, never about both or neither. */
export function subjectFaults({ personId, organizationId }: Subject): readonly FaultAt<'personId' | 'organizationId'>[] {
  if (personId === null && organizationId === null) return [{ field: 'personId', code: 'missing', message: '姓名和党组织要填一项' }]
  if (personId === null || organizationId === null) return []
  return [{ field: 'organizationId', code: 'bothSubjects', message: '姓名和党组织只填一项：个人填姓名，集体填党组织' }]
}
