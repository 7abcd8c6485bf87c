import { type ReactNode, useState } from 'react'
import type { Person } from '../../../shared/domain/person.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import { shownText, type Titles } from '../../records/shown-text.ts'
import { isStored, type Stored } from '../../records/use-record-save.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Doing } from './PersonDialogs.tsx'
import type { PersonChanges } from './use-changes.ts'

type Kind = 'appointment' | 'transfer' | 'exemption'

interface Block {
  readonly kind: Kind
  readonly verb: string
  readonly columns: readonly string[]
  readonly empty: string
  /** What voiding one of them does. */
  readonly consequence: string
}

const blocks: readonly Block[] = [
  {
    kind: 'appointment',
    verb: '登记任职',
    columns: ['post', 'organizationId', 'startsOn', 'endsOn', 'document'],
    empty: '登记后，任职期间的年度按班子成员计指标。',
    consequence: '任职期间的年度改按名册上的党内职务计指标',
  },
  {
    kind: 'transfer',
    verb: '登记变动',
    columns: ['movedOn', 'fromId', 'toId', 'reason'],
    empty: '调整支部时自动记下，也可在这里登记。',
    consequence: '以前的年度不再按这次变动分支部；名册上的所在党支部不随之变回',
  },
  {
    kind: 'exemption',
    verb: '登记免除指标',
    columns: ['quota', 'reason', 'startsOn', 'endsOn', 'basis'],
    empty: '年老体弱、行动不便、患重病的可登记免除。',
    consequence: '这段时间重新计这项指标',
  },
]

interface Props {
  readonly person: Person
  readonly changes: PersonChanges
  onDo(what: Doing): void
}

/** 任职与变动: offices held, moves between branches, exemptions; each can be changed or voided. */
export function Changes({ person, changes, onDo }: Props) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [open, setOpen] = useState<{ readonly what: 'edit' | 'void' | 'history'; readonly block: Block; readonly record: Stored; readonly says: string }>()
  const close = () => setOpen(undefined)
  return (
    <div className="person-changes">
      {blocks.map(block => {
        const reply = changes[block.kind]
        const type = recordType(block.kind)
        const act = (what: 'edit' | 'void' | 'history', record: Stored, titles: Titles) =>
          setOpen({
            what,
            block,
            record,
            says: block.columns
              .map(key => type.fields[key] && shownText(type.fields[key], record[key], titles))
              .filter(Boolean)
              .join('，'),
          })
        return (
          <Card
            key={block.kind}
            title={type.label}
            note={reply && reply.total > 0 ? `${reply.total} 条` : ''}
            actions={
              mayWrite &&
              !person.voidedAt && (
                <Button small icon="plus" onClick={() => onDo(block.kind)}>
                  {block.verb}
                </Button>
              )
            }
          >
            {reply?.rows.length === 0 && (
              <EmptyState icon="clock" title={`还没有${type.label}`}>
                {block.empty}
              </EmptyState>
            )}
            {reply && reply.rows.length > 0 && (
              <table className="table dense">
                <thead>
                  <tr>
                    {block.columns.map(key => (
                      <th key={key} style={type.fields[key]?.kind === 'date' ? { width: 104 } : {}}>
                        {type.fields[key]?.label}
                      </th>
                    ))}
                    <th style={{ width: 116 }} aria-label="操作" />
                  </tr>
                </thead>
                <tbody>
                  {reply.rows
                    .flatMap(row => (isStored(row) ? [row] : []))
                    .map(row => (
                      <tr key={row.id}>
                        {block.columns.map(key => (
                          <td key={key}>{cellOf(block.kind, key, row, reply.titles)}</td>
                        ))}
                        <td className="r">
                          <IconAction icon="clock" size={14} title="历史" onClick={() => act('history', row, reply.titles)} />
                          {mayWrite && <IconAction icon="edit" size={14} title="修改" onClick={() => act('edit', row, reply.titles)} />}
                          {mayWrite && <IconAction icon="exempt" size={14} title="作废" onClick={() => act('void', row, reply.titles)} />}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            )}
          </Card>
        )
      })}
      {open?.what === 'edit' && (
        <RecordDialog
          type={open.block.kind}
          id={open.record.id}
          title={`修改${person.name}的${recordType(open.block.kind).label}`}
          fixed={['personId']}
          onClose={close}
          onSaved={() => {
            done(`已改${person.name}的${recordType(open.block.kind).label}`)
            close()
          }}
        />
      )}
      {open?.what === 'void' && (
        <VoidDialog
          type={open.block.kind}
          record={open.record}
          sub={`${person.name}：${open.says}`}
          consequences={[{ what: '统计', says: open.block.consequence }]}
          onClose={close}
          onDone={() => {
            done(`已作废${person.name}的${recordType(open.block.kind).label}`)
            close()
          }}
        />
      )}
      {open?.what === 'history' && (
        <HistoryDialog type={open.block.kind} id={open.record.id} title={`${person.name}的${recordType(open.block.kind).label}`} onClose={close} />
      )}
    </div>
  )
}

function cellOf(kind: Kind, key: string, row: Stored, titles: Titles): ReactNode {
  const field = recordType(kind).fields[key]
  const shown = field ? shownText(field, row[key], titles) : ''
  if (!shown) return <span className="ink-3">{key === 'endsOn' ? '至今' : '—'}</span>
  return <span title={shown}>{shown}</span>
}
