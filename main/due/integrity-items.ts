import { derivedSources } from '../../shared/due/sources.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { periodEnd, yearOf } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import type { Gather } from './asked.ts'

const { integrityReview } = derivedSources

/**
 * 廉政档案的年度更新, this year's and what is left of last year's: how many cadres are still to be gone through, from the first year that any was. Who was not
 * granted the class sees no review, and so is asked for none.
 */
export const integrityItems: Gather = async ({ db, today, parameters, concerns, lastDay, own }) => {
  const reviews = await db.selectFrom('integrityReview').select(['personId', 'year']).where('voidedAt', 'is', null).execute()
  if (reviews.length === 0) return []
  const first = Math.min(...reviews.map(({ year }) => year))
  const cadres = await db
    .selectFrom('cadre as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['c.personId', 'p.organizationId'])
    .where('c.voidedAt', 'is', null)
    .where(row => row.or([row('c.leftOn', 'is', null), row('c.leftOn', '>', today)]))
    .execute()
  const ours = cadres.filter(({ personId, organizationId }) => concerns(organizationId) && !own.includes(personId))
  return [yearOf(today) - 1, yearOf(today)].flatMap((year): DueFound[] => {
    const rule = parameterOn(parameters, 'integrity.updateMonth', today)
    const dueOn = periodEnd(`${year}-${String(rule?.value ?? 12).padStart(2, '0')}-01`, 1)
    const done = new Set(reviews.flatMap(one => (one.year === year ? [one.personId] : [])))
    const open = ours.filter(({ personId }) => !done.has(personId)).length
    if (year < first || open === 0 || dueOn > lastDay(integrityReview.ahead)) return []
    return [
      {
        key: `${integrityReview.name}/${year}/${dueOn}`,
        source: integrityReview.name,
        topic: integrityReview.topic,
        title: `${year} 年廉政档案更新：${open} 人`,
        asks: '逐人核对，登记年度更新',
        now: `还有 ${open} 人没有更新`,
        dueOn,
        organizationId: null,
        responsible: null,
        path: '/supervision/integrity',
        clause: rule?.clause ?? null,
      },
    ]
  })
}
