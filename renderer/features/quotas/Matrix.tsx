import { useState } from 'react'
import type { QuotaAbout, QuotaSubject } from '../../../shared/api/quota.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useQuery } from '../../api/hooks.ts'
import type { CallOutput } from '../../api/client.ts'
import { type CellAsked, monthOfSubject } from '../../quotas/MonthDialog.tsx'
import { OrganizationMatrix } from '../../quotas/OrganizationMatrix.tsx'
import { PeriodCard } from '../../quotas/PeriodCard.tsx'
import { SubjectMatrix } from '../../quotas/SubjectMatrix.tsx'
import type { Terms } from '../../quotas/terms.ts'
import { useBehindPoints } from '../../quotas/use-behind-points.ts'
import { monthsBegun } from '../../quotas/trend.ts'
import type { Sort } from '../../ui/DataTable.tsx'

interface Props {
  readonly about: QuotaAbout
  readonly terms: Terms
  readonly board: CallOutput<'quota.board'>
  to(filter?: string): string
  onCell(asked: CellAsked): void
}

/** Sums of hours or days are compared by their mean; what is counted one by one is shown as it is. */
function cellsOf({ counts, unit }: QuotaAbout): { readonly cells: 'mean' | 'sum' | 'none'; readonly holds: string } {
  if (counts === 'year') return { cells: 'none', holds: '' }
  if (counts === 'sum') return { cells: 'mean', holds: `当月人均${unit}数` }
  return { cells: 'sum', holds: counts === 'lasting' ? `月末${unit}数` : `当月${unit}数` }
}

const nobody: readonly QuotaSubject[] = []

/** 组织 × 月份: people by where they stand; one organization's people, or organizations under a quota of their own, each in a row. */
export function Matrix({ about, terms, board, to, onCell }: Props) {
  const { year, today, organization, organizationId, tree, name } = useScope()
  const [sort, setSort] = useState<Sort>({ field: 'missing', descending: true })
  const lowest = organization !== undefined && !tree.some(node => node.parentId === organizationId)
  const bySubject = terms.of === 'organizations' || lowest
  const reply = useQuery(
    'quota.subjects',
    { quota: terms.quota, year, organizationId, months: about.counts !== 'year', periods: terms.several },
    { enabled: bySubject },
  )
  const subjects = reply.data?.subjects
  const begun = monthsBegun(year, today)
  const { elapsed } = board
  const behindPoints = useBehindPoints(year)
  // What is in force today is not said of months to come.
  const known = (months: number[]): number[] => (about.counts === 'lasting' ? months.map((amount, i) => (i < begun ? amount : 0)) : months)
  const subjectTo = (id: string) => to(`subject=${encodeURIComponent(id)}`)
  const onOpen = (subject: QuotaSubject) => navigate(subjectTo(subject.subjectId))
  if (!bySubject)
    return (
      <OrganizationMatrix
        terms={terms}
        organizations={board.organizations.map(o => ({ ...o, sums: known(o.sums) }))}
        row="组织"
        head="党组织"
        {...cellsOf(about)}
        begun={begun}
        elapsed={elapsed}
        behindPoints={behindPoints}
        peopleTo={(id, owing) => to(`organization=${encodeURIComponent(id)}${owing ? '&owing=1' : ''}`)}
        onOpen={o => navigate(to(`organization=${encodeURIComponent(o.id)}`))}
        onMonth={(o, month) => onCell({ month, name: o.name, organizationId: o.id, mean: { amount: o.months[month - 1] ?? 0, of: o.required } })}
      />
    )
  if (terms.several || about.counts === 'year')
    return (
      <PeriodCard
        title={terms.several ? `${terms.subject} × 周期` : `各${terms.subject}`}
        note={subjects && `${subjects.length} ${terms.head}，${terms.several ? '每格是一期，' : ''}点开看记录`}
        span={about.period}
        subjects={subjects ?? nobody}
        {...{ terms, year, sort, subjectTo, onOpen }}
        onSort={setSort}
        onPeriod={({ subjectId, name: of }, { label, from, until }) =>
          onCell({ subjectId, name: of, label: label.includes('年') ? label : `${year} 年 ${label}`, from, until })
        }
      />
    )
  return (
    <SubjectMatrix
      subjects={subjects?.map(s => ({ ...s, months: known(s.months ?? []) }))}
      place={name}
      behindPoints={behindPoints}
      {...{ terms, begun, elapsed, subjectTo, onOpen }}
      onMonth={(subject, month) => onCell(monthOfSubject(subject, year, month))}
    />
  )
}
