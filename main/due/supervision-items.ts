import { derivedSources } from '../../shared/due/sources.ts'
import { annualReportPlace, recordPlace } from '../../shared/due/places.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { admonitionKinds } from '../../shared/domain/admonition.ts'
import {
  admonitionDeadlines,
  type Deadline,
  type DeadlineGround,
  petitionDeadlines,
  reportDeadlines,
  supervisionDuties,
} from '../../shared/rules/supervision-deadlines.ts'
import { extensionCaution } from '../../shared/rules/supervision-cautions.ts'
import { yearOf } from '../../shared/rules/days.ts'
import { provisionalText } from '../../shared/rules/workdays.ts'
import { workingCalendar } from '../records/working-calendar.ts'
import { owedReports } from '../supervision/owed-reports.ts'
import type { Asked, Gather } from './asked.ts'

interface Open {
  readonly id: string
  readonly title: string
  readonly organizationId: string | null
  readonly responsible: string | null
  readonly deadlines: readonly Deadline[]
  /** What is wrong with a day that the record sets. */
  readonly caution?: string | undefined
}

type Source = (typeof derivedSources)['admonition' | 'personalReport' | 'petition']

/** What of these records is not done and falls due within the days that are asked for. */
const itemsOf = (source: Source, { concerns, lastDay }: Asked, open: readonly Open[]): readonly DueFound[] =>
  open.flatMap(({ id, title, organizationId, responsible, deadlines, caution }) =>
    deadlines.flatMap(({ duty, dueOn, doneOn, dropped, provisional, rule }): DueFound[] => {
      if (doneOn !== null || dropped || dueOn > lastDay(source.ahead) || !concerns(organizationId)) return []
      return [
        {
          key: `${source.name}/${id}/${duty}/${dueOn}`,
          source: source.name,
          topic: source.topic,
          title: `${supervisionDuties[duty]}：${title}`,
          asks: `期限内${supervisionDuties[duty]}`,
          now: ['还没有登记', provisionalText(provisional) ?? '', (duty === 'close' && caution) || ''].filter(Boolean).join('；'),
          dueOn,
          organizationId,
          responsible,
          path: recordPlace(source.record, id),
          clause: rule?.clause ?? null,
        },
      ]
    }),
  )

const groundOf = async ({ db, parameters }: Asked): Promise<DeadlineGround> => ({ parameters, calendar: await workingCalendar(db) })

/** 函询的回复, 诫勉的书面检查和整改报告. */
export const admonitionItems: Gather = async asked => {
  const ground = await groundOf(asked)
  const rows = await asked.db
    .selectFrom('admonition as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select(['a.id', 'a.kind', 'a.executedOn', 'a.deliveredOn', 'a.replyBy', 'a.repliedOn', 'a.selfCriticismOn', 'a.reportOn', 'a.closedOn', 'a.recorder'])
    .select(['p.name', 'p.organizationId'])
    .where('a.voidedAt', 'is', null)
    .where('a.closedOn', 'is', null)
    .execute()
  const open = rows.map(({ id, name, organizationId, recorder, ...a }) => ({
    id,
    title: `${name}，${admonitionKinds[a.kind]} ${a.executedOn}`,
    organizationId,
    responsible: recorder,
    deadlines: admonitionDeadlines(a, ground),
  }))
  return itemsOf(derivedSources.admonition, asked, open)
}

/** 个人有关事项的年度报告和变动报告. */
export const personalReportItems: Gather = async asked => {
  const ground = await groundOf(asked)
  const rows = await asked.db
    .selectFrom('personalReport as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .select(['r.id', 'r.kind', 'r.year', 'r.eventOn', 'r.submittedOn', 'r.returnedOn', 'r.resubmittedOn', 'r.receivedBy'])
    .select(['p.name', 'p.organizationId'])
    .where('r.voidedAt', 'is', null)
    .where(row => row.or([row('r.submittedOn', 'is', null), row.and([row('r.returnedOn', 'is not', null), row('r.resubmittedOn', 'is', null)])]))
    .execute()
  const open = rows.map(({ id, name, organizationId, receivedBy, ...r }) => ({
    id,
    title: `${name}，${r.kind === 'annual' ? `${r.year} 年度` : (r.eventOn ?? '')}`,
    organizationId,
    responsible: receivedBy,
    deadlines: reportDeadlines(r, ground),
  }))
  return itemsOf(derivedSources.personalReport, asked, open)
}

/** 年度报告 of which there is no record at all, from the January in which it is collected: one line an organization, with the names. */
export const owedReportItems: Gather = async ({ db, today, extent, parameters, concerns, until }) => {
  const year = yearOf(today) - 1
  const asked = await Promise.all([year, year + 1].map(async of => owedReports({ db, today, extent }, parameters, of, until)))
  return asked.flatMap((owed): DueFound[] => {
    if (!owed || (owed.year > year && (until === undefined || owed.dueOn > until))) return []
    const missing = owed.people.filter(({ recordId, organizationId }) => recordId === null && concerns(organizationId))
    return [...Map.groupBy(missing, ({ organizationId }) => organizationId)].map(([organizationId, people]) => {
      const source = derivedSources.personalReport
      const [first, ...others] = people
      return {
        key: `${source.name}/annual/${organizationId ?? ''}/${owed.dueOn}`,
        source: source.name,
        topic: source.topic,
        title: `${owed.year} 年度个人有关事项报告：${namesOf(people)}`,
        asks: '督促填报，登记领表和交表',
        now: `${people.length} 人没有登记`,
        dueOn: owed.dueOn,
        organizationId,
        responsible: null,
        path: first && others.length === 0 ? annualReportPlace(first.id, owed.year) : '/supervision?listed=reports',
        clause: owed.clause,
      }
    })
  })
}

const namesOf = (people: readonly { readonly name: string }[]): string =>
  `${people
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')}${people.length > 3 ? ` 等 ${people.length} 人` : ''}`

/** 信访举报的转办、告知、办结、反馈和复查: by its number, never by whom it is about. */
export const petitionItems: Gather = async asked => {
  const ground = await groundOf(asked)
  const rows = await asked.db
    .selectFrom('petition as t')
    .leftJoin('person as p', 'p.id', 't.personId')
    .select(['t.id', 't.number', 't.nature', 't.named', 't.receivedOn', 't.handling', 't.forwardedOn', 't.acceptedOn', 't.noticeOn', 't.dueOn', 't.extendedTo'])
    .select(['t.closedOn', 't.feedbackOn', 't.reviewAskedOn', 't.reviewedOn', 't.repeatOfId', 't.handler', 'p.organizationId'])
    .where('t.voidedAt', 'is', null)
    .execute()
  const open = rows.map(({ id, number, organizationId, handler, named, ...t }) => ({
    id,
    title: number,
    organizationId,
    responsible: handler,
    deadlines: petitionDeadlines({ ...t, named: named === 1 }, ground),
    caution: extensionCaution({ ...t, named: named === 1 }, ground)?.message,
  }))
  return itemsOf(derivedSources.petition, asked, open)
}
