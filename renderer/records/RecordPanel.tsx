import { useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import type { Field } from '../../shared/records/fields.ts'
import { useQuery } from '../api/hooks.ts'
import { useSession } from '../app/session.tsx'
import { useSayDone } from '../app/undo.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { BarNotices } from './BarNotices.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { dash } from './list-column.tsx'
import { MaskedText } from './MaskedText.tsx'
import { recordType } from './record-name.ts'
import { RecordDeadlines } from './RecordDeadlines.tsx'
import { RecordPrints } from './RecordPrints.tsx'
import { shownText, type Titles } from './shown-text.ts'
import { isStored } from './use-record-save.ts'
import { VoidDialog } from './VoidDialog.tsx'

/** Where a reference leads, for the record types that have a page of their own. */
const pages: Readonly<Record<string, string>> = { person: '/people', organization: '/organizations', activity: '/activities' }

/** Days, numbers and short words stand two in a row. */
const narrow: readonly Field['kind'][] = ['date', 'month', 'integer', 'decimal', 'money', 'flag', 'phone']
const isShort = (field: Field, text: string) => narrow.includes(field.kind) || (field.kind !== 'note' && text.length < 10)

interface ValueProps {
  readonly type: RecordName
  readonly id: string
  readonly name: string
  readonly field: Field | undefined
  readonly value: unknown
  readonly titles: Titles
}

function Value({ type, id, name, field, value, titles }: ValueProps) {
  if (!field) return null
  const text = shownText(field, value, titles)
  const to = field.target ? pages[field.target] : undefined
  const said = to ? <Link to={`${to}/${String(value)}`}>{text}</Link> : text
  return (
    <div className={isShort(field, text) ? undefined : 'wide'}>
      <dt>{field.label}</dt>
      <dd>{text === '' ? dash : field.masked ? <MaskedText type={type} id={id} field={name} masked={text} steady /> : said}</dd>
    </div>
  )
}

/** One record of a register beside its list: every field in the order of its form, and what can be done with it. */
export function RecordPanel({ type: name, id, onEdit }: { readonly type: RecordName; readonly id: string; onEdit(): void }) {
  const type = recordType(name)
  const { mayWrite } = useSession()
  const done = useSayDone()
  const reply = useQuery('records.get', { type: name, id })
  const [dialog, setDialog] = useState<'history' | 'void'>()
  const record = reply.data && isStored(reply.data.record) ? reply.data.record : undefined
  if (!record || !reply.data) return <ErrorBanner error={reply.error} />
  const { titles, deadlines, cautions } = reply.data
  const titleField = type.fields[type.title]
  const title = titleField ? shownText(titleField, record[type.title], titles) : ''
  const sub = [...new Set([title, ...type.list.slice(0, 2).flatMap(key => (type.fields[key] ? [shownText(type.fields[key], record[key], titles)] : []))])]
    .filter(Boolean)
    .join('，')
  return (
    <div className="record-panel">
      <div className="card-body record-values">
        <BarNotices bars={cautions} />
        <RecordDeadlines deadlines={deadlines} />
        {type.form.map(keys => (
          <section key={keys[0]}>
            {type.sections[keys[0] ?? ''] && <h3>{type.sections[keys[0] ?? '']}</h3>}
            <dl className="keys">
              {keys.map(key => (
                <Value key={key} type={name} id={id} name={key} field={type.fields[key]} value={record[key]} titles={titles} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      {!record.voidedAt && <RecordPrints type={name} record={record} title={sub} />}
      <div className="record-panel-foot">
        {mayWrite && !record.voidedAt && (
          <Button small icon="edit" onClick={onEdit}>
            修改
          </Button>
        )}
        <Button small icon="clock" onClick={() => setDialog('history')}>
          历史
        </Button>
        {mayWrite && !record.voidedAt && (
          <Button small kind="danger" onClick={() => setDialog('void')}>
            作废…
          </Button>
        )}
      </div>
      {dialog === 'history' && <HistoryDialog type={name} id={id} title={type.label} onClose={() => setDialog(undefined)} />}
      {dialog === 'void' && (
        <VoidDialog
          type={name}
          record={record}
          sub={sub}
          onDone={() => {
            setDialog(undefined)
            done(`已作废这条${type.label}`)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
