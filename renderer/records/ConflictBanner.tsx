import type { RecordType } from '../../shared/records/record.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { shownText } from './shown-text.ts'
import type { RecordFormState } from './use-record-form.ts'
import type { Conflict } from './use-record-save.ts'

interface Props {
  readonly type: RecordType
  readonly form: RecordFormState
  readonly conflict: Conflict
  onReload(keep: boolean): void
}

/** Someone else wrote first: what they changed, and the choice to take it with or without one's own changes. */
export function ConflictBanner({ type, form, conflict, onReload }: Props) {
  const { theirs, changed, titles } = conflict
  const both = changed.filter(key => form.changed.includes(key))
  const says = changed.map(key => {
    const field = type.fields[key]
    return field ? `${field.label}改为“${shownText(field, theirs[key], titles) || '空'}”` : ''
  })
  return (
    <Banner kind="error">
      <b>没有写入：这条{type.label}打开之后被改过。</b>
      {says.length > 0 ? `${says.join('，')}。` : Object.values(type.fields).some(f => f.masked) ? '没有遮住的内容与打开时相同。' : '内容与打开时相同。'}
      {both.length > 0 && `其中${both.map(key => type.fields[key]?.label).join('、')}这里也改了，保留时以这里填的为准。`}
      <div className="row" style={{ marginTop: 8 }}>
        <Button small onClick={() => onReload(true)}>
          载入最新，保留我改的 {form.changed.length} 项
        </Button>
        <Button small onClick={() => onReload(false)}>
          载入最新，放弃我的改动
        </Button>
      </div>
    </Banner>
  )
}
