import { type FormEvent, type RefObject, useState } from 'react'
import { dayKinds, festivals, noticeOf } from '../../../shared/domain/calendar-day.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import { isWeekend } from '../../../shared/rules/workdays.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Marking } from './use-marking.ts'
import { type DayOnFile, spanText, standingText } from './words.ts'

interface Props {
  readonly days: readonly string[]
  readonly onFile: readonly DayOnFile[]
  readonly marking: Marking
  /** The festival of the last registration: a notice's days come in a row. */
  readonly lastName: string
  readonly nameBox: RefObject<HTMLInputElement | null>
  /** Esc: back to the days. */
  onLeave(): void
}

const most = 40

/** 登记: what the chosen days are, and what the notice makes of them. Mounted afresh for each choice. */
export function MarkCard({ days, onFile, marking, lastName, nameBox, onLeave }: Props) {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const [known] = onFile
  const [kind, setKind] = useState<DayOnFile['kind']>(known?.kind ?? 'holiday')
  const [name, setName] = useState(known?.name ?? lastName)
  const [source, setSource] = useState(known ? (known.source ?? '') : noticeOf(yearOf(first)))
  const [history, setHistory] = useState(false)
  const fault =
    days.length > most
      ? `一次最多登记 ${most} 天`
      : kind === 'workday' && days.some(day => !isWeekend(day))
        ? '周一至周五本来上班，调休上班只登记周六、周日'
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fault === undefined && name.trim() !== '') marking.register(days, { kind, name: name.trim(), source: source.trim() || null })
  }
  return (
    <Card
      title={spanText(first, last)}
      note={standingText(days, onFile)}
      actions={known && days.length === 1 && <IconAction icon="clock" title="这一天的历史" onClick={() => setHistory(true)} />}
    >
      {marking.mayWrite ? (
        <form className="mark-form" onSubmit={submit} noValidate onKeyDown={event => event.key === 'Escape' && onLeave()}>
          <div className="row">
            <Segmented
              label="放假或上班"
              value={kind}
              options={(['holiday', 'workday'] as const).map(value => ({ value, label: dayKinds[value] }))}
              onChange={setKind}
            />
          </div>
          <Field label="节日" required fault={fault}>
            <TextBox value={name} maxLength={200} inputRef={nameBox} onChange={setName} />
          </Field>
          <div className="festivals" role="group" aria-label="常用的节日">
            {festivals.slice(0, 7).map(festival => (
              <button key={festival} type="button" className="link t12" onClick={() => setName(festival)}>
                {festival}
              </button>
            ))}
          </div>
          <Field label="依据">
            <TextBox value={source} maxLength={200} onChange={setSource} />
          </Field>
          <ErrorBanner error={marking.error} />
          <div className="row">
            <Button kind="primary" submit disabled={fault !== undefined || name.trim() === '' || marking.busy}>
              登记{days.length > 1 ? ` ${days.length} 天` : ''}
            </Button>
            <Button keys="Del" disabled={onFile.length === 0 || marking.busy} onClick={() => marking.takeOff(onFile)}>
              取消登记
            </Button>
          </div>
        </form>
      ) : (
        known?.source && <p className="mark-form clause">{known.source}</p>
      )}
      {history && known && <HistoryDialog type="calendarDay" id={known.id} title={known.date} onClose={() => setHistory(false)} />}
    </Card>
  )
}
