import { activity } from '../../../shared/domain/activity.ts'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Texts } from './held.ts'

interface Props {
  readonly texts: Texts
  readonly mayWrite: boolean
  onTexts(texts: Texts): void
}

/** 议题 and 内容, as they go into the record that is printed. */
export const MinutesTab = ({ texts, mayWrite, onTexts }: Props) => (
  <Card fill title="议题和内容" note="照会议记录本填写，打印会议记录时用。">
    <div className="meeting-text">
      <Field label={activity.fields.agenda.label} help="一行一项">
        <TextBox value={texts.agenda ?? ''} lines={4} maxLength={4000} disabled={!mayWrite} onChange={agenda => onTexts({ ...texts, agenda })} />
      </Field>
      <Field label={activity.fields.content.label} help={`${(texts.content ?? '').length} / 4000 字`}>
        <TextBox value={texts.content ?? ''} lines={12} maxLength={4000} disabled={!mayWrite} onChange={content => onTexts({ ...texts, content })} />
      </Field>
    </div>
  </Card>
)
