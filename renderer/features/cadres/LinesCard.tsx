import { useState } from 'react'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { useSession } from '../../app/session.tsx'
import { shownText } from '../../records/shown-text.ts'
import type { Values } from '../../records/draft.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { lineUnits, type LinesName, linesTypes, typedFields } from './cadre-lines.ts'
import { dotted } from './cadre-words.ts'
import { LinesDialog } from './LinesDialog.tsx'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly lines: LinesName
  readonly whole: WholeCadre
  readonly record: Cadre
  readonly title: string
}

const widths: Readonly<Record<string, number>> = { relation: 88, name: 104, born: 96, politics: 112, year: 80, grade: 112, kind: 72, given: 96 }

/** Lines of the sheet as they are printed, changed in a grid of their own. */
export function LinesCard({ lines: name, whole, record, title }: Props) {
  const { mayWrite } = useSession()
  const [editing, setEditing] = useState(false)
  const rows: readonly Values[] = whole[name]
  const fields = typedFields(name)
  const shown = (row: Values, key: string) => {
    const field = linesTypes[name].fields[key]
    if (!field) return ''
    return field.kind === 'month' && typeof row[key] === 'string' ? dotted(row[key]) : shownText(field, row[key], {})
  }
  const edit = mayWrite && (
    <Button small icon="edit" onClick={() => setEditing(true)}>
      {rows.length === 0 ? '登记' : '修改'}
    </Button>
  )
  return (
    <Card title={title} note={rows.length > 0 ? `${rows.length} ${lineUnits[name]}` : ''} actions={rows.length > 0 && edit}>
      {rows.length === 0 ? (
        <EmptyState icon="users" title={`还没有${title}`} action={edit}>
          登记后印在干部任免审批表上。
        </EmptyState>
      ) : (
        <table className="table dense">
          <thead>
            <tr>
              {fields.map(([key, field]) => (
                <th key={key} style={widths[key] === undefined ? {} : { width: widths[key] }}>
                  {field.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {fields.map(([key]) => (
                  <td key={key} title={shown(row, key)}>
                    {shown(row, key) || <span className="ink-3">—</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && <LinesDialog lines={name} record={record} name={whole.person.name} kept={rows} onClose={() => setEditing(false)} />}
    </Card>
  )
}
