import { useState } from 'react'
import type { ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { boards, casePath } from '../../../shared/procedures/boards.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { call } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { useRows } from '../../api/use-rows.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { CasesEmpty } from './CasesEmpty.tsx'
import { endedColumns, openColumns } from './case-columns.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { SelectedCases } from '../../procedures/SelectedCases.tsx'
import { SelectedPrints } from '../../procedures/SelectedPrints.tsx'
import { type Shown, StateChips } from './StateChips.tsx'
import '../../procedures/cases.css'
import { CaseActions } from '../../procedures/CaseActions.tsx'

const all = '全部'
const over = '已结束'
/** As many as one command or one print takes. */
const most = 500

/** The board of a procedure as a page; `creating` opens it with the dialog for new cases over it. */
export const casesPage = (procedure: ProcedureName, creating: boolean) => () => <Cases procedure={procedure} creating={creating} />

interface Props {
  readonly procedure: ProcedureName
  /** The dialog for new cases lies over it. */
  readonly creating: boolean
}

/** The board of a procedure: its open cases by phase, by what is due first; those that have ended apart. */
function Cases({ procedure, creating }: Props) {
  const declared = procedures[procedure]
  const board = boards[procedure]
  const { today, organizationId, name: scopeName } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [tab, setTab] = useKept<string>('tab', all)
  const [state, setState] = useKept<Shown>('state', null)
  const [search, setSearch] = useKept('search', '')
  const [current, setCurrent] = useKept('current', -1)
  const [adding, setAdding] = useState(creating && mayWrite)
  const [batch, setBatch] = useState<readonly string[]>()
  const scroll = useKeptScroll('cases')
  const selection = useSelection()
  const ended = tab === over
  const words = search.trim()
  const question = {
    procedure,
    organizationId,
    ended,
    ...(tab === all || ended ? {} : { phase: tab }),
    ...(state === null || ended ? {} : state === 'alarm' ? { alarm: true } : { state }),
    ...(words === '' ? {} : { search: words }),
  } as const
  const rows = useRows('case.list', question)
  const counts = useQuery('case.list', { procedure, organizationId, limit: 1 })
  const endedCount = useQuery('case.list', { procedure, organizationId, ended: true, limit: 1 })
  const overdue = counts.data?.byState.overdue ?? 0
  const alarms = counts.data?.alarms ?? 0
  const filtered = words !== '' || (state !== null && !ended) || (tab !== all && !ended)
  const reset = () => {
    if (!ended) setTab(all)
    setState(null)
    setSearch('')
  }
  const show = (next: string) => {
    setTab(next)
    setState(null)
    setCurrent(-1)
    selection.clear()
  }
  const allIds = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for (let offset = 0; ; offset += 500) {
      const piece = await call('case.list', { ...question, offset, limit: 500 })
      found.push(...piece.rows.map(({ id }) => id))
      if (found.length >= piece.total || piece.rows.length === 0) return found
    }
  }
  const selectAll = () => void allIds().then(ids => selection.only(ids))
  const tooMany = selection.ids.size > most ? { disabled: true, title: `一次最多 ${most} 人，请分批选` } : {}
  const closeAdding = () => (creating ? navigate(board.path, { replace: true }) : setAdding(false))
  useActions([
    { name: '立卷', keys: 'N', command: 'new', when: () => mayWrite && !adding && !batch, perform: () => setAdding(true) },
    {
      name: '登记所选卷宗的同一步',
      keys: 'B',
      when: () => mayWrite && !ended && selection.ids.size > 0 && selection.ids.size <= most && !batch,
      perform: () => setBatch([...selection.ids]),
    },
  ])
  return (
    <div className="page">
      <PageHead
        title={declared.label}
        sub={
          counts.data &&
          `${scopeName} 在办 ${counts.data.total} 人${overdue > 0 ? `，${overdue} 人有步骤逾期` : ''}${board.alarm && alarms > 0 ? `，其中 ${alarms} 人${board.alarm.word}` : ''}`
        }
        actions={
          <>
            {counts.data && counts.data.total > 0 && (
              <FormMenu
                form="caseProgress"
                params={{ procedure, ...(organizationId === undefined ? {} : { organizationId }) }}
                name={`${declared.label}进度表（${scopeName}）`}
                label="进度表"
                title="在办的全部：打印、PDF 或 Excel；只要一部分的，先在列表里选中"
              />
            )}
            <CaseActions path={board.path} onOpen={() => setAdding(true)} />
          </>
        }
      />
      <ErrorBanner error={rows.error ?? counts.error} />
      <div className="case-tabs">
        <Tabs<string>
          label="阶段"
          value={tab}
          onChange={show}
          tabs={[
            { value: all, label: all, count: counts.data?.total },
            ...declared.phases.map(phase => ({ value: phase, label: phase, count: counts.data && (counts.data.byPhase[phase] ?? 0) })),
            { value: over, label: over, count: endedCount.data?.total },
          ]}
        />
      </div>
      <div className="tools">
        <FilterBox value={search} placeholder="姓名、拼音首字母、党组织" width={240} onChange={setSearch} />
        {!ended && <StateChips counts={rows.pages[0]} alarm={board.alarm} shown={state} onShow={setState} />}
      </div>
      <Card fill label="卷宗列表" style={{ flex: 1 }}>
        {selection.ids.size > 0 && (
          <SelectedCases count={selection.ids.size} total={rows.total} unit={board.unit} onAll={selectAll} onClear={selection.clear}>
            {mayWrite && !ended && (
              <Button small icon="edit" keys="B" {...tooMany} onClick={() => setBatch([...selection.ids])}>
                登记同一步
              </Button>
            )}
            <SelectedPrints procedure={procedure} caseIds={[...selection.ids]} ended={ended} scope={scopeName} tooMany={tooMany} onDone={done} />
          </SelectedCases>
        )}
        <DataTable
          leads
          label="卷宗列表"
          columns={ended ? endedColumns(procedure, today) : openColumns(procedure, today)}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={r => r.id}
          onView={rows.show}
          unit="人"
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={r => navigate(casePath(procedure, r.id))}
          selection={selection}
          onSelectAll={selectAll}
          idsBetween={async (from, to) => (await allIds()).slice(from, to + 1)}
          empty={
            rows.loading ? (
              <span />
            ) : (
              <CasesEmpty
                board={board}
                scope={scopeName}
                filtered={filtered}
                ended={ended}
                onReset={reset}
                {...(mayWrite ? { onOpen: () => setAdding(true) } : {})}
              />
            )
          }
        />
      </Card>
      {adding && (
        <OpenDialog
          procedure={procedure}
          onClose={closeAdding}
          onDone={({ opened, caseIds }) => {
            setAdding(false)
            done(opened === 0 ? '所选的人都已有在办的卷宗，没有新立' : `已为 ${opened} 人立卷`)
            const [only] = caseIds
            if (opened === 1 && only !== undefined) navigate(casePath(procedure, only), { replace: creating })
            else if (creating) navigate(board.path, { replace: true })
          }}
        />
      )}
      {batch && (
        <BatchDialog
          caseIds={batch}
          onClose={() => setBatch(undefined)}
          onDone={(recorded, label, remarks) => {
            setBatch(undefined)
            selection.clear()
            done(`已登记 ${recorded} 人的“${label}”${remarks > 0 ? `，其中 ${remarks} 处有提示，打开卷宗可看` : ''}`)
          }}
        />
      )}
    </div>
  )
}
