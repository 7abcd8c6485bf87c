import { useState } from 'react'
import type { ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { boards } from '../../../shared/procedures/boards.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import { call, type CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useRows } from '../../api/use-rows.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import type { Column } from '../../ui/columns.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { FilterBox } from '../../ui/FilterBox.tsx'

type Candidate = CallOutput<'case.candidates'>['rows'][number]

interface Props {
  readonly procedure: ProcedureName
  onDone(made: CallOutput<'case.open'>): void
  onClose(): void
}

const categories: Readonly<Record<string, string>> = personCategories
const columns: readonly Column<Candidate>[] = [
  { key: 'name', head: '姓名', width: 96, text: r => r.name, cell: r => <b className="bold">{r.name}</b> },
  { key: 'category', head: '类别', width: 112, text: r => categories[r.category] ?? '', cell: r => categories[r.category] },
  {
    key: 'organization',
    head: '所在党支部',
    width: 200,
    grow: true,
    text: r => r.organization,
    cell: r => r.organization || <span className="tone-short">没有填</span>,
  },
  { key: 'bornOn', head: '出生日期', width: 100, text: r => r.bornOn ?? '', cell: r => r.bornOn ?? '—' },
]

/** 立卷: for one or many of those whom a case of the procedure may be about and who have none open. */
export function OpenDialog({ procedure, onDone, onClose }: Props) {
  const board = boards[procedure]
  const { today, organizationId, name: scopeName } = useScope()
  const open = useCommand('case.open')
  const [search, setSearch] = useState('')
  const [current, setCurrent] = useState(-1)
  const [openedOn, setOpened] = useState<string | null>(today)
  const [owner, setOwner] = useState('')
  const selection = useSelection()
  const words = search.trim()
  const question = { procedure, organizationId, ...(words === '' ? {} : { search: words }) }
  const rows = useRows('case.candidates', question)
  const ids = [...selection.ids]
  const selectAll = () => void call('case.candidates', { ...question, limit: 500 }).then(({ rows: found }) => selection.only(found.map(({ id }) => id)))
  const perform = () => openedOn !== null && open.mutate({ procedure, openedOn, owner: owner.trim() || null, personIds: ids }, { onSuccess: onDone })
  return (
    <Dialog
      open
      size={720}
      title="立卷"
      sub={`${scopeName}还没有在办卷宗的${board.whose}。按立卷日期那天施行的规则办。`}
      busy={open.isPending}
      primary={{ label: ids.length > 0 ? `为 ${ids.length} 人立卷` : '立卷', disabled: ids.length === 0 || openedOn === null, perform }}
      onClose={onClose}
    >
      <ErrorBanner error={open.error ?? rows.error} />
      <div className="col" style={{ gap: 12 }}>
        <div className="form-grid">
          <Field label="立卷日期" required help={board.openedOn}>
            <DateBox value={openedOn} today={today} onChange={setOpened} />
          </Field>
          <Field label="承办人">
            <TextBox value={owner} maxLength={200} onChange={setOwner} />
          </Field>
        </div>
        <div className="row">
          <FilterBox value={search} placeholder="姓名、拼音首字母、党支部" width={240} onChange={setSearch} />
          <span className="space" />
          <span className="t12 ink-3" role="status">
            已选 {ids.length} 人
          </span>
        </div>
        <div className="case-candidates">
          <DataTable
            label="可以立卷的人"
            columns={columns}
            rowHeight={32}
            count={rows.total}
            rowAt={rows.rowAt}
            idOf={r => r.id}
            onView={rows.show}
            unit="人"
            selection={selection}
            onSelectAll={selectAll}
            current={current}
            onCurrent={setCurrent}
            empty={
              rows.loading ? (
                <span />
              ) : (
                <EmptyState icon="users" title={words === '' ? '没有可以立卷的人。' : '没有找到。'}>
                  {words === '' ? `花名册里的${board.whose}都已有在办的卷宗。` : `换一个姓名，或先在人员里登记，类别选${board.whose}。`}
                </EmptyState>
              )
            }
          />
        </div>
      </div>
    </Dialog>
  )
}
