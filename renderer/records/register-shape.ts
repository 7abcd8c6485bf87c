import type { Filter } from '../../shared/api/records.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import type { Values } from './draft.ts'
import { nameField } from './list-column.tsx'

/** What a register's page follows from its declaration. */

/** What belongs to a year, by a day, a month or the year itself. */
export function inYear({ fields, yearBy }: RecordType, year: number): readonly Filter[] {
  if (yearBy === undefined) return []
  const { kind } = fields[yearBy] ?? {}
  if (kind === 'integer') return [{ field: yearBy, op: 'is', value: year }]
  const [from, until] = [firstDayOf(year), lastDayOf(year)]
  const cut = (day: string) => (kind === 'month' ? day.slice(0, 7) : day)
  return [
    { field: yearBy, op: 'from', value: cut(from) },
    { field: yearBy, op: 'until', value: cut(until) },
  ]
}

/** The day that every record has: the latest stand first. */
export const dayField = ({ title, list, fields }: RecordType): string | undefined =>
  [title, ...list].find(key => fields[key]?.kind === 'date' && fields[key].required)

/** What one types to find a row: whom or what it is named by. */
export function searchedBy(type: RecordType): string {
  const field = type.fields[nameField(type)]
  if (field?.target === 'person') return '姓名、拼音首字母'
  return field?.target === 'organization' ? '党组织名称、拼音首字母' : (type.fields[type.title]?.label ?? '')
}

/** What a new record begins with: the organization and the year that the page shows, where its own form asks for them. */
export function beginning(type: RecordType, year: number, organizationId: string | undefined): Values {
  const body = nameField(type)
  return {
    ...(type.yearBy !== undefined && type.fields[type.yearBy]?.kind === 'integer' ? { [type.yearBy]: year } : {}),
    ...(organizationId !== undefined && type.fields[body]?.target === 'organization' ? { [body]: organizationId } : {}),
  }
}
