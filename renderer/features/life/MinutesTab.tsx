import { activity } from '../../../shared/domain/activity.ts'
import { useScope } from '../../app/scope.tsx'
import { AttachmentInput } from '../../records/AttachmentInput.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Texts } from './held.ts'

interface Props {
  readonly texts: Texts
  readonly mayWrite: boolean
  onTexts(texts: Texts): void
}

/** 议题 and 内容, as they go into the record that is printed, and the files that go with it. */
export const MinutesTab = ({ texts, mayWrite, onTexts }: Props) => (
  <Card fill title="议题和内容" note="照会议记录本填写，打印会议记录时用。">
    <div className="meeting-text">
      <Field label={activity.fields.agenda.label} help="一行一项">
        <TextBox value={texts.agenda ?? ''} lines={4} maxLength={4000} disabled={!mayWrite} onChange={agenda => onTexts({ ...texts, agenda })} />
      </Field>
      <Field label={activity.fields.content.label} help={`${(texts.content ?? '').length} / 4000 字`}>
        <TextBox value={texts.content ?? ''} lines={10} maxLength={4000} disabled={!mayWrite} onChange={content => onTexts({ ...texts, content })} />
      </Field>
      <div className="record-fields">
        <FileField name="minutes" texts={texts} mayWrite={mayWrite} onTexts={onTexts} />
        <FileField name="photo" texts={texts} mayWrite={mayWrite} onTexts={onTexts} />
      </div>
    </div>
  </Card>
)

type FileProps = Props & { readonly name: 'minutes' | 'photo' }

function FileField({ name, texts, mayWrite, onTexts }: FileProps) {
  const { today } = useScope()
  return (
    <Field label={activity.fields[name].label}>
      <AttachmentInput
        field={activity.fields[name]}
        value={texts[name]}
        title={undefined}
        today={today}
        disabled={!mayWrite}
        onChange={value => onTexts({ ...texts, [name]: typeof value === 'string' ? value : null })}
        onTitle={() => undefined}
        onBlur={() => undefined}
      />
    </Field>
  )
}
