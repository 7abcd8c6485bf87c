import { useEffect, useMemo, useRef } from 'react'
import type { QuotaAbout, QuotaSubject } from '../../../shared/api/quota.ts'
import { elapsedShare } from '../../../shared/rules/days.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useQuery } from '../../api/hooks.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { subjectColumns } from '../../quotas/subject-columns.tsx'
import { beforeState, filterFrom, inState, stateWord, type SubjectFilter } from '../../quotas/subject-filter.ts'
import { sortSubjects } from '../../quotas/subject-order.ts'
import { SubjectFilters } from '../../quotas/SubjectFilters.tsx'
import { SubjectPanel } from '../../quotas/SubjectPanel.tsx'
import { boardPath, newRecordPath, subjectPath, type Terms } from '../../quotas/terms.ts'
import { useBehindPoints } from '../../quotas/use-behind-points.ts'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type Sort } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { WithPanel } from '../../ui/SidePanel.tsx'
import { QuotaGate } from './QuotaGate.tsx'
import '../../quotas/subjects.css'
import './quotas.css'

const none: readonly QuotaSubject[] = []
const nothingMissed = {}
const initialSort: Sort = { field: 'missing', descending: true }

/** The subjects behind a figure of a quota: who, how far, and on the right why. */
export const ListPage = ({ params, query }: PageProps) => (
  <QuotaGate name={params['name'] ?? ''}>{({ about, terms }) => <Subjects about={about} terms={terms} query={query} />}</QuotaGate>
)

function Subjects({ about, terms, query }: { readonly about: QuotaAbout; readonly terms: Terms; readonly query: URLSearchParams }) {
  const scope = useScope()
  const { mayWrite } = useSession()
  const { year, today } = scope
  const [filter, setFilter] = useKept<SubjectFilter>('filter', filterFrom(query))
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', initialSort)
  const [opened, setOpened] = useKept<string | undefined>('opened', query.get('subject') ?? undefined)
  const [panel, setPanel] = useKept('panel', query.has('subject'))
  const scroll = useKeptScroll('subjects')
  const within = filter.organizationId ?? scope.organizationId
  const chosenAtTop = useRef(scope.organizationId)
  useEffect(() => {
    if (chosenAtTop.current === scope.organizationId) return
    // Another organization at the top is meant for this list too, so one that a link brought along gives way.
    chosenAtTop.current = scope.organizationId
    setFilter({ ...filter, organizationId: undefined })
  }, [scope.organizationId, filter, setFilter])
  const wanted = search.trim()
  const reply = useQuery('quota.subjects', { quota: terms.quota, year, organizationId: within })
  const found = useQuery('records.ids', { type: terms.of === 'people' ? 'person' : 'organization', search: wanted }, { enabled: wanted !== '' })
  const all = reply.data?.subjects ?? none
  const narrowed = useMemo(() => beforeState(all, filter, wanted && found.data ? new Set(found.data) : undefined), [all, filter, wanted, found.data])
  const rows = useMemo(() => sortSubjects(inState(narrowed, filter.state), sort, all), [narrowed, filter.state, sort, all])
  const [frame, width] = useWidth()
  const behindPoints = useBehindPoints(year)
  const columns = useMemo(
    () => spread(subjectColumns({ terms, missed: nothingMissed, elapsed: elapsedShare(year, today), behindPoints }), width, 0, 2.2),
    [terms, year, today, behindPoints, width],
  )
  useActions([{ name: '收起明细', keys: 'Escape', when: () => panel, perform: () => setPanel(false) }])
  const name = scope.tree.find(node => node.id === within)?.name ?? scope.name
  const open = (s: QuotaSubject) => navigate(subjectPath(s.kind, s.subjectId))
  return (
    <div className="page">
      <div className="row" style={{ minHeight: 60, flex: 'none' }}>
        <Crumbs items={[{ label: '指标总览', to: '/quotas' }, { label: about.label, to: boardPath(about.name) }, { label: `${name} ${year} 年名单` }]} />
        <span className="space" />
        <FormMenu
          form="quotaList"
          params={{ year, organizationId: within, quota: about.name, personIds: rows.map(s => s.subjectId) }}
          name={`${year}年${about.label}完成情况名单 ${name}`}
          label="导出"
          icon="download"
          title="所列的名单"
          disabled={rows.length === 0}
        />
      </div>
      <ErrorBanner
        error={reply.error ?? found.error}
        action={
          <Button small onClick={() => void reply.refetch()}>
            重试
          </Button>
        }
      />
      <SubjectFilters terms={terms} filter={filter} subjects={narrowed} search={search} onSearch={setSearch} onFilter={setFilter} />
      <WithPanel
        open={panel && opened !== undefined}
        width={344}
        label={`${about.label}明细`}
        onClose={() => setPanel(false)}
        panel={
          opened !== undefined && (
            <SubjectPanel
              terms={terms}
              id={opened}
              year={year}
              foot={({ subject }) =>
                mayWrite && (
                  <Button kind={subject.met ? 'plain' : 'primary'} icon="plus" href={`#${newRecordPath(about, subject.subjectId)}`}>
                    补登记
                  </Button>
                )
              }
              onClose={() => setPanel(false)}
              onOpen={() => navigate(subjectPath(terms.of === 'people' ? 'person' : 'organization', opened))}
            />
          )
        }
      >
        <Card fill className={reply.isPlaceholderData ? 'stale' : ''} label={terms.subject}>
          <div ref={frame} className="quota-list">
            <DataTable
              label={terms.subject}
              leads
              columns={columns}
              count={rows.length}
              rowAt={i => rows[i]}
              idOf={s => s.subjectId}
              sort={sort}
              onSort={setSort}
              unit={terms.head}
              scroll={scroll}
              current={rows.findIndex(s => s.subjectId === opened)}
              onCurrent={(_, s) => {
                setOpened(s.subjectId)
                setPanel(true)
              }}
              onOpen={open}
              empty={
                reply.data ? (
                  <EmptyState
                    icon="users"
                    title={all.length === 0 ? `${name} ${year} 年没有${about.circle}。` : '没有符合条件的。'}
                    action={
                      all.length > 0 && (
                        <Button
                          onClick={() => {
                            setFilter({ ...filter, state: 'all', committee: false, quarter: undefined })
                            setSearch('')
                          }}
                        >
                          去掉条件
                        </Button>
                      )
                    }
                  >
                    {all.length === 0
                      ? '换一个党组织或年度，或核对指标的生效日期。'
                      : `去掉状态“${stateWord(filter.state, terms)}”${wanted ? `和“${wanted}”` : ''}可看到 ${all.length} ${terms.head}。`}
                  </EmptyState>
                ) : (
                  <span />
                )
              }
            />
          </div>
        </Card>
      </WithPanel>
    </div>
  )
}
