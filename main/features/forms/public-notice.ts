import type { FormParams } from '../../../shared/api/forms.ts'
import { admissionNotice, candidateNotice, conversionNotice, type Notice, type NoticeProps } from '../../../shared/forms/development/notices.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import type { Span } from '../../../shared/procedures/procedure.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { addWorkingDays, workingDaysBetween } from '../../../shared/rules/workdays.ts'
import { type CaseGround, caseGround } from '../../procedures/read.ts'
import type { FormCase } from './cases.ts'
import { developmentsOf } from './development.ts'
import { engine, type Gathered, type GatherScope } from './engine.ts'

type Found = Awaited<ReturnType<typeof developmentsOf>>
type Days = Pick<Notice, 'startsOn' | 'lastOn' | 'workingDays' | 'provisional'>

/** 公示: the cases that are posted together stand on one sheet. Without a first day, on file or asked for, the days are left to the pen. */
const noticeEngine = (form: DeclaredForm<NoticeProps>) =>
  engine(form, async (scope: GatherScope, params: FormParams): Promise<Gathered<NoticeProps>> => {
    const found = await developmentsOf(scope, params, { from: 0, size: Infinity })
    const ground = await caseGround(scope)
    const each = found.list.map(one => ({ ...one, ...postedOf(one.found, form.name, params.startsOn, ground) }))
    const sheets = Map.groupBy(each, ({ days, place, phone }) => JSON.stringify([days, place, phone]))
    const notices = [...sheets.values()].flatMap((together): Notice[] => {
      const [first] = together
      if (!first) return []
      const signer = signerOf(together, found.bodies)
      return [{ ...first.days, cases: together.map(({ facts }) => facts), place: first.place, phone: first.phone || signer.phone, signer: signer.name }]
    })
    return { props: { watermark: scope.watermark, notices }, shown: notices.length, total: notices.length, about: found.about }
  })

/** The step that is posted on this form: the national one, or one of the office's own. */
const stepOf = ({ case: { standing } }: FormCase, form: string): StepStanding | undefined =>
  standing.steps.find(({ step: { lasts, forms = [] } }) => lasts !== undefined && forms.some(name => name === form))

/** When and where it is posted, as far as that is on file. */
function postedOf(
  found: FormCase,
  form: string,
  asked: string | undefined,
  ground: CaseGround,
): { readonly days: Days; readonly place: string; readonly phone: string } {
  const standing = stepOf(found, form)
  const record = standing && found.records.findLast(({ step, turn }) => step === standing.step.key && turn >= standing.since)
  const startsOn = record?.startedOn ?? asked ?? null
  return {
    days: daysOf(startsOn, record?.doneOn ?? null, standing?.step.lasts?.span ?? { workingDays: 5 }, ground),
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

/** Whoever all of them are under: their branch, or the nearest body above their branches. */
function signerOf(together: Found['list'], bodies: Found['bodies']): { readonly name: string; readonly phone: string } {
  const chains = together.map(({ found }) => {
    const chain: string[] = []
    for (let body = bodies.get(found.case.record.organizationId); body && !chain.includes(body.id); body = bodies.get(body.parentId ?? '')) chain.push(body.id)
    return chain
  })
  const shared = chains[0]?.find(id => chains.every(chain => chain.includes(id)))
  const body = bodies.get(shared ?? '')
  return { name: body?.name ?? '', phone: body?.phone ?? '' }
}

export const noticeEngines = {
  candidateNotice: noticeEngine(candidateNotice),
  admissionNotice: noticeEngine(admissionNotice),
  conversionNotice: noticeEngine(conversionNotice),
} as const
