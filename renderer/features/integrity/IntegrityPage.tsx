import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { integrityColumns } from './integrity-columns.tsx'

/** 廉政档案: the 干部 of an organization and whether their files were gone through in the year. A row opens the file. */
export function IntegrityPage() {
  const { today, year, organizationId, name: scopeName } = useScope()
  const [tab, setTab] = useKept<'pending' | 'all'>('tab', 'all')
  const [search, setSearch] = useKept('search', '')
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('integrity')
  const words = search.trim()
  const rows = useRows('integrity.list', { organizationId, year, pending: tab === 'pending', ...(words === '' ? {} : { search: words }) })
  const counts = rows.pages[0]
  return (
    <div className="page">
      <PageHead title="廉政档案" sub={scopeName} />
      <ErrorBanner error={rows.error} />
      <div style={{ marginBottom: 12, flex: 'none' }}>
        <Tabs<'pending' | 'all'>
          label="廉政档案"
          value={tab}
          onChange={next => {
            setTab(next)
            setCurrent(-1)
          }}
          tabs={[
            { value: 'all', label: '全部', ...(counts ? { count: counts.all } : {}) },
            { value: 'pending', label: `${year} 年未更新`, ...(counts ? { count: counts.pending } : {}) },
          ]}
        />
      </div>
      <div className="tools">
        <FilterBox value={search} placeholder="姓名、单位、职务" width={240} onChange={setSearch} />
      </div>
      <Card fill label="廉政档案" style={{ flex: 1 }}>
        <DataTable
          leads
          label="廉政档案"
          columns={integrityColumns(today, year)}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={r => r.id}
          onView={rows.show}
          unit="人"
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={r => navigate(`/supervision/integrity/${r.id}`)}
          empty={
            rows.loading ? (
              <span />
            ) : (
              <EmptyState
                icon="folder"
                title={words !== '' ? '没有找到。' : tab === 'pending' && counts && counts.all > 0 ? `${year} 年的都已更新。` : '没有干部信息。'}
              >
                {words !== '' ? '换一个姓名试试。' : '登记了干部信息的，一人一档列在这里，内容由各项登记汇总。本人和亲属的不列出。'}
              </EmptyState>
            )
          }
        />
      </Card>
    </div>
  )
}
