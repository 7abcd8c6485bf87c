import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { TabbedRows } from '../../records/TabbedRows.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { integrityColumns } from './integrity-columns.tsx'

/** 廉政档案: the 干部 of an organization and whether their files were gone through in the year. A row opens the file. */
export function IntegrityPage() {
  const { today, year, organizationId, name: scopeName } = useScope()
  const [tab, setTab] = useKept<'pending' | 'all'>('tab', 'all')
  const [search, setSearch] = useKept('search', '')
  const words = search.trim()
  const rows = useRows('integrity.list', { organizationId, year, pending: tab === 'pending', ...(words === '' ? {} : { search: words }) })
  const counts = rows.pages[0]
  const none = tab === 'pending' && counts && counts.all > 0 ? `${year} 年的都已更新。` : '没有干部信息。'
  return (
    <TabbedRows
      title="廉政档案"
      sub={scopeName}
      tab={tab}
      onTab={setTab}
      tabs={[
        { value: 'all', label: '全部', ...(counts ? { count: counts.all } : {}) },
        { value: 'pending', label: `${year} 年未更新`, ...(counts ? { count: counts.pending } : {}) },
      ]}
      search={search}
      placeholder="姓名、单位、职务"
      onSearch={setSearch}
      rows={rows}
      columns={integrityColumns(today, year)}
      unit="人"
      idOf={r => r.id}
      onOpen={r => navigate(`/supervision/integrity/${r.id}`)}
      empty={
        <EmptyState icon="folder" title={words === '' ? none : '没有找到。'}>
          {words === '' ? '登记了干部信息的，一人一档列在这里，内容由各项登记汇总。本人和亲属的不列出。' : '换一个姓名试试。'}
        </EmptyState>
      }
    />
  )
}
