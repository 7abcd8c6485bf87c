import { recordPlace } from '../../../shared/due/places.ts'
import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { effectColumns } from './effect-columns.tsx'
import './effects.css'

/** 影响期: computed from 处分, 诫勉 and 能下 of those records that the user may open. What ends next stands first; a row opens its record. */
export function EffectsPage() {
  const { today, organizationId, name: scopeName } = useScope()
  const [tab, setTab] = useKept<'running' | 'all'>('tab', 'running')
  const [search, setSearch] = useKept('search', '')
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('effects')
  const words = search.trim()
  const rows = useRows('supervision.effects', { organizationId, running: tab === 'running', ...(words === '' ? {} : { search: words }) })
  const counts = rows.pages[0]
  return (
    <div className="page">
      <PageHead
        title="影响期"
        sub={scopeName}
        actions={
          <FormMenu form="effectLedger" params={organizationId === undefined ? {} : { organizationId }} name={`${scopeName}影响期台账`} label="影响期台账" />
        }
      />
      <ErrorBanner error={rows.error} />
      <div className="effect-tabs">
        <Tabs<'running' | 'all'>
          label="影响期"
          value={tab}
          onChange={next => {
            setTab(next)
            setCurrent(-1)
          }}
          tabs={[
            { value: 'running', label: '未满', ...(counts ? { count: counts.running } : {}) },
            { value: 'all', label: '全部', ...(counts ? { count: counts.all } : {}) },
          ]}
        />
      </div>
      <div className="tools">
        <FilterBox value={search} placeholder="姓名、党组织、种类" width={240} onChange={setSearch} />
      </div>
      <Card fill label="影响期" style={{ flex: 1 }}>
        <DataTable
          leads
          label="影响期"
          columns={effectColumns(today)}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={r => r.id}
          onView={rows.show}
          unit="条"
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={r => navigate(recordPlace(r.type, r.recordId))}
          empty={
            rows.loading ? (
              <span />
            ) : (
              <EmptyState
                icon="clock"
                title={words !== '' ? '没有找到。' : tab === 'running' && counts && counts.all > 0 ? '没有影响期未满的。' : '没有影响期记录。'}
              >
                {words === '' ? '处分和组织处理、诫勉、能下登记里有的，按批准（决定）之日的规定推算起止，列在这里；没有授权的看不到。' : '换一个姓名试试。'}
              </EmptyState>
            )
          }
        />
      </Card>
    </div>
  )
}
