import type { Organization } from '../../../shared/domain/organization.ts'
import { useSession } from '../../app/session.tsx'
import { valuesOf } from '../../records/draft.ts'
import { recordType } from '../../records/record-name.ts'
import { shownText, type Titles } from '../../records/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'

interface Props {
  readonly record: Organization
  readonly titles: Titles
  onEdit?(): void
  onHistory?(): void
}

const type = recordType('organization')

/** Every fact on file of an organization. */
export function OrganizationFacts({ record, titles, onEdit, onHistory }: Props) {
  const { mayWrite } = useSession()
  const values = valuesOf(type, record)
  // The upper body by name only is a stopgap; it shows where it is still all there is.
  const keys = type.form.flat().filter(key => key !== 'parentName' || values[key] !== null)
  return (
    <Card
      title="基本信息"
      actions={
        <>
          {onHistory && (
            <Button small icon="clock" onClick={onHistory}>
              历史
            </Button>
          )}
          {onEdit && mayWrite && (
            <Button small icon="edit" keys="E" onClick={onEdit}>
              修改
            </Button>
          )}
        </>
      }
    >
      <dl className="keys organization-keys">
        {keys.map(key => {
          const field = type.fields[key]
          const shown = field && shownText(field, values[key], titles)
          return (
            field && (
              <div key={key} className={field.kind === 'note' ? 'wide' : ''}>
                <dt>{field.label}</dt>
                <dd>{shown || <span className="ink-3">—</span>}</dd>
              </div>
            )
          )
        })}
      </dl>
    </Card>
  )
}
