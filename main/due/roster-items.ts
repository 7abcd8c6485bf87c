import { derivedSources } from '../../shared/due/sources.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { addMonths, lastDayOf, monthOf, periodEnd, yearOf } from '../../shared/rules/days.ts'
import { probationEnd, termOf } from '../../shared/rules/terms.ts'
import { membersIn } from '../quotas/members.ts'
import type { Gather } from './asked.ts'

const { term, probation, birthday } = derivedSources
/** Names of one month's birthdays on one line. */
const named = 5

/** 换届: committees whose term is over or soon will be. */
export const termItems: Gather = async ({ db, concerns, lastDay }) => {
  const bodies = await db
    .selectFrom('organization')
    .select(['id', 'kind', 'unitKind', 'electedOn', 'termYears'])
    .where('voidedAt', 'is', null)
    .where('closedOn', 'is', null)
    .where('electedOn', 'is not', null)
    .orderBy('nameOrder')
    .execute()
  return bodies.flatMap((body): DueFound[] => {
    const ends = termOf(body)
    if (!ends || ends.endsOn > lastDay(term.ahead) || !concerns(body.id)) return []
    return [
      {
        key: `${term.name}/${body.id}/${ends.endsOn}`,
        source: term.name,
        topic: term.topic,
        title: '本届任期届满，准备换届',
        asks: `任期 ${ends.years} 年`,
        now: `${body.electedOn} 当选${ends.assumed ? '；任期年限未登记，按通常年限算' : ''}`,
        dueOn: ends.endsOn,
        organizationId: body.id,
        responsible: null,
        path: `/organizations/${body.id}`,
        clause: term.clause,
      },
    ]
  })
}

/** 预备期满: probationary members whose year is over or soon will be. */
export const probationItems: Gather = async ({ db, concerns, lastDay }) => {
  const people = await membersIn(db, ['probationary']).select(['id', 'name', 'organizationId', 'joinedOn']).where('joinedOn', 'is not', null).execute()
  return people.flatMap((person): DueFound[] => {
    if (person.joinedOn === null || !concerns(person.organizationId)) return []
    const endsOn = probationEnd(person.joinedOn)
    if (endsOn > lastDay(probation.ahead)) return []
    return [
      {
        key: `${probation.name}/${person.id}/${endsOn}`,
        source: probation.name,
        topic: probation.topic,
        title: `预备期满：${person.name}`,
        asks: '预备期一年，及时讨论转正',
        now: `${person.joinedOn} 接收为预备党员，还没有转正日期；延长预备期的暂缓提醒`,
        dueOn: endsOn,
        organizationId: person.organizationId,
        responsible: null,
        path: `/people/${person.id}`,
        clause: probation.clause,
      },
    ]
  })
}

/** 政治生日: whose day of joining comes round, by branch, in the running month and in the one asked for. */
export const birthdayItems: Gather = async ({ db, today, until, concerns }) => {
  const ends = new Set([periodEnd(today, 1), ...(until !== undefined && until > today ? [periodEnd(until, 1)] : [])])
  const people = await membersIn(db, ['full']).select(['name', 'organizationId', 'joinedOn']).where('joinedOn', 'is not', null).orderBy('nameOrder').execute()
  return [...ends].flatMap(dueOn => {
    const born = people.flatMap(({ joinedOn, ...person }) => {
      const years = joinedOn === null || monthOf(joinedOn) !== monthOf(dueOn) ? 0 : yearOf(dueOn) - yearOf(joinedOn)
      return years > 0 && person.organizationId !== null && concerns(person.organizationId) ? [{ ...person, years }] : []
    })
    return [...Map.groupBy(born, person => person.organizationId)].map(([organizationId, those]): DueFound => ({
      key: `${birthday.name}/${organizationId}/${dueOn}`,
      source: birthday.name,
      topic: birthday.topic,
      title: `${monthOf(dueOn)} 月政治生日：${those.length} 人`,
      asks: '结合主题党日过政治生日',
      now: `${those
        .toSorted((a, b) => b.years - a.years)
        .slice(0, named)
        .map(person => `${person.name} ${person.years} 年`)
        .join('、')}${those.length > named ? '等' : ''}`,
      dueOn,
      organizationId,
      responsible: null,
      path: `/organizations/${organizationId}`,
      clause: null,
    }))
  })
}

/** How long before a year ends the next one's calendar is asked for, in months: the notice comes out in November. */
const noticeMonths = 2

/** 工作日历: the next year's days off are not on file, so that deadlines in it are 暂算. */
export const calendarItems: Gather = async ({ db, today, organizationId }) => {
  const year = yearOf(today) + 1
  const dueOn = lastDayOf(year - 1)
  if (organizationId !== undefined || addMonths(today, noticeMonths) <= dueOn) return []
  const known = await db
    .selectFrom('calendarDay')
    .select('id')
    .where('voidedAt', 'is', null)
    .where('kind', '=', 'holiday')
    .where('date', '=', `${year}-10-01`)
    .limit(1)
    .executeTakeFirst()
  if (known) return []
  const { calendar } = derivedSources
  return [
    {
      key: `${calendar.name}//${dueOn}`,
      source: calendar.name,
      topic: null,
      title: `${year} 年放假安排还没有登记`,
      asks: '国务院办公厅通知公布后登记',
      now: `${year} 年的工作日暂按周一至周五算`,
      dueOn,
      organizationId: null,
      responsible: null,
      path: '/workdays',
      clause: null,
    },
  ]
}
