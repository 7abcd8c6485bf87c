import { useMemo, useState } from 'react'
import { quotaStates, type QuotaSubject } from '../../../shared/api/quota.ts'
import { useQuery } from '../../api/hooks.ts'
import { ShortPanel } from '../../quotas/ShortPanel.tsx'
import type { Terms } from '../../quotas/terms.ts'
import { useBehindPoints } from '../../quotas/use-behind-points.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'

interface Props {
  readonly terms: Terms
  /** Everyone under the quota; undefined while they are on the way. */
  readonly subjects: readonly QuotaSubject[] | undefined
  readonly year: number
  readonly elapsed: number
  to(filter: string): string
  onOpen(subject: QuotaSubject, filter: string): void
}

const states = ['short', 'near', 'open'] as const
type Behind = (typeof states)[number]

/** Who has not made it: 未达标 first, then 临期 and 进行中, found by name. */
export function BehindPanel({ terms, subjects, year, elapsed, to, onOpen }: Props) {
  const [chosen, setChosen] = useState<Behind>()
  const [search, setSearch] = useState('')
  const wanted = search.trim()
  const found = useQuery('records.ids', { type: terms.of === 'people' ? 'person' : 'organization', search: wanted }, { enabled: wanted !== '' })
  const counts = useMemo(() => Map.groupBy(subjects ?? [], s => s.state), [subjects])
  const of = (state: Behind) => counts.get(state)?.length ?? 0
  const state = chosen ?? states.find(s => of(s) > 0) ?? 'short'
  const ids = wanted && found.data ? new Set(found.data) : undefined
  const rows = subjects && (counts.get(state) ?? []).filter(s => !ids || ids.has(s.subjectId))
  const filter = `state=${state}`
  return (
    <ShortPanel
      terms={terms}
      subjects={rows}
      title={quotaStates[state]}
      year={year}
      elapsed={elapsed}
      behindPoints={useBehindPoints(year)}
      tools={
        <div className="short-tools">
          <FilterBox value={search} placeholder={terms.of === 'people' ? '姓名、拼音首字母' : '名称、拼音首字母'} width={312} onChange={setSearch} />
          {states.map(s => (
            <ToggleChip key={s} label={quotaStates[s]} count={of(s)} on={state === s} onToggle={() => setChosen(s)} />
          ))}
        </div>
      }
      empty={
        wanted ? (
          <EmptyState icon="search" title={`没有“${wanted}”`}>
            在{quotaStates[state]}的{terms.subject}里没有找到。
          </EmptyState>
        ) : (
          <EmptyState icon="check" title={`没有${quotaStates[state]}的${terms.subject}`}>
            {state === 'short' ? '已到期的都已完成。' : '没有这种状态。'}
          </EmptyState>
        )
      }
      to={id => to(id === undefined ? filter : `${filter}&subject=${encodeURIComponent(id)}`)}
      onOpen={subject => onOpen(subject, filter)}
    />
  )
}
