import { useState } from 'react'
import { quotaStates, type QuotaSubject } from '../../../shared/api/quota.ts'
import { useScope } from '../../app/scope.tsx'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ShortPanel } from '../../quotas/ShortPanel.tsx'
import type { Terms } from '../../quotas/terms.ts'
import { useBehindPoints } from '../../quotas/use-behind-points.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'

interface Props {
  readonly terms: Terms
  readonly board: CallOutput<'quota.board'>
  to(filter: string): string
  onOpen(subject: QuotaSubject, filter: string): void
}

const states = ['short', 'near', 'open'] as const
type Behind = (typeof states)[number]

/** Who has not made it: 未达标 first, then 临期 and 进行中, found by name. */
export function BehindPanel({ terms, board, to, onOpen }: Props) {
  const { organizationId, name } = useScope()
  const { year, elapsed, total } = board
  const [chosen, setChosen] = useState<Behind>()
  const [search, setSearch] = useState('')
  const wanted = search.trim()
  const found = useQuery('records.ids', { type: terms.of === 'people' ? 'person' : 'organization', search: wanted }, { enabled: wanted !== '' })
  const state = chosen ?? states.find(s => total[s] > 0) ?? 'short'
  // Only those in view: a county has twenty thousand under one quota.
  const reply = useQuery('quota.subjects', { quota: terms.quota, year, organizationId, states: [state] })
  const ids = wanted && found.data ? new Set(found.data) : undefined
  const rows = reply.isPlaceholderData ? undefined : reply.data?.subjects.filter(s => !ids || ids.has(s.subjectId))
  const filter = `state=${state}`
  return (
    <ShortPanel
      terms={terms}
      subjects={rows}
      title={quotaStates[state]}
      year={year}
      elapsed={elapsed}
      behindPoints={useBehindPoints(year)}
      actions={
        <FormMenu
          small
          form="quotaShort"
          params={{ year, organizationId, quota: terms.quota }}
          name={`${year}年${terms.label}未达标名单 ${name}`}
          label={terms.of === 'people' ? '按支部打印' : '打印名单'}
          title="未达标和临期的，连同欠缺的时段"
          disabled={total.short + total.near === 0}
        />
      }
      tools={
        <div className="short-tools">
          <FilterBox value={search} placeholder={terms.of === 'people' ? '姓名、拼音首字母' : '名称、拼音首字母'} width={312} onChange={setSearch} />
          {states.map(s => (
            <ToggleChip key={s} label={quotaStates[s]} count={total[s]} on={state === s} onToggle={() => setChosen(s)} />
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
