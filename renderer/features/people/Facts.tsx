import type { Person } from '../../../shared/domain/person.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { ConflictBanner } from '../../records/ConflictBanner.tsx'
import { valuesOf } from '../../records/draft.ts'
import { MaskedText } from '../../records/MaskedText.tsx'
import { RecordForm } from '../../records/RecordForm.tsx'
import { recordType } from '../../records/record-name.ts'
import { shownText, type Titles } from '../../records/shown-text.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { useRecordSave } from '../../records/use-record-save.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { personHeadings } from './headings.ts'

interface Props {
  readonly person: Person
  readonly titles: Titles
  readonly editing: boolean
  onEditing(editing: boolean): void
  onHistory(): void
}

/** Every fact on file, by group; changed in place. */
export function Facts(props: Props) {
  return props.editing && !props.person.voidedAt ? <Edited {...props} /> : <Shown {...props} />
}

const type = recordType('person')

function Shown({ person, titles, onEditing, onHistory }: Props) {
  const { mayWrite } = useSession()
  const values = valuesOf(type, person)
  const filled = Object.values(values).filter(value => value !== null).length
  const edit = () => onEditing(true)
  useActions([{ name: '修改基本信息', keys: 'E', when: () => mayWrite && !person.voidedAt, perform: edit }])
  return (
    <Card
      fill
      title="基本信息"
      note={`${Object.keys(values).length} 项，已填 ${filled} 项`}
      actions={
        <>
          <Button small icon="clock" onClick={onHistory}>
            历史
          </Button>
          {mayWrite && !person.voidedAt && (
            <Button small icon="edit" keys="E" onClick={edit}>
              修改
            </Button>
          )}
        </>
      }
    >
      <div className="card-body profile-facts">
        {type.form.map(keys => (
          <section key={keys[0]}>
            <h3>{personHeadings[keys[0] ?? '']}</h3>
            <dl className="keys">
              {keys.map(key => {
                const field = type.fields[key]
                if (!field) return null
                const value = values[key]
                const shown = shownText(field, value, titles)
                return (
                  <div key={key} className={field.kind === 'note' ? 'wide' : ''}>
                    <dt>{field.label}</dt>
                    <dd>
                      {!shown ? (
                        <span className="ink-3">—</span>
                      ) : field.masked ? (
                        <MaskedText type="person" id={person.id} field={key} masked={shown} steady />
                      ) : (
                        shown
                      )}
                    </dd>
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

function Edited({ person, titles, onEditing }: Props) {
  const done = useSayDone()
  const form = useRecordForm(type, valuesOf(type, person), titles)
  const saving = useRecordSave('person', form, person)
  useUnsaved(form.dirty)
  const save = async () => {
    if (!form.dirty) return onEditing(false)
    if (!(await saving.save())) return
    done(`已改${person.name}的基本信息`)
    onEditing(false)
  }
  const blocked = saving.busy || saving.conflict !== undefined
  const perform = () => void (blocked || save())
  useActions([
    { name: '保存', keys: 'Ctrl S', typing: true, perform },
    { name: '保存', keys: 'Ctrl Enter', typing: true, perform },
    { name: '不改了', keys: 'Escape', when: () => !form.dirty, typing: true, perform: () => onEditing(false) },
  ])
  return (
    <Card fill title="修改基本信息" note={form.dirty ? `改了 ${form.changed.length} 项，还没有保存` : '改后保存'}>
      <div className="card-body profile-facts">
        {saving.conflict && (
          <div className="person-banner">
            <ConflictBanner type={type} form={form} conflict={saving.conflict} onReload={saving.reload} />
          </div>
        )}
        {saving.error !== undefined && (
          <div className="person-banner">
            <ErrorBanner error={saving.error} />
          </div>
        )}
        <RecordForm form={form} recordId={person.id} headings={personHeadings} across={4} />
      </div>
      <footer className="person-facts-foot">
        <span className="space" />
        <Button onClick={() => onEditing(false)}>{form.dirty ? '放弃改动' : '取消'}</Button>
        <Button kind="primary" keys="Ctrl S" disabled={blocked} onClick={perform}>
          保存
        </Button>
      </footer>
    </Card>
  )
}
