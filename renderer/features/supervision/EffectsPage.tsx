import { recordPlace } from '../../../shared/due/places.ts'
import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { TabbedRows } from '../../records/TabbedRows.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { effectColumns } from './effect-columns.tsx'
import './effects.css'

/** 影响期: computed from 处分, 诫勉 and 能下 of those records that the user may open. What ends next stands first; a row opens its record. */
export function EffectsPage() {
  const { today, organizationId, name: scopeName } = useScope()
  const [tab, setTab] = useKept<'running' | 'all'>('tab', 'running')
  const [search, setSearch] = useKept('search', '')
  const words = search.trim()
  const rows = useRows('supervision.effects', { organizationId, running: tab === 'running', ...(words === '' ? {} : { search: words }) })
  const counts = rows.pages[0]
  const none = tab === 'running' && counts && counts.all > 0 ? '没有影响期未满的。' : '没有影响期记录。'
  return (
    <TabbedRows
      title="影响期"
      sub={scopeName}
      actions={
        <FormMenu form="effectLedger" params={organizationId === undefined ? {} : { organizationId }} name={`${scopeName}影响期台账`} label="影响期台账" />
      }
      tab={tab}
      onTab={setTab}
      tabs={[
        { value: 'running', label: '未满', ...(counts ? { count: counts.running } : {}) },
        { value: 'all', label: '全部', ...(counts ? { count: counts.all } : {}) },
      ]}
      search={search}
      placeholder="姓名、党组织、种类"
      onSearch={setSearch}
      rows={rows}
      columns={effectColumns(today)}
      unit="条"
      idOf={r => r.id}
      onOpen={r => navigate(recordPlace(r.type, r.recordId))}
      empty={
        <EmptyState icon="clock" title={words === '' ? none : '没有找到。'}>
          {words === '' ? '处分和组织处理、诫勉、能下登记里有的，按批准（决定）之日的规定推算起止，列在这里；没有授权的看不到。' : '换一个姓名试试。'}
        </EmptyState>
      }
    />
  )
}
