import { useMemo, useState } from 'react'
import { poolKinds } from '../../../shared/domain/cadre-words.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { choiceCondition, emptyCondition } from '../../records/conditions.ts'
import { ChoiceTicks, type ConditionEditorProps } from '../../records/ConditionEditor.tsx'
import type { Values } from '../../records/draft.ts'
import { ListTools, type OwnCondition } from '../../records/ListTools.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { RecordList } from '../../records/RecordList.tsx'
import { useExport } from '../../records/use-export.ts'
import { useList } from '../../records/use-list.ts'
import { useListState } from '../../records/use-list-state.ts'
import { startWalk } from '../../records/walk.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { sheetFiles } from './cadre-words.ts'
import { PrintList } from './PrintList.tsx'
import { cadreColumns, cadreDefaults } from './cadre-columns.tsx'
import { ageBands, ageCondition, poolCondition, useCadreFilter, useFactColumns } from './use-facts.ts'
import './cadres.css'

const own: readonly OwnCondition[] = [
  { key: poolCondition, label: '后备和年轻干部', Editor: (props: ConditionEditorProps) => <ChoiceTicks {...props} choices={poolKinds} /> },
  { key: ageCondition, label: '年龄', Editor: (props: ConditionEditorProps) => <ChoiceTicks {...props} choices={ageBands} /> },
]
const standing = ['unit', 'level', ageCondition, poolCondition]
const often = ['leftOn', 'identity', 'rank', 'major']
const byNumber = { field: 'number', descending: false }
const noFacts = new Map()
const tableOf = '.record-list .table-scroll'

/** What the address asks for: those of one pool. Who has left is not listed unless asked for. */
const asked = (query: URLSearchParams) => {
  const pool = choiceCondition(poolCondition, poolKinds, query.get('pool')?.split(',') ?? [])
  return { conditions: [emptyCondition('leftOn'), ...(pool ? [pool] : [])], search: query.get('search') ?? '' }
}

/** 干部信息: everyone with a sheet, in the order of the office. */
export function CadresPage({ query }: PageProps) {
  return <Cadres query={query} adding={false} />
}

/** The same with the form for a new sheet open. */
export function NewCadrePage({ query }: PageProps) {
  return <Cadres query={query} adding />
}

function Cadres({ query, adding }: Pick<PageProps, 'query'> & { readonly adding: boolean }) {
  const scope = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [creating, setCreating] = useState(adding && mayWrite)
  const bare = useMemo(() => cadreColumns(scope.today, noFacts), [scope.today])
  const state = useListState({ type: 'cadre', columns: bare, defaults: cadreDefaults, sort: byNumber, ...asked(query) })
  const list = useList(state, { organizationId: scope.organizationId, also: useCadreFilter(state.conditions) })
  const listed = useFactColumns(list)
  const exporting = useExport(list.question)
  const open = (row: Values) => {
    startWalk(list.question)
    navigate(`/cadres/${String(row['id'])}`)
  }
  useActions([{ name: '新增干部', keys: 'N', command: 'new', when: () => mayWrite && !creating, perform: () => setCreating(true) }])
  return (
    <div className="page">
      <PageHead
        title="干部信息"
        sub={list.rows.loading ? '' : `${list.rows.total} 人`}
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href="#/import/cadre">
                导入
              </Button>
            )}
            <Button
              icon="download"
              disabled={exporting.busy}
              title="按现在的条件和列写成 Excel"
              onClick={() => void exporting.run({ name: `${scope.name}干部信息`, columns: state.shown, unit: '人' })}
            >
              导出
            </Button>
            <PrintList list={list} name={scope.name} organizationId={scope.organizationId} />
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setCreating(true)}>
                新增干部
              </Button>
            )}
          </>
        }
      />
      <ListTools
        state={state}
        placeholder="姓名、拼音首字母"
        standing={standing}
        own={own}
        often={often}
        onDown={() => document.querySelector<HTMLElement>(tableOf)?.focus()}
      />
      <RecordList
        list={listed}
        unit="人"
        verbs={ids => (
          <>
            <FormMenu
              small
              form="appointmentSheet"
              params={{ cadreIds: [...ids] }}
              name={`${scope.name}干部任免审批表 ${ids.length} 人`}
              label="任免审批表"
              print={`打印 ${ids.length} 人的任免审批表`}
              more={[sheetFiles([...ids])]}
            />
            <FormMenu
              small
              icon={null}
              form="cadreRoster"
              params={{ cadreIds: [...ids], columns: state.shown.map(({ key }) => key) }}
              name={`${scope.name}干部一览表`}
              label="一览表"
              title="按现在的列，印所选的人"
            />
            <FormMenu small icon={null} form="archiveForm" params={{ cadreIds: [...ids] }} name={`${scope.name}档案任前审核登记表`} label="档案审核表" />
          </>
        )}
        onOpen={open}
        empty={
          <EmptyState
            icon="briefcase"
            title={scope.organizationId ? `${scope.name}还没有干部信息` : '还没有干部信息'}
            action={
              mayWrite && (
                <Button icon="upload" href="#/import/cadre">
                  导入干部名册
                </Button>
              )
            }
          >
            人员先在“组织与人员”里；从干部名册导入，或按 N 逐个新增。
          </EmptyState>
        }
      />
      {creating && (
        <RecordDialog
          type="cadre"
          title="新增干部"
          fixed={['photo', 'sheetFile']}
          onSaved={record => {
            done('已新增干部信息')
            setCreating(false)
            navigate(`/cadres/${record.id}`)
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  )
}
