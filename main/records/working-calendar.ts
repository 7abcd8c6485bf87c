import { type WorkCalendar, workCalendar } from '../../shared/rules/workdays.ts'
import type { ReadScope } from '../app/scopes.ts'

/** The working calendar as the office has it on file, for the rules to reckon with: a few hundred days. */
export async function workingCalendar(db: ReadScope['db']): Promise<WorkCalendar> {
  return workCalendar(await db.selectFrom('calendarDay').select(['date', 'kind', 'name']).where('voidedAt', 'is', null).orderBy('date').execute())
}
