import type { FormParams } from '../../../shared/api/forms.ts'
import { parameterBases } from '../../../shared/domain/parameter.ts'
import { AppError } from '../../../shared/errors.ts'
import { quotaOverview, type QuotaOverviewProps, type QuotaOverviewRow } from '../../../shared/forms/quota-overview.ts'
import { hoursText } from '../../../shared/forms/text.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { topicNames, topics } from '../../../shared/records/topics.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { periodsOf, spanLabels } from '../../../shared/rules/periods.ts'
import { add, clausesOn, none } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { allQuotas } from '../../quotas/known.ts'
import { readStandings } from '../../quotas/standings.ts'
import { engine, type Gathered, type GatherScope } from './engine.ts'
import { yearOfForm } from './params.ts'
import { placesOf, scopeName } from './people.ts'

const bases: Readonly<Record<string, string>> = parameterBases

/** 国家规定; 本单位文件等 where the numbers come from several. */
function basisOf(words: readonly string[]): string {
  const [first = '', ...others] = [...new Set(words)]
  return others.length > 0 ? `${first}等` : first
}

async function gather(scope: GatherScope, params: FormParams): Promise<Gathered<QuotaOverviewProps>> {
  const { db, today } = scope
  const year = yearOfForm(params)
  const unit = scopeName(scope, params, await placesOf(db))
  const ground = new Ground(db)
  const rows: { readonly quota: Quota; readonly row: QuotaOverviewRow }[] = []
  for (const quota of await allQuotas(db)) {
    const clauses = clausesOn(quota, await ground.parameters(), lastDayOf(year))
    if (clauses.length === 0) continue
    const counts = none()
    for (const one of await (await readStandings(ground, { quota, organizationId: params.organizationId, today })).in(year)) add(counts, one)
    const several = periodsOf(quota.period, year).length > 1
    const amounts = [...new Set(clauses.map(c => c.amount))].sort((a, b) => a - b)
    rows.push({
      quota,
      row: {
        topic: topics[quota.topic],
        label: quota.label,
        circle: quota.subjects.label,
        every: spanLabels[quota.period],
        target: `${amounts.map(hoursText).join('、')} ${quota.unit}`,
        basis: basisOf(clauses.map(c => bases[c.basis] ?? c.basis)),
        required: counts.required,
        met: counts.met,
        due: several ? counts.due : null,
        kept: several ? counts.kept : null,
        short: counts.short,
        near: counts.near,
        open: counts.open,
      },
    })
  }
  if (rows.length === 0) throw new AppError('form.empty', { what: `${year} 年没有启用的指标` })
  const until = lastDayOf(year)
  return {
    props: {
      watermark: scope.watermark,
      unit,
      year,
      until: today < until ? today : until,
      author: scope.actor,
      filledOn: today,
      rows: rows.toSorted((a, b) => topicNames.indexOf(a.quota.topic) - topicNames.indexOf(b.quota.topic)).map(({ row }) => row),
      notes: [
        '达标率为达标数占应考核数的比例；按期率为已到期的各期中完成的比例，一年一期的不列。',
        '临期为没有到期、没有完成而离期末不多的；指标值和依据以年末有效的为准。',
      ],
    },
    shown: rows.length,
    total: rows.length,
    about: `${year}年 ${unit}`,
  }
}

export const quotaOverviewEngine = engine(quotaOverview, gather)
