import type { Cadre } from '../../../shared/domain/cadre.ts'
import { useSession } from '../../app/session.tsx'
import { valuesOf } from '../../records/draft.ts'
import { recordType } from '../../records/record-name.ts'
import { shownText } from '../../records/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { dotted, sexOf } from './cadre-words.ts'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  onEdit(): void
}

const type = recordType('cadre')
const elsewhere = ['personId', 'photo', 'sheetFile']

/** What the sheet says, by group; what the roster holds stands first, and is changed there. */
export function SheetTab({ whole: { person: p }, record, onEdit }: Props) {
  const { mayWrite } = useSession()
  const values = valuesOf(type, record)
  const roster = [
    { label: '姓名', value: p.name },
    { label: '性别', value: sexOf(p.sex) },
    { label: '出生年月', value: dotted(p.bornOn) },
    { label: '民族', value: p.nation },
    { label: '籍贯', value: p.nativePlace },
    { label: '入党时间', value: dotted(p.joinedOn) },
    { label: '所在党支部', value: p.organization },
    { label: '党内职务', value: p.partyPost },
  ]
  return (
    <Card
      title="基本信息"
      actions={
        mayWrite && (
          <Button small icon="edit" keys="E" onClick={onEdit}>
            修改
          </Button>
        )
      }
    >
      <div className="card-body profile-facts">
        <section>
          <h3>
            名册所载 <Link to={`/people/${p.id}?tab=facts`}>到人员档案修改</Link>
          </h3>
          <dl className="keys">
            {roster.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value || <span className="ink-3">—</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
        {type.form.map(keys => (
          <section key={keys[0]}>
            <h3>{type.sections[keys[0] ?? '']}</h3>
            <dl className="keys">
              {keys
                .filter(key => !elsewhere.includes(key))
                .map(key => {
                  const field = type.fields[key]
                  const shown = field ? shownText(field, values[key], {}) : ''
                  return (
                    <div key={key} className={field?.kind === 'note' ? 'half' : ''}>
                      <dt>{field?.label}</dt>
                      <dd>{shown || <span className="ink-3">—</span>}</dd>
                    </div>
                  )
                })}
            </dl>
          </section>
        ))}
      </div>
    </Card>
  )
}
