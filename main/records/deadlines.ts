import type { RecordDeadline } from '../../shared/api/deadlines.ts'
import { admonition } from '../../shared/domain/admonition.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { personalReport } from '../../shared/domain/personal-report.ts'
import { petition } from '../../shared/domain/petition.ts'
import { recordSources } from '../../shared/due/record-sources.ts'
import type { RecordDue } from '../../shared/due/source.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import {
  admonitionDeadlines,
  type Deadline,
  type DeadlineGround,
  deadlineStateOf,
  petitionDeadlines,
  reportDeadlines,
  supervisionDuties,
} from '../../shared/rules/supervision-deadlines.ts'
import type { ReadScope } from '../app/scopes.ts'
import { parametersIn } from './parameters.ts'
import { fromRow } from './rows.ts'
import { workingCalendar } from './working-calendar.ts'

/** The types whose deadlines are reckoned from rules; those of the others stand in the record, as `recordSources` declares them. */
const reckoned: Partial<Record<RecordName, (row: object, ground: DeadlineGround) => readonly Deadline[]>> = {
  admonition: (row, ground) => admonitionDeadlines(fromRow(admonition, row), ground),
  personalReport: (row, ground) => reportDeadlines(fromRow(personalReport, row), ground),
  petition: (row, ground) => petitionDeadlines(fromRow(petition, row), ground),
}

/** The one place that says what must be done about a record by when, and how it stands: of every type that has deadlines; none for a voided record. */
export async function deadlinesOf({ db, today }: Pick<ReadScope, 'db' | 'today'>, name: RecordName, row: object): Promise<readonly RecordDeadline[]> {
  if ('voidedAt' in row && row.voidedAt !== null) return []
  const stated = recordSources.flatMap(source => (source.record === name ? statedIn(source, row) : []))
  const reckon = reckoned[name]
  if (!reckon) return stated.map(found => standing(found, today))
  const ground = { parameters: await parametersIn(db), calendar: await workingCalendar(db) }
  const found = reckon(row, ground).map(({ duty, rule, ...deadline }) => ({ ...deadline, duty: supervisionDuties[duty], clause: rule?.clause ?? null }))
  return [...stated, ...found].map(one => standing(one, today))
}

type Found = Omit<Deadline, 'duty' | 'rule'> & Pick<RecordDeadline, 'duty' | 'clause'>

function standing({ duty, dueOn, doneOn, dropped, provisional, clause }: Found, today: string): RecordDeadline {
  const state = deadlineStateOf({ dueOn, doneOn, dropped }, today)
  const late = state === 'late' || state === 'overdue' ? daysBetween(dueOn, doneOn ?? today) : 0
  return { duty, dueOn, doneOn, state, late, provisional: [...provisional], clause }
}

/** The day that the record sets. Done is what its first field says; ended by another it asks for nothing more. */
function statedIn({ due, done, verb, clause }: RecordDue, row: object): readonly Found[] {
  const values = new Map(Object.entries(row))
  const textOf = (field: string | undefined): string | null => {
    const value: unknown = field === undefined ? null : values.get(field)
    return typeof value === 'string' ? value : null
  }
  const dueOn = due.map(textOf).find(day => day !== null)
  if (!dueOn) return []
  const doneOn = done.map(textOf).find(day => day !== null && /^\d{4}-\d\d-\d\d$/.test(day)) ?? null
  return [{ duty: verb, dueOn, doneOn, dropped: done.some(field => textOf(field) !== null), provisional: [], clause }]
}
