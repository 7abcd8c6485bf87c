import { useState } from 'react'
import { candidateStages, selectionKinds } from '../../../shared/domain/selection.ts'
import { boards, casePath } from '../../../shared/procedures/boards.ts'
import { call, type CallOutput } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { CaseChip } from '../../procedures/CaseChip.tsx'
import { SelectedCases } from '../../procedures/SelectedCases.tsx'
import { SelectedPrints } from '../../procedures/SelectedPrints.tsx'
import { CaseActions } from '../../procedures/CaseActions.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Column } from '../../ui/columns.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { dayShort } from '../../ui/say-date.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { OpenDossierDialog } from './OpenDossierDialog.tsx'
import './selection.css'

type Listed = CallOutput<'selection.list'>['rows'][number]
const { path, unit } = boards.selection
/** As many as one print takes. */
const most = 500

const peopleOf = ({ candidates }: Listed): string =>
  candidates.map(({ name, stage }) => (stage === 'recommended' ? name : `${name}（${candidateStages[stage]}）`)).join('、')

const columns = (today: string, ended: boolean): readonly Column<Listed>[] => [
  { key: 'name', head: '卷宗', width: 200, grow: true, text: r => r.name, cell: r => <b className="bold">{r.name}</b> },
  { key: 'kind', head: '方式', width: 92, text: r => selectionKinds[r.kind], cell: r => selectionKinds[r.kind] },
  { key: 'places', head: '职数', width: 56, align: 'r', text: r => String(r.places), cell: r => r.places },
  { key: 'candidates', head: '人选', width: 240, grow: true, text: peopleOf, cell: r => peopleOf(r) || <span className="ink-3">还没有人选</span> },
  ...(ended
    ? ([
        { key: 'outcome', head: '结果', width: 160, text: r => r.outcome ?? '', cell: r => r.outcome ?? '—' },
        { key: 'closedOn', head: '结束', width: 92, text: r => r.closedOn ?? '', cell: r => r.closedOn ?? '—' },
      ] satisfies Column<Listed>[])
    : ([
        { key: 'phase', head: '阶段', width: 84, text: r => r.phase, cell: r => r.phase },
        { key: 'step', head: '下一步', width: 168, text: r => r.step, cell: r => r.step },
        { key: 'dueOn', head: '最迟', width: 84, text: r => r.dueOn ?? '', cell: r => (r.dueOn === null ? '—' : dayShort(r.dueOn, today)) },
        {
          key: 'findings',
          head: '提示',
          width: 64,
          align: 'r',
          text: r => String(r.findings),
          cell: r => (r.findings > 0 ? <span className="tone-short">{r.findings}</span> : <span className="dash">—</span>),
        },
        { key: 'state', head: '状态', width: 88, text: r => r.state, cell: r => <CaseChip state={r.state} /> },
      ] satisfies Column<Listed>[])),
  { key: 'owner', head: '承办人', width: 80, text: r => r.owner ?? '', cell: r => r.owner ?? '—' },
  { key: 'openedOn', head: '立卷', width: 84, text: r => r.openedOn, cell: r => dayShort(r.openedOn, today) },
]

export const DossiersPage = () => <Dossiers creating={false} />
export const NewDossierPage = () => <Dossiers creating />

/** The dossiers of the office: those being worked on by what is due first, those that have ended apart. */
function Dossiers({ creating }: { readonly creating: boolean }) {
  const { today, organizationId, name: scopeName } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [tab, setTab] = useKept<'open' | 'ended'>('tab', 'open')
  const [search, setSearch] = useKept('search', '')
  const [current, setCurrent] = useKept('current', -1)
  const [adding, setAdding] = useState(creating && mayWrite)
  const scroll = useKeptScroll('dossiers')
  const selection = useSelection()
  const ended = tab === 'ended'
  const words = search.trim()
  const question = { organizationId, ended, ...(words === '' ? {} : { search: words }) }
  const rows = useRows('selection.list', question)
  const allIds = async (): Promise<readonly string[]> => (await call('selection.list', { ...question, limit: most })).rows.map(({ id }) => id)
  const selectAll = () => void allIds().then(ids => selection.only(ids))
  const close = () => (creating ? navigate(path, { replace: true }) : setAdding(false))
  useActions([{ name: '立卷', keys: 'N', command: 'new', when: () => mayWrite && !adding, perform: () => setAdding(true) }])
  return (
    <div className="page">
      <PageHead title="干部选拔任用" sub={scopeName} actions={<CaseActions path={path} onOpen={() => setAdding(true)} />} />
      <ErrorBanner error={rows.error} />
      <div className="case-tabs">
        <Tabs<'open' | 'ended'>
          label="卷宗"
          value={tab}
          onChange={next => {
            setTab(next)
            setCurrent(-1)
            selection.clear()
          }}
          tabs={[
            { value: 'open', label: '在办' },
            { value: 'ended', label: '已结束' },
          ]}
        />
      </div>
      <div className="tools">
        <FilterBox value={search} placeholder="卷宗、党组织" width={240} onChange={setSearch} />
      </div>
      <Card fill label="选拔任用卷宗" style={{ flex: 1 }}>
        {selection.ids.size > 0 && (
          <SelectedCases count={selection.ids.size} total={rows.total} unit={unit} onAll={selectAll} onClear={selection.clear}>
            <SelectedPrints procedure="selection" caseIds={[...selection.ids]} ended={ended} scope={scopeName} tooMany={{}} onDone={done} />
          </SelectedCases>
        )}
        <DataTable
          leads
          label="选拔任用卷宗"
          columns={columns(today, ended)}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={r => r.id}
          onView={rows.show}
          unit={unit}
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={r => navigate(casePath('selection', r.id))}
          selection={selection}
          onSelectAll={selectAll}
          idsBetween={async (from, to) => (await allIds()).slice(from, to + 1)}
          empty={
            rows.loading ? (
              <span />
            ) : (
              <EmptyState icon="folder" title={words === '' ? (ended ? '还没有办完的选拔卷宗。' : '还没有在办的选拔卷宗。') : '没有找到。'}>
                {words === '' ? '立卷后从动议走到任职：每一步的材料、日期、票决和凡提四必都留在卷宗里。' : '换一个名称试试。'}
              </EmptyState>
            )
          }
        />
      </Card>
      {adding && (
        <OpenDossierDialog
          onClose={close}
          onDone={(caseId, name) => {
            setAdding(false)
            done(`已立“${name}”卷宗`)
            navigate(casePath('selection', caseId), { replace: creating })
          }}
        />
      )}
    </div>
  )
}
