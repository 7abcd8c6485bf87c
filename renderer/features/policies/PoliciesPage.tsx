import { useMemo, useState } from 'react'
import { clauseStates, type ClauseState } from '../../../shared/rules/clause-states.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { RecordPanel } from '../../records/RecordPanel.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNarrow, WithPanel } from '../../ui/SidePanel.tsx'
import { ClausesEmpty } from './ClausesEmpty.tsx'
import { ClausePanel } from './ClausePanel.tsx'
import { type ClauseRow, clauseColumns } from './columns.tsx'
import { CoverageFigures } from './CoverageFigures.tsx'
import { DocumentList } from './DocumentList.tsx'
import { type Asked, PolicyDialogs } from './PolicyDialogs.tsx'
import { serverPath } from './servers.ts'
import { isState, totalsOf } from './states.ts'
import './policies.css'

/** 制度台账: what each document asks for, what keeps it, and how it stands today. Nothing unserved is hidden. */
export function PoliciesPage({ query }: PageProps) {
  const { mayWrite } = useSession()
  const narrow = useNarrow()
  const asked = query.get('state')
  const [policyId, setPolicyId] = useKept<string | undefined>('document', query.get('document') ?? undefined)
  const [state, setState] = useKept<ClauseState | undefined>('state', isState(asked) ? asked : undefined)
  const [search, setSearch] = useKept('search', '')
  const [clauseId, setClauseId] = useKept<string | undefined>('clause', undefined)
  const [aboutDocument, setAboutDocument] = useState(false)
  const [dialog, setDialog] = useState<Asked>()
  const scroll = useKeptScroll('clauses')
  const coverage = useQuery('policies.coverage', {})
  const list = useQuery('policies.list', {})
  const document = list.data?.find(policy => policy.id === policyId)
  const reply = useQuery('policies.clauses', document ? { policyId: document.id } : {})
  const clauses = useMemo(() => reply.data ?? [], [reply.data])
  const totals = useMemo(() => totalsOf(clauses), [clauses])
  const rows = useMemo(() => {
    const words = search.trim()
    const holds = (row: ClauseRow) => [row.code, row.phrase, row.text, ...row.servedBy.map(s => s.label)].some(text => text.includes(words))
    return clauses.filter(row => (state === undefined || row.state === state) && (words === '' || holds(row)))
  }, [clauses, state, search])
  const current = rows.findIndex(row => row.id === clauseId)
  const clause = rows[current]
  const opened = clause !== undefined || (aboutDocument && document !== undefined)
  const columns = useMemo(() => clauseColumns(document === undefined, narrow && opened), [document, narrow, opened])

  const choose = (id: string | undefined) => {
    setPolicyId(id)
    setClauseId(undefined)
    setAboutDocument(id !== undefined && !narrow)
    scroll.keep(0)
  }
  const open = ({ servedBy }: ClauseRow) => {
    const path = servedBy.map(serverPath).find(to => to !== undefined)
    if (path !== undefined) navigate(path)
  }
  const newClause = () => setDialog({ type: 'clause' })
  const again = () => (setState(undefined), setSearch(''))
  useActions([{ name: '录入本单位文件', keys: 'N', command: 'new', when: () => mayWrite && !dialog, perform: () => setDialog({ type: 'policy' }) }])

  const panel = clause ? (
    <ClausePanel key={clause.id} clause={clause} onEdit={() => setDialog({ type: 'clause', id: clause.id })} />
  ) : (
    document && <RecordPanel key={document.id} type="policy" id={document.id} onEdit={() => setDialog({ type: 'policy', id: document.id })} />
  )
  const closePanel = () => (setClauseId(undefined), setAboutDocument(false))
  return (
    <div className="page policies">
      <PageHead
        title="制度台账"
        sub="文件要求什么、由谁承接、今天怎样"
        actions={
          <>
            <FormMenu
              form="policyTable"
              params={{ ...(document ? { policyId: document.id } : {}), ...(state ? { states: [state] } : {}) }}
              name={`制度落实对照表（${document?.title ?? '全部文件'}${state ? `，${state}` : ''}）`}
              label="打印对照表"
              disabled={rows.length === 0}
              title="按现在的文件和状态打印，或存为 PDF、Excel"
            />
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setDialog({ type: 'policy' })}>
                录入本单位文件
              </Button>
            )}
          </>
        }
      />
      {coverage.data && (
        <CoverageFigures
          totals={coverage.data.totals}
          state={document === undefined ? state : undefined}
          onState={next => {
            choose(undefined)
            setState(next)
          }}
        />
      )}
      <div className="policies-body">
        <DocumentList documents={list.data ?? []} current={document?.id} onChoose={choose} onVoided={() => setDialog({ type: 'voided' })} />
        <WithPanel open={opened} width={320} label={clause ? '条款' : '文件'} onClose={closePanel} panel={panel}>
          <Card fill className="policy-clauses" label="条款">
            <header className="policy-head">
              <h2 className="ellipsis" title={document?.title}>
                {document?.title ?? '全部文件'}
              </h2>
              {document && (
                <Button small kind="text" icon="info" onClick={() => (setClauseId(undefined), setAboutDocument(true))}>
                  文件信息
                </Button>
              )}
              {document && mayWrite && (
                <Button small kind="text" icon="plus" onClick={newClause}>
                  新增条款
                </Button>
              )}
            </header>
            <div className="tools policy-tools">
              <FilterBox value={search} placeholder="机制、条文、台账" width={200} onChange={setSearch} />
              <ToggleChip label="全部" count={clauses.length} on={state === undefined} onToggle={() => setState(undefined)} />
              {clauseStates.map(s => (
                <ToggleChip key={s} label={s} count={totals[s]} on={state === s} onToggle={() => setState(state === s ? undefined : s)} />
              ))}
            </div>
            <ErrorBanner error={list.error ?? reply.error ?? coverage.error} />
            <DataTable<ClauseRow>
              label="条款"
              leads
              columns={columns}
              count={rows.length}
              rowAt={index => rows[index]}
              idOf={row => row.id}
              rowHeight={44}
              unit="条"
              scroll={scroll}
              current={current}
              onCurrent={(_, row) => setClauseId(row.id)}
              onOpen={open}
              empty={reply.data && <ClausesEmpty filtered={clauses.length > 0} {...(mayWrite && document ? { onNew: newClause } : {})} onAgain={again} />}
            />
          </Card>
        </WithPanel>
      </div>
      {dialog && (
        <PolicyDialogs
          asked={dialog}
          document={document}
          onDocument={id => {
            again()
            choose(id)
          }}
          onClause={setClauseId}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
