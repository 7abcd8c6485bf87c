import { useState } from 'react'
import type { DueItem } from '../../../shared/api/due.ts'
import { records } from '../../../shared/domain/index.ts'
import { addDays, isDay } from '../../../shared/rules/days.ts'
import { weekOf } from '../../../shared/rules/due.ts'
import { useCommand } from '../../api/command.ts'
import { useSayDone } from '../../app/undo.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly items: readonly DueItem[]
  readonly today: string
  onDone(): void
  onClose(): void
}

/** 暂缓提醒: until when, and why. It stays due; only the list is quiet about it. Mounted while it is open. */
export function SnoozeDialog({ items, today, onDone, onClose }: Props) {
  const [until, setUntil] = useState<string | null>(addDays(weekOf(today).until, 1))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useCommand('due.snooze')
  const done = useSayDone()
  const untilFault = until === null || !isDay(until) ? '请填日期' : until <= today ? '应在今天之后' : undefined
  const reasonFault = reason.trim() === '' ? '请写明原因' : undefined
  const perform = () => {
    setTried(true)
    if (untilFault !== undefined || reasonFault !== undefined || until === null) return
    command.mutate(
      { keys: items.map(item => item.key), until, reason: reason.trim() },
      {
        onSuccess: ({ snoozed }) => {
          done(`已暂缓 ${snoozed} 项，到 ${until}`)
          onDone()
        },
      },
    )
  }
  const [first] = items
  return (
    <Dialog
      open
      title="暂缓提醒"
      sub={items.length === 1 ? `${first?.title ?? ''}　${first?.organization ?? ''}` : `选中的 ${items.length} 项`}
      busy={command.isPending}
      primary={{ label: '暂缓', perform }}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <Field label="暂缓到" required help="到这一天回到列表；期限不变" fault={tried ? untilFault : undefined}>
          <DateBox value={until} today={today} onChange={setUntil} />
        </Field>
        <Field label="原因" required fault={tried ? reasonFault : undefined}>
          <TextBox value={reason} autoFocus maxLength={200} suggestions={records.snooze.fields.reason.suggestions ?? []} onChange={setReason} />
        </Field>
      </div>
    </Dialog>
  )
}
