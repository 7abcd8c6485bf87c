import type { FormParams } from '../../../shared/api/forms.ts'
import { quotaStates, type QuotaSubject } from '../../../shared/api/quota.ts'
import { AppError } from '../../../shared/errors.ts'
import { quotaList, type QuotaListProps, type QuotaListRow } from '../../../shared/forms/quota-list.ts'
import { hoursText } from '../../../shared/forms/text.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { clausesOn } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { quotaNamed } from '../../quotas/known.ts'
import { standings } from '../../quotas/standings.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { quotaOfForm, yearOfForm } from './params.ts'
import { placesOf, scopeName } from './people.ts'

const stateNames = ['met', 'near', 'short', 'open', 'exempt', 'none'] as const satisfies readonly (keyof typeof quotaStates)[]

async function gather(scope: GatherScope, params: FormParams, { size }: Slice): Promise<Gathered<QuotaListProps>> {
  const { db, today } = scope
  const year = yearOfForm(params)
  const quota = await quotaNamed(db, quotaOfForm(params))
  const places = await placesOf(db)
  const unit = scopeName(scope, params, places)
  const wanted = params.personIds && new Map(params.personIds.map((id, i) => [id, i]))
  const found = (await standings(db, { quota, year, organizationId: params.organizationId, today })).filter(c => !wanted || wanted.has(c.entry.id))
  if (found.length === 0) throw new AppError('form.empty', { what: `${unit} ${year} 年没有“${quota.label}”的考核对象` })
  // As they were asked for; else by branch.
  const at = (id: string, organizationId: string | null) =>
    wanted?.get(id) ?? (organizationId === null ? Infinity : (places.get(organizationId)?.order ?? Infinity))
  const ordered = found.toSorted((a, b) => at(a.entry.id, a.entry.organizationId) - at(b.entry.id, b.entry.organizationId))
  const subjects = ordered.map(c => c.subject)
  const people = quota.subjects.of === 'people'
  const clauses = clausesOn(quota, await new Ground(db).parameters(), lastDayOf(year))
  const until = lastDayOf(year)
  return {
    props: {
      watermark: scope.watermark,
      unit,
      year,
      until: today < until ? today : until,
      author: scope.actor,
      filledOn: today,
      quota: quota.label,
      amounts: quota.unit,
      people,
      rows: subjects.slice(0, size).map((s, i) => rowOf(s, i, ordered[i]?.periods.length ?? 0)),
      omitted: Math.max(0, subjects.length - size),
      totals: stateNames.flatMap(state => countOf(subjects, state)).join('，'),
      notes: [
        `${quota.subjects.label}，${spanLabels[quota.period]}：${clauses.map(c => `${c.label} ${hoursText(c.amount)} ${quota.unit}`).join('，') || '没有启用'}。`,
        ...new Set(clauses.flatMap(c => (c.clause ? [`依据：${c.clause.replace(/。$/, '')}。`] : []))),
      ],
    },
    shown: Math.min(size, subjects.length),
    total: subjects.length,
    about: `${quota.label} ${year}年 ${unit}`,
  }
}

function countOf(subjects: readonly QuotaSubject[], state: keyof typeof quotaStates): readonly string[] {
  const count = subjects.filter(s => s.state === state).length
  return count > 0 ? [`${quotaStates[state]} ${count}`] : []
}

function rowOf(subject: QuotaSubject, i: number, periods: number): QuotaListRow {
  const { name, kind, organization, post, target, done, missing, due, kept, state, exempt, exemptReason } = subject
  return {
    number: i + 1,
    name,
    organization: kind === 'person' ? organization : '',
    post: post ?? '',
    target: exempt || target === 0 ? null : target,
    done,
    missing,
    kept: periods > 1 && due > 0 ? `${kept}/${due}` : '',
    state: quotaStates[state],
    remark: exemptReason ?? '',
  }
}

export const quotaListEngine = engine(quotaList, gather)
