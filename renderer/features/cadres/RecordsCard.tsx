import { useState } from 'react'
import type { CadrePerson } from '../../../shared/api/cadres.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import type { Values } from '../../records/draft.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import { shownText } from '../../records/shown-text.ts'
import { isStored, type Stored } from '../../records/use-record-save.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconAction } from '../../ui/IconAction.tsx'

type Kind = 'postHolding' | 'talentPool' | 'posting' | 'stepDown'

const says: Readonly<Record<Kind, { readonly verb: string; readonly empty: string; readonly consequence: string }>> = {
  postHolding: { verb: '登记任免', empty: '登记后计入职位的实配，提醒试用期满、任期和同职满十年。', consequence: '职位的实配少 1 人，不再按它提醒' },
  talentPool: { verb: '登记入库', empty: '后备干部、优秀年轻干部入库和出库都在这里。', consequence: '不再按在库统计和筛选' },
  posting: { verb: '登记锻炼', empty: '外派、上挂、下派、轮岗交流在这里登记，期满提醒。', consequence: '不再计入锻炼交流，期满也不再提醒' },
  stepDown: { verb: '登记调整', empty: '调整下来的，原因、依据和决定文号在这里留存。', consequence: '影响期不再提示' },
}

interface Props {
  readonly kind: Kind
  readonly rows: readonly Values[]
  readonly person: CadrePerson
}

interface Open {
  readonly what: 'new' | 'edit' | 'void' | 'history'
  readonly record?: Stored
}

/** The records of one register about one cadre; each can be changed or voided. */
export function RecordsCard({ kind, rows, person }: Props) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const type = recordType(kind)
  const columns = type.list.filter(key => key !== 'personId')
  const { verb, empty, consequence } = says[kind]
  const add = mayWrite && (
    <Button small icon="plus" onClick={() => setOpen({ what: 'new' })}>
      {verb}
    </Button>
  )
  const shown = (row: Values, key: string) => (type.fields[key] ? shownText(type.fields[key], row[key], {}) : '')
  return (
    <Card title={type.label} note={rows.length > 0 ? `${rows.length} 条` : ''} actions={rows.length > 0 && add}>
      {rows.length === 0 ? (
        <EmptyState icon="clock" title={`还没有${type.label}`} action={add}>
          {empty}
        </EmptyState>
      ) : (
        <table className="table dense">
          <thead>
            <tr>
              {columns.map(key => (
                <th key={key} style={type.fields[key]?.kind === 'date' ? { width: 100 } : {}}>
                  {type.fields[key]?.label}
                </th>
              ))}
              <th style={{ width: 108 }} aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {rows
              .flatMap(row => (isStored(row) ? [row] : []))
              .map(row => (
                <tr key={row.id}>
                  {columns.map(key => (
                    <td key={key} title={shown(row, key)}>
                      {shown(row, key) || <span className="ink-3">{key === 'endsOn' || key === 'leftOn' ? '至今' : '—'}</span>}
                    </td>
                  ))}
                  <td className="r">
                    <IconAction icon="clock" size={14} title="历史" onClick={() => setOpen({ what: 'history', record: row })} />
                    {mayWrite && <IconAction icon="edit" size={14} title="修改" onClick={() => setOpen({ what: 'edit', record: row })} />}
                    {mayWrite && <IconAction icon="exempt" size={14} title="作废" onClick={() => setOpen({ what: 'void', record: row })} />}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {(open?.what === 'new' || open?.what === 'edit') && (
        <RecordDialog
          type={kind}
          id={open.record?.id}
          title={`${open.what === 'new' ? verb : `修改${type.label}`}：${person.name}`}
          fixed={['personId']}
          preset={{ personId: person.id }}
          onSaved={() => {
            done(`已${open.what === 'new' ? '登记' : '改'}${person.name}的${type.label}`)
            close()
          }}
          onClose={close}
        />
      )}
      {open?.what === 'void' && open.record && (
        <VoidDialog
          type={kind}
          record={open.record}
          sub={person.name}
          consequences={[{ what: type.label, says: consequence }]}
          onDone={() => {
            done(`已作废${person.name}的${type.label}`)
            close()
          }}
          onClose={close}
        />
      )}
      {open?.what === 'history' && open.record && <HistoryDialog type={kind} id={open.record.id} title={`${person.name}的${type.label}`} onClose={close} />}
    </Card>
  )
}
