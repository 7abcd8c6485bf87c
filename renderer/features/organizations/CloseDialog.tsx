import { useState } from 'react'
import type { Organization } from '../../../shared/domain/organization.ts'
import { useCommand } from '../../api/command.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { readDate } from '../../ui/read-date.ts'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly record: Organization
  readonly members: number
  readonly bodies: number
  onDone(): void
  onClose(): void
}

/** 撤销: an organization that has ended. It leaves the tree; earlier years stay as they were. Mounted while it is open. */
export function CloseDialog({ record, members, bodies, onDone, onClose }: Props) {
  const { today } = useSession()
  const command = useCommand('organization.close')
  const [closedOn, setClosedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const day = closedOn && readDate(closedOn, today)
  const lacking = reason.trim().length < 2
  const close = () => {
    setTried(true)
    if (day && !lacking) command.mutate({ id: record.id, version: record.version, closedOn: day, reason: reason.trim() }, { onSuccess: onDone })
  }
  return (
    <Dialog open title={`撤销${record.name}？`} primary={{ label: '撤销', perform: close }} busy={command.isPending} onClose={onClose}>
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <dl className="consequences">
          <div>
            <dt>党员</dt>
            <dd>{members > 0 ? `还有 ${members} 名党员，要先调整到别的支部` : '没有党员，可以撤销'}</dd>
          </div>
          {bodies > 0 && (
            <div>
              <dt>下级</dt>
              <dd>还有 {bodies} 个下级组织，请先调整它们的上级</dd>
            </div>
          )}
          <div>
            <dt>组织树</dt>
            <dd>不再出现在组织树和选单里，点“含已撤销”可看到；以前年度照旧统计</dd>
          </div>
        </dl>
        <div className="form-grid">
          <Field label="撤销日期" required fault={tried && !day ? '日期应写作 2026-11-23 的样子' : undefined}>
            <DateBox value={closedOn} today={today} onChange={setClosedOn} />
          </Field>
          <Field label="事由" required help="写进审计，不能改" fault={tried && lacking ? '请写明事由，至少 2 字' : undefined}>
            <TextBox value={reason} autoFocus maxLength={200} suggestions={['党员人数不足', '机构撤并', '任务完成']} onChange={setReason} />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}
