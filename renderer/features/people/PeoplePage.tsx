import { useEffect, useMemo, useState } from 'react'
import { quotaStates } from '../../../shared/api/quota.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import { navigate, type PageProps, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { choiceCondition } from '../../records/conditions.ts'
import { ChoiceTicks, type ConditionEditorProps } from '../../records/ConditionEditor.tsx'
import type { Values } from '../../records/draft.ts'
import { ListTools, type OwnCondition } from '../../records/ListTools.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { RecordList } from '../../records/RecordList.tsx'
import { useExport } from '../../records/use-export.ts'
import { useList } from '../../records/use-list.ts'
import { useListState } from '../../records/use-list-state.ts'
import { startWalk } from '../../records/walk.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNarrow, WithPanel } from '../../ui/SidePanel.tsx'
import { AttendDialog } from './AttendDialog.tsx'
import { personColumns, personDefaults } from './columns.tsx'
import { personHeadings } from './headings.ts'
import { PeopleCounts } from './PeopleCounts.tsx'
import { PeopleVerbs } from './PeopleVerbs.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { useStandingColumns } from './use-standing-columns.ts'
import { studyCondition, useStudyFilter } from './use-standings.ts'
import './people.css'

const StudyEditor = (props: ConditionEditorProps) => <ChoiceTicks {...props} choices={quotaStates} />
const own: readonly OwnCondition[] = [{ key: studyCondition, label: '学时', Editor: StudyEditor }]
const standing = ['category', 'partyPost', studyCondition]
const often = ['mobility', 'membershipState', 'education', 'exemptReason']
const byName = { field: 'name', descending: false }
const noStandings = new Map()
const tableOf = '.record-list .table-scroll'

/** What the address asks for: `?category=candidate,activist`, `?search=…`. */
function asked(query: URLSearchParams) {
  const categories = choiceCondition('category', personCategories, query.get('category')?.split(',') ?? [])
  return { conditions: categories ? [categories] : [], search: query.get('search') ?? '' }
}

/** 组织与人员: everyone the office keeps, found, filtered, and worked on in batches. */
export function PeoplePage({ query }: PageProps) {
  return <People query={query} adding={false} />
}

/** The same with the form for a new person open. */
export function NewPersonPage({ query }: PageProps) {
  return <People query={query} adding />
}

function People({ query, adding }: Pick<PageProps, 'query'> & { readonly adding: boolean }) {
  const scope = useScope()
  const { mayWrite } = useSession()
  const narrow = useNarrow()
  const done = useSayDone()
  const [creating, setCreating] = useState(adding && mayWrite)
  const [attending, setAttending] = useState(false)
  const [panel, setPanel] = useKept('panel', true)
  const bare = useMemo(() => personColumns(scope.today, noStandings), [scope.today])
  const state = useListState({ type: 'person', columns: bare, defaults: personDefaults, sort: byName, ...asked(query) })
  const also = useStudyFilter(state.conditions, scope)
  const list = useList(state, { organizationId: scope.organizationId, also })
  const listed = useStandingColumns(list)
  const exporting = useExport(list.question)
  const row = list.currentRow
  const id = row ? String(row['id']) : undefined

  const open = (person: Values, tab?: 'study') => {
    startWalk(list.question)
    navigate(`/people/${String(person['id'])}${tab ? `?tab=${tab}` : ''}`)
  }
  const closePanel = () => (narrow ? list.setCurrent(-1) : setPanel(false))
  const { current, setCurrent, rows } = list
  const first = rows.rowAt(0)
  useEffect(() => {
    // Where the panel has room it is never without someone to show.
    if (!narrow && panel && current < 0 && first) setCurrent(0)
  }, [narrow, panel, current, first, setCurrent])
  const placed = current >= 0
  useEffect(() => {
    // The keyboard begins in the list, unless someone is typing elsewhere.
    if (placed && document.activeElement === document.body) document.querySelector<HTMLElement>(tableOf)?.focus({ preventScroll: true })
  }, [placed])
  const exportAll = (columns = state.shown, name = '人员') => void exporting.run({ name: `${scope.name}${name}`, columns, unit: '人' })
  const roster = () =>
    exportAll(
      personDefaults.flatMap(key => state.all.find(column => column.key === key) ?? []),
      '党员花名册',
    )
  useActions([{ name: '新增人员', keys: 'N', command: 'new', when: () => mayWrite && !creating, perform: () => setCreating(true) }])

  return (
    <div className="page">
      <PageHead
        title="组织与人员"
        sub={<PeopleCounts state={state} />}
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href="#/import">
                导入
              </Button>
            )}
            <Button icon="download" disabled={exporting.busy} title="按现在的条件和列写成 Excel" onClick={() => exportAll()}>
              导出
            </Button>
            <Button icon="print" disabled={exporting.busy} title="按现在的条件、默认的列写成 Excel" onClick={roster}>
              花名册
            </Button>
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setCreating(true)}>
                新增人员
              </Button>
            )}
          </>
        }
      />
      <ListTools
        state={state}
        placeholder="姓名、拼音首字母、证号后四位"
        standing={standing}
        own={own}
        often={often}
        after={
          !narrow &&
          !panel && (
            <Button kind="text" onClick={() => setPanel(true)}>
              显示右栏
            </Button>
          )
        }
        onDown={() => document.querySelector<HTMLElement>(tableOf)?.focus()}
      />
      <WithPanel
        open={panel && id !== undefined}
        width={320}
        label="人员"
        onClose={closePanel}
        panel={id && <PersonPanel id={id} onOpen={tab => row && open(row, tab)} onAttend={() => setAttending(true)} onClose={closePanel} />}
      >
        <RecordList
          list={listed}
          unit="人"
          onOpen={person => open(person)}
          verbs={ids => <PeopleVerbs ids={ids} list={list} onDone={list.selection.clear} />}
          empty={
            <EmptyState
              icon="users"
              title={scope.organizationId ? `${scope.name}还没有人员` : '还没有人员'}
              action={
                mayWrite && (
                  <Button icon="upload" href="#/import/people">
                    导入花名册
                  </Button>
                )
              }
            >
              从单位的花名册导入，或按 N 逐个新增。
            </EmptyState>
          }
        />
      </WithPanel>
      {creating && (
        <RecordDialog
          type="person"
          title="新增人员"
          again
          headings={personHeadings}
          preset={{ category: 'full', membershipState: 'normal', mobility: 'settled', organizationId: scope.organizationId ?? null }}
          presetTitles={scope.organizationId ? { [scope.organizationId]: scope.name } : {}}
          onSaved={(record, another) => {
            done(`已新增${String(record['name'])}`)
            if (!another) setCreating(false)
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {attending && id && <AttendDialog ids={[id]} onClose={() => setAttending(false)} />}
    </div>
  )
}
