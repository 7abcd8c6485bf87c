import { derivedSources } from '../../shared/due/sources.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { retiresOn } from '../../shared/rules/cadre-findings.ts'
import { addYears, periodEnd } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import { postsHeld } from '../cadres/posts.ts'
import type { Gather } from './asked.ts'

const { postYears, retirement, vacancy } = derivedSources

/** 同职满年: who has held one post for as many years as the regulation allows, or soon will have. */
export const postYearsItems: Gather = async ({ db, today, parameters, concerns, lastDay }) => {
  const years = parameterOn(parameters, 'post.years', today)?.value ?? 0
  if (years === 0) return []
  const holdings = await db
    .selectFrom('postHolding as h')
    .innerJoin('person as p', 'p.id', 'h.personId')
    .select(['h.id', 'h.title', 'h.startsOn', 'p.id as personId', 'p.name', 'p.organizationId'])
    .where('h.voidedAt', 'is', null)
    .where('h.endsOn', 'is', null)
    .where('h.startsOn', '<=', addYears(lastDay(postYears.ahead), -years))
    .where('p.voidedAt', 'is', null)
    .orderBy('h.startsOn')
    .execute()
  return holdings.flatMap(({ id, title, startsOn, personId, name, organizationId }): DueFound[] => {
    const dueOn = addYears(startsOn, years)
    if (!concerns(organizationId)) return []
    return [
      {
        key: `${postYears.name}/${id}/${dueOn}`,
        source: postYears.name,
        topic: postYears.topic,
        title: `同职满 ${years} 年：${name}，${title}`,
        asks: '研究交流',
        now: `${startsOn} 起任现职`,
        dueOn,
        organizationId,
        responsible: null,
        path: `/cadres/of/${personId}?tab=posts`,
        clause: postYears.clause,
      },
    ]
  })
}

/** 到龄: who reaches the age of retirement soon, or has and is still on the list. */
export const retirementItems: Gather = async ({ db, today, parameters, concerns, lastDay }) => {
  const rows = await db
    .selectFrom('cadre as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['c.id', 'c.retiresOn', 'c.ageLimit', 'c.currentPost', 'p.name', 'p.sex', 'p.bornOn', 'p.organizationId'])
    .where('c.voidedAt', 'is', null)
    .where('c.leftOn', 'is', null)
    .where('p.voidedAt', 'is', null)
    .execute()
  return rows.flatMap(({ id, name, organizationId, currentPost, ...row }): DueFound[] => {
    const month = retiresOn(row, row, parameters, today)
    if (month === null || `${month}-01` > lastDay(retirement.ahead) || !concerns(organizationId)) return []
    const dueOn = periodEnd(`${month}-01`, 1)
    return [
      {
        key: `${retirement.name}/${id}/${dueOn}`,
        source: retirement.name,
        topic: retirement.topic,
        title: `到龄：${name}`,
        asks: '办理免职、退休',
        now: currentPost ?? '没有填现任职务',
        dueOn,
        organizationId,
        responsible: null,
        path: `/cadres/${id}`,
        clause: retirement.clause,
      },
    ]
  })
}

/** 空缺: posts that fewer hold than are to hold them. */
export const vacancyItems: Gather = async ({ db, today, concerns }) =>
  (await postsHeld(db, today)).flatMap((post): DueFound[] => {
    const vacant = post.headcount - post.held.length
    if (vacant <= 0 || !concerns(post.organizationId)) return []
    // It has no day of its own: it is looked at once a month, until it is filled or put off.
    const dueOn = periodEnd(today, 1)
    return [
      {
        key: `${vacancy.name}/${post.id}/${dueOn}`,
        source: vacancy.name,
        topic: vacancy.topic,
        title: `职位空缺：${post.title}`,
        asks: '研究配备，暂不配备的暂缓提醒',
        now: `应配 ${post.headcount} 人，实配 ${post.held.length} 人${post.leftOn === null ? '' : `，${post.leftOn} 起空缺`}`,
        dueOn,
        organizationId: post.organizationId,
        responsible: null,
        path: '/cadres/posts',
        clause: vacancy.clause,
      },
    ]
  })
