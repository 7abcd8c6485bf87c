import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { quotaShort, type QuotaShortProps, type QuotaShortRow } from '../../../shared/forms/quota-short.ts'
import { hoursText } from '../../../shared/forms/text.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { periodLabel, spanLabels } from '../../../shared/rules/periods.ts'
import type { QuotaState } from '../../../shared/rules/quota.ts'
import type { Counted } from '../../quotas/counted.ts'
import { clausesOn } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { quotaNamed } from '../../quotas/known.ts'
import { standings } from '../../quotas/standings.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { quotaOfForm, yearOfForm } from './params.ts'
import { placesOf, scopeName } from './people.ts'

const isShort = ({ state }: { readonly state: QuotaState }): boolean => state === 'short' || state === 'near'

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<QuotaShortProps>> {
  const { db, today } = scope
  const year = yearOfForm(params)
  const quota = await quotaNamed(db, quotaOfForm(params))
  const places = await placesOf(db)
  const unit = scopeName(scope, params, places)
  const people = quota.subjects.of === 'people'
  // As on the boards: what still runs and is not near its end is nobody's failing; in a year of several periods, one that was missed is.
  const short = (await standings(db, { quota, year, organizationId: params.organizationId, today })).filter(c => isShort(c.standing) || c.periods.some(isShort))
  if (short.length === 0) throw new AppError('form.empty', { what: `${unit} ${year} 年没有“${quota.label}”未达标的对象` })
  const parents = new Map((await db.selectFrom('organization').select(['id', 'parentId']).execute()).map(o => [o.id, o.parentId]))
  const bodyOf = ({ entry }: Counted) => (people ? entry.organizationId : (parents.get(entry.id) ?? null))
  const at = (id: string | null) => (id === null ? Infinity : (places.get(id)?.order ?? Infinity))
  const groups = [
    ...Map.groupBy(
      short.toSorted((a, b) => at(a.entry.organizationId) - at(b.entry.organizationId)),
      bodyOf,
    ),
  ].toSorted(([a], [b]) => at(a) - at(b))
  const wanted = groups.slice(from, from + size)
  const until = lastDayOf(year)
  const clauses = clausesOn(quota, await new Ground(db).parameters(), until)
  return {
    props: {
      watermark: scope.watermark,
      office: scope.office.name,
      year,
      until: today < until ? today : until,
      author: scope.actor,
      printedOn: today,
      quota: quota.label,
      amounts: quota.unit,
      people,
      notes: [
        `${quota.subjects.label}，${spanLabels[quota.period]}：${clauses.map(c => `${c.label} ${hoursText(c.amount)} ${quota.unit}`).join('，')}。`,
        ...new Set(clauses.flatMap(c => (c.clause ? [`依据：${c.clause.replace(/。$/, '')}。`] : []))),
        '数字取自台账的登记；有异议的请附记录反馈，由组织部门核对后更正。',
      ],
      bodies: wanted.map(([id, own]) => ({
        body: id === null ? (people ? '（未编入党支部）' : scope.office.name) : (places.get(id)?.name ?? ''),
        rows: own.map((counted, i): QuotaShortRow => ({
          number: i + 1,
          name: counted.entry.name,
          post: counted.subject.post ?? '',
          target: counted.owed,
          done: counted.done,
          missing: counted.standing.missing,
          missed: counted.periods
            .filter(p => p.state === 'short')
            .map(p => periodLabel(quota.period, p).replace(' ', ''))
            .join('、'),
        })),
      })),
    },
    shown: wanted.length,
    total: groups.length,
    about: `${quota.label} ${year}年 ${unit}`,
  }
}

export const quotaShortEngine = engine(quotaShort, gather)
