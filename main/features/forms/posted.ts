import type { FormName } from '../../../shared/api/forms.ts'
import type { Posted } from '../../../shared/forms/posted.ts'
import type { Span } from '../../../shared/procedures/procedure.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { addWorkingDays, workingDaysBetween } from '../../../shared/rules/workdays.ts'
import type { CaseGround } from '../../procedures/read.ts'
import type { FormCase } from './cases.ts'

type Days = Omit<Posted, 'place' | 'phone'>

/** The step that is posted on this form: the national one, or one of the office's own. */
const stepOf = ({ case: { standing } }: FormCase, form: FormName): StepStanding | undefined =>
  standing.steps.find(({ step: { lasts, forms = [] } }) => lasts !== undefined && forms.some(name => name === form))

/** When and where a case is posted on this form, as far as that is on file; `asked`: the first day where none is. */
export function postedOf(found: FormCase, form: FormName, asked: string | undefined, ground: CaseGround): Posted {
  const standing = stepOf(found, form)
  const record = standing && found.records.findLast(({ step, turn }) => step === standing.step.key && turn >= standing.since)
  const startsOn = record?.startedOn ?? asked ?? null
  return {
    ...daysOf(startsOn, record?.doneOn ?? null, standing?.step.lasts?.span ?? { workingDays: 5 }, ground),
    place: record?.place ?? '',
    phone: record?.phone ?? '',
  }
}

/** As it was posted; where it is still up, to the last day that the rule asks for. */
function daysOf(startsOn: string | null, doneOn: string | null, span: Span, { calendar, countFirstDay }: CaseGround): Days {
  if (startsOn === null) return { startsOn: '', lastOn: '', workingDays: null, provisional: [] }
  const least = addWorkingDays(calendar, startsOn, 'workingDays' in span ? span.workingDays : 5, { countFirstDay })
  const lastOn = doneOn ?? least.day
  const { days, provisional } = workingDaysBetween(calendar, startsOn, lastOn, { countFirstDay })
  return { startsOn, lastOn, workingDays: days, provisional: [...provisional] }
}
