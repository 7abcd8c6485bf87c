import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QuotaSubject } from '../../../shared/api/quota.ts'
import { elapsedShare, lastDayOf } from '../../../shared/rules/days.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useQuery } from '../../api/hooks.ts'
import { useParametersOn } from '../../app/parameters.ts'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { startWalkOf } from '../../records/walk.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type Sort } from '../../ui/DataTable.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { WithPanel } from '../../ui/SidePanel.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { beforeState, filterFrom, inState, type SubjectFilter } from '../../quotas/subject-filter.ts'
import { subjectColumns } from '../../quotas/subject-columns.tsx'
import { sortSubjects } from '../../quotas/subject-order.ts'
import { SubjectFilters } from '../../quotas/SubjectFilters.tsx'
import { SubjectPanel } from '../../quotas/SubjectPanel.tsx'
import { useMissed } from '../../quotas/use-missed.ts'
import { PeopleEmpty, PeopleSelection } from './PeopleTools.tsx'
import { quota, terms } from './words.ts'
import '../../quotas/subjects.css'
import './study.css'

const none: readonly QuotaSubject[] = []
/** Before the first column. */
const ticks = 36
const initialSort: Sort = { field: 'missing', descending: true }

/** The people behind a figure: who, how far, and on the right why. */
export function StudyPeoplePage({ query }: PageProps) {
  const scope = useScope()
  const { year, today } = scope
  const [filter, setFilter] = useKept<SubjectFilter>('filter', filterFrom(query))
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', initialSort)
  const [opened, setOpened] = useKept<string | undefined>('opened', query.get('person') ?? undefined)
  const [panel, setPanel] = useKept('panel', query.has('person'))
  const [[first, last], setView] = useState<readonly [number, number]>([0, 60])
  const scroll = useKeptScroll('people')
  const selection = useSelection()
  const within = filter.organizationId ?? scope.organizationId
  const chosenAtTop = useRef(scope.organizationId)
  useEffect(() => {
    if (chosenAtTop.current === scope.organizationId) return
    // Another organization at the top is meant for this list too, so a branch that a link brought along gives way.
    chosenAtTop.current = scope.organizationId
    setFilter({ ...filter, organizationId: undefined })
  }, [scope.organizationId, filter, setFilter])
  const reply = useQuery('quota.people', { quota, year, organizationId: within })
  const found = useQuery('records.ids', { type: 'person', search: search.trim() }, { enabled: search.trim() !== '' })
  const parameter = useParametersOn(lastDayOf(year))
  const all = reply.data?.people ?? none
  const narrowed = useMemo(() => beforeState(all, filter, search.trim() && found.data ? new Set(found.data) : undefined), [all, filter, search, found.data])
  const listed = useMemo(() => inState(narrowed, filter.state), [narrowed, filter.state])
  const byColumn = useMemo(() => sortSubjects(listed, sort.field === 'missed' ? initialSort : sort, all), [listed, sort, all])
  const missed = useMissed(
    terms,
    year,
    useMemo(() => (sort.field === 'missed' ? byColumn : byColumn.slice(first, last + 1)).map(p => p.subjectId), [byColumn, sort.field, first, last]),
  )
  const rows = sort.field === 'missed' ? sortSubjects(listed, sort, all, missed) : byColumn
  const current = rows.findIndex(p => p.subjectId === opened)
  const columns = useMemo(
    () => subjectColumns({ terms, missed, elapsed: elapsedShare(year, today), behindPoints: parameter('study.behindPoints', 12) }),
    [missed, year, today, parameter],
  )
  const name = scope.tree.find(node => node.id === within)?.name ?? scope.name
  const ids = rows.map(p => p.subjectId)
  useEffect(() => startWalkOf('person', ids))
  const [frame, width] = useWidth()
  const shown = useMemo(() => spread(columns, width, ticks, 2.2), [columns, width])
  // In steps of fifty, so that a scroll asks anew only now and then.
  const show = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / 50) * 50, Math.ceil((to + 1) / 50) * 50 - 1] as const
    setView(before => (from >= before[0] && to <= before[1] ? before : next))
  }, [])
  useActions([{ name: '收起明细', keys: 'Escape', when: () => panel, perform: () => setPanel(false) }])
  const open = (id: string) => navigate(`/people/${encodeURIComponent(id)}`)
  return (
    <div className="page study-page">
      <div className="row" style={{ minHeight: 60, flex: 'none' }}>
        <Crumbs items={[{ label: '学时', to: '/study' }, { label: `${name} ${year} 年人员` }]} />
        <span className="space" />
        <FormMenu
          form="studySummary"
          params={{ year, organizationId: within, personIds: ids }}
          name={`${year}年度培训学习情况统计表 ${name}`}
          label="导出"
          icon="download"
          disabled={rows.length === 0}
          title="所列人员的统计表"
        />
        <ArchiveMenu personIds={ids} organizationId={within} name={name} label="打印学习档案" disabled={rows.length === 0} />
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
        label="学时明细"
        onClose={() => setPanel(false)}
        panel={
          opened === undefined ? null : (
            <SubjectPanel
              terms={terms}
              id={opened}
              year={year}
              foot={({ subject }) => <ArchiveMenu personIds={[subject.subjectId]} name={subject.name} label="学习档案" />}
              onClose={() => setPanel(false)}
              onOpen={() => open(opened)}
            />
          )
        }
      >
        <Card fill className={reply.isPlaceholderData ? 'stale' : ''} label="人员">
          {selection.ids.size > 0 && <PeopleSelection selection={selection} rows={rows} year={year} organizationId={within} name={name} />}
          <div ref={frame} className="quota-list">
            <DataTable
              label="人员"
              leads
              columns={shown}
              count={rows.length}
              rowAt={i => rows[i]}
              idOf={p => p.subjectId}
              sort={sort}
              onSort={setSort}
              selection={selection}
              unit="人"
              scroll={scroll}
              onSelectAll={() => selection.only(ids)}
              current={current}
              onView={show}
              onCurrent={(_, p) => {
                setOpened(p.subjectId)
                setPanel(true)
              }}
              onOpen={p => open(p.subjectId)}
              empty={
                reply.data ? (
                  <PeopleEmpty
                    filter={filter}
                    search={search}
                    all={reply.data.people.length}
                    year={year}
                    onReset={() => {
                      setFilter({ ...filter, state: 'all', committee: false, quarter: undefined })
                      setSearch('')
                    }}
                  />
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
