import type { DueFound } from '../../shared/due/source.ts'
import { derivedSources } from '../../shared/due/sources.ts'
import { forms } from '../../shared/forms/index.ts'
import { addMonths, monthOf, periodEnd, yearOf } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
import { developmentOf, unitsOf } from '../procedures/development.ts'
import type { Gather } from './asked.ts'

const { planLag, planReport } = derivedSources

/** 发展计划滞后: units that lag and are under no 重点管理 yet, to be seen to by the month's end. */
export const lagItems: Gather = async ({ db, today, concerns, lastDay }) => {
  const dueOn = periodEnd(today, 1)
  if (dueOn > lastDay(planLag.ahead)) return []
  const found = await developmentOf({ db, today }, { year: yearOf(today) })
  const managed = new Set(
    (await db.selectFrom('keyManagement').select('organizationId').where('voidedAt', 'is', null).where('liftedOn', 'is', null).execute()).map(
      row => row.organizationId,
    ),
  )
  return unitsOf(found, undefined)
    .filter(({ id, lag }) => lag.length > 0 && concerns(id) && !managed.has(id))
    .map(({ id, name, lag }): DueFound => ({
      key: `${planLag.name}/${id}/${dueOn}`,
      source: planLag.name,
      topic: planLag.topic,
      title: `发展计划滞后：${name}`,
      asks: '列入重点管理，写明措施',
      now: lag.join('；'),
      dueOn,
      organizationId: id,
      responsible: null,
      path: '/development',
      clause: planLag.clause,
    }))
}

const reports = ['planMonthly', 'planBulletin'] as const

/** 月报表 and 月通报 of the month before, and of the one that runs where its day is near: until they have been printed or saved. */
export const reportItems: Gather = async ({ db, today, concerns, lastDay, parameters }) => {
  const date = parameterOn(parameters, 'membership.reportDay', today)?.value ?? 0
  if (date === 0 || !concerns(null) || !(await hasPlans(db))) return []
  const last = lastDay(planReport.ahead)
  const issued = await issuedForms(db)
  return [addMonths(`${today.slice(0, 7)}-01`, -1), `${today.slice(0, 7)}-01`].flatMap(month => {
    const dueOn = `${addMonths(month, 1).slice(0, 7)}-${String(date).padStart(2, '0')}`
    if (dueOn > last) return []
    const about = `${yearOf(month)}年${monthOf(month)}月 `
    return reports
      .filter(form => !issued.some(line => line.form === form && line.about.startsWith(about)))
      .map((form): DueFound => ({
        key: `${planReport.name}/${form}/${dueOn}`,
        source: planReport.name,
        topic: planReport.topic,
        title: `${monthOf(month)} 月${forms[form].label}`,
        asks: `次月 ${date} 日前`,
        now: '还没有打印或存为文件',
        dueOn,
        organizationId: null,
        responsible: null,
        path: '/development',
        clause: parameterOn(parameters, 'membership.reportDay', today)?.clause ?? null,
      }))
  })
}

/** An office that plans no admissions owes no report of them. */
async function hasPlans(db: ReadScope['db']): Promise<boolean> {
  return (await db.selectFrom('admissionNumber').select('id').where('voidedAt', 'is', null).limit(1).executeTakeFirst()) !== undefined
}

/** What of the two has left the office: which form, and of what month. */
async function issuedForms(db: ReadScope['db']): Promise<readonly { readonly form: string; readonly about: string }[]> {
  const lines = await db.selectFrom('audit').select(['recordId', 'after']).where('recordType', '=', 'form').where('recordId', 'in', reports).execute()
  return lines.map(({ recordId, after }) => ({ form: recordId, about: aboutOf(after) }))
}

function aboutOf(after: string | null): string {
  const said: unknown = JSON.parse(after ?? 'null')
  return typeof said === 'object' && said !== null && 'about' in said && typeof said.about === 'string' ? said.about : ''
}
