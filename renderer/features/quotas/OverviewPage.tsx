import { useMemo } from 'react'
import { topicNames, topics } from '../../../shared/records/topics.ts'
import { quotaStates } from '../../../shared/api/quota.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useQuery } from '../../api/hooks.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { boardPath } from '../../quotas/terms.ts'
import { countedUntil } from '../../quotas/words.ts'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type Sort } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { NotEnabled } from './NotEnabled.tsx'
import { type Overview, type OverviewState, sortOverview, stateOf } from './overview.ts'
import { overviewColumns } from './overview-columns.tsx'
import '../../quotas/subjects.css'
import './quotas.css'

const none: readonly Overview[] = []
const states: readonly OverviewState[] = ['short', 'near', 'open', 'met']

/** 指标总览: every quota in use, with how it stands in the year and organization of the top bar. */
export function OverviewPage() {
  const { year, organizationId, name, today } = useScope()
  const { mayWrite } = useSession()
  const reply = useQuery('quota.overview', { year, organizationId })
  const [topic, setTopic] = useKept<string | null>('topic', null)
  const [state, setState] = useKept<OverviewState | null>('state', null)
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', { field: 'topic', descending: false })
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('quotas')
  const [frame, width] = useWidth()
  const all = reply.data ?? none
  const enabled = useMemo(() => all.filter(row => row.enabled), [all])
  const asked = useMemo(() => {
    const wanted = search.trim()
    return enabled.filter(row => (topic === null || row.topic === topic) && (wanted === '' || row.label.includes(wanted) || row.circle.includes(wanted)))
  }, [enabled, topic, search])
  const rows = useMemo(() => sortOverview(state === null ? asked : asked.filter(row => stateOf(row) === state), sort), [asked, state, sort])
  const grouped = sort.field === 'topic'
  const above = useMemo(() => new Map(rows.map((row, i) => [row.name, rows[i - 1]?.topic])), [rows])
  const columns = useMemo(
    () =>
      spread(
        overviewColumns(grouped, row => above.get(row.name)),
        width,
        0,
        1.6,
      ),
    [grouped, above, width],
  )
  useActions([{ name: '新增自定指标', keys: 'N', command: 'new', when: () => mayWrite, perform: () => navigate('/quotas/new') }])
  const reset = () => {
    setTopic(null)
    setState(null)
    setSearch('')
  }
  return (
    <div className="page">
      <PageHead
        title="指标总览"
        sub={reply.data && `${name} ${year} 年，${enabled.length} 项在用，${countedUntil(year, today)}`}
        actions={
          <>
            <FormMenu
              form="quotaOverview"
              params={{ year, organizationId }}
              name={`${year}年指标完成情况汇总表 ${name}`}
              label="汇总表"
              icon="download"
              disabled={enabled.length === 0}
            />
            {mayWrite && (
              <Button icon="plus" keys="N" href="#/quotas/new">
                自定指标
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner
        error={reply.error}
        action={
          <Button small onClick={() => void reply.refetch()}>
            重试
          </Button>
        }
      />
      <div className="tools">
        <FilterBox value={search} placeholder="指标或考核对象" width={200} onChange={setSearch} />
        <div style={{ width: 136 }}>
          <SelectBox
            label="类别"
            value={topic}
            none="全部类别"
            options={topicNames.filter(t => enabled.some(row => row.topic === t)).map(t => ({ value: t, label: topics[t] }))}
            onChange={setTopic}
          />
        </div>
        <ToggleChip label="全部" count={asked.length} on={state === null} onToggle={() => setState(null)} />
        {states.map(s => (
          <ToggleChip
            key={s}
            label={s === 'met' ? '全部达标' : `有${quotaStates[s]}`}
            count={asked.filter(row => stateOf(row) === s).length}
            on={state === s}
            onToggle={() => setState(state === s ? null : s)}
          />
        ))}
      </div>
      <Card fill label="指标列表" className={reply.isPlaceholderData ? 'stale' : ''} style={{ flex: 1 }}>
        <div ref={frame} className="quota-list">
          <DataTable
            leads
            label="指标列表"
            columns={columns}
            pinned={2}
            rowHeight={32}
            count={rows.length}
            rowAt={i => rows[i]}
            idOf={row => row.name}
            sort={sort}
            onSort={setSort}
            unit="项"
            scroll={scroll}
            current={current}
            onCurrent={setCurrent}
            onOpen={row => navigate(boardPath(row.name))}
            empty={<Nothing loading={!reply.data} failed={reply.error !== null} none={enabled.length === 0} onReset={reset} />}
          />
        </div>
      </Card>
      <NotEnabled rows={all.filter(row => !row.enabled)} year={year} />
    </div>
  )
}

interface NothingProps {
  readonly loading: boolean
  readonly failed: boolean
  /** No quota is in use at all. */
  readonly none: boolean
  onReset(): void
}

function Nothing({ loading, failed, none: unused, onReset }: NothingProps) {
  if (failed) return <span />
  if (loading)
    return (
      <div role="status" aria-label="正在汇总指标" className="quota-loading">
        {[0, 1, 2, 3, 4, 5, 6, 7].map(i => (
          <i key={i} className="ghost row-ghost" />
        ))}
      </div>
    )
  if (unused)
    return (
      <EmptyState icon="gauge" title="这一年没有启用的指标。" action={<Button href="#/settings">参数与设置</Button>}>
        指标值是参数，从生效之日起考核。换一个年度，或登记数值。
      </EmptyState>
    )
  return (
    <EmptyState icon="gauge" title="没有符合条件的指标。" action={<Button onClick={onReset}>去掉条件</Button>}>
      去掉类别、状态或查找的文字再看。
    </EmptyState>
  )
}
