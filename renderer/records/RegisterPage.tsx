import { useCallback, useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { useQuery } from '../api/hooks.ts'
import { goBack, type PageProps } from '../app/router.ts'
import { FeedsLine } from '../quotas/FeedsLine.tsx'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { useActions } from '../app/shortcuts.ts'
import { useSayDone } from '../app/undo.ts'
import { Button } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { WithPanel } from '../ui/SidePanel.tsx'
import type { Values } from './draft.ts'
import { fieldColumns } from './list-column.tsx'
import { ListTools } from './ListTools.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { RecordList } from './RecordList.tsx'
import { RecordPanel } from './RecordPanel.tsx'
import { recordType } from './record-name.ts'
import { RegisterEmpty } from './RegisterEmpty.tsx'
import { beginning, dayField, inYear, searchedBy } from './register-shape.ts'
import { useExport } from './use-export.ts'
import { useList } from './use-list.ts'
import { useListState } from './use-list-state.ts'
import { usePreset } from './use-preset.ts'

/** The page of one record type, all of it from the declaration: list, filters, form, history, voiding, Excel. */
export const registerPage = (type: RecordName) =>
  function RegisterPage({ query }: PageProps) {
    return <Register type={type} query={query} />
  }

function Register({ type: name, query }: { readonly type: RecordName; readonly query: URLSearchParams }) {
  const type = recordType(name)
  const scope = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [columns] = useState(() => fieldColumns(type))
  const day = dayField(type)
  // `?new=1` opens the form of a new record and goes back where it came from; `?record=…` shows one.
  const [coming, setComing] = useState(query.has('new') && mayWrite)
  const preset = usePreset(type, query)
  const [asked, setAsked] = useState(query.get('record') ?? undefined)
  const [dialog, setDialog] = useState<{ readonly id?: string }>()
  const state = useListState({
    type: name,
    columns,
    defaults: type.list,
    search: query.get('search') ?? '',
    ...(day ? { sort: { field: day, descending: true } } : {}),
  })
  const dated = type.yearBy
  const { year } = scope
  const list = useList(state, { organizationId: scope.organizationId, ...(dated ? { also: inYear(type, year) } : {}) })
  const exporting = useExport(list.question)
  const id = list.currentRow ? String(list.currentRow['id']) : asked
  const open = useCallback((row: Values) => setDialog({ id: String(row['id']) }), [])
  const leave = () => {
    setComing(false)
    goBack()
  }
  const kept = useQuery('records.exportable', { type: name }, { enabled: type.secret !== undefined }).data === false
  useActions([{ name: `新增${type.label}`, keys: 'N', command: 'new', when: () => mayWrite && !dialog && !coming, perform: () => setDialog({}) }])

  return (
    <div className="page">
      <PageHead
        title={type.label}
        sub={list.rows.total > 0 ? `${dated ? `${year} 年 ` : ''}${list.rows.total} 条` : undefined}
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href={`#/import/${name}`}>
                导入
              </Button>
            )}
            <Button
              icon="download"
              disabled={exporting.busy || list.rows.total === 0 || kept}
              title={kept ? '监督资料不导出；经批准的在参数“监督资料可以导出”里打开' : '按现在的条件和列写成 Excel'}
              onClick={() => void exporting.run({ name: `${scope.name}${dated ? `${year}年` : ''}${type.label}`, columns: state.shown, unit: '条' })}
            >
              导出
            </Button>
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setDialog({})}>
                新增{type.label}
              </Button>
            )}
          </>
        }
      />
      <FeedsLine source={name} />
      <ListTools state={state} placeholder={searchedBy(type)} standing={[]} />
      <WithPanel
        open={id !== undefined}
        width={320}
        label={type.label}
        onClose={() => {
          list.setCurrent(-1)
          setAsked(undefined)
        }}
        panel={id && <RecordPanel key={id} type={name} id={id} onEdit={() => setDialog({ id })} />}
      >
        <RecordList list={list} unit="条" onOpen={open} empty={<RegisterEmpty type={name} dated={dated} />} />
      </WithPanel>
      {coming && preset.ready && (
        <RecordDialog
          type={name}
          preset={preset.values}
          presetTitles={preset.titles}
          again
          onSaved={(_, another) => {
            done(`已新增${type.label}`)
            if (!another) leave()
          }}
          onClose={leave}
        />
      )}
      {dialog && (
        <RecordDialog
          type={name}
          id={dialog.id}
          again
          preset={beginning(type, year, scope.organizationId)}
          presetTitles={scope.organizationId ? { [scope.organizationId]: scope.name } : {}}
          onSaved={(_, another) => {
            done(dialog.id ? `已改动${type.label}` : `已新增${type.label}`)
            if (!another) setDialog(undefined)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
