import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { titlesOf } from '../../records/RefInput.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { readDate } from '../../ui/read-date.ts'
import { TextBox } from '../../ui/TextBox.tsx'
import { useChosen } from './use-chosen.ts'

interface Props {
  readonly ids: readonly string[]
  onDone?(): void
  onClose(): void
}

/** 调整支部: moves people to another branch from a day on. Mounted while it is open. */
export function TransferDialog({ ids, onDone, onClose }: Props) {
  const { today } = useSession()
  const done = useSayDone()
  const command = useCommand('person.transfer')
  const chosen = useChosen(ids)
  const [target, setTarget] = useState<Picked | null>(null)
  const [movedOn, setMovedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const day = movedOn && readDate(movedOn, today)
  const staying = chosen.people.filter(p => p.organizationId === target?.id).length
  const transfer = () => {
    setTried(true)
    if (!target || !day) return
    const input = { ids: [...ids], organizationId: target.id, movedOn: day, ...(reason.trim() ? { reason: reason.trim() } : {}) }
    command.mutate(input, {
      onSuccess: ({ moved }) => {
        done(`已把 ${moved} 人调整到${target.title}`)
        onDone?.()
        onClose()
      },
    })
  }
  return (
    <Dialog open title="调整支部" sub={chosen.sub} primary={{ label: '调整', perform: transfer }} busy={command.isPending} onClose={onClose}>
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <dl className="consequences">
          <div>
            <dt>现在</dt>
            <dd>{chosen.branches.map(b => `${b.name} ${b.count} 人`).join('，') || '—'}</dd>
          </div>
          <div>
            <dt>学时</dt>
            <dd>变动日期所在年度起按新支部统计，以前的年度仍按原支部</dd>
          </div>
        </dl>
        <Field
          label="转入党支部"
          required
          fault={tried && !target ? '请选择转入的党支部' : undefined}
          help={
            target
              ? [target.detail && `上级：${target.detail}`, staying > 0 && `其中 ${staying} 人已在这里，不变`].filter(Boolean).join('；') || undefined
              : '名称、拼音或首字母'
          }
        >
          <PickBox value={target} autoFocus load={titlesOf('organization')} onChange={setTarget} />
        </Field>
        <div className="form-grid">
          <Field
            label="变动日期"
            required
            fault={tried && !day ? '日期应写作 2026-11-23 的样子' : undefined}
            help={day && day > today ? '这一天还没到：先记下变动，名册暂不改' : '从这一天起算'}
          >
            <DateBox value={movedOn} today={today} onChange={setMovedOn} />
          </Field>
          <Field label="事由">
            <TextBox value={reason} maxLength={200} suggestions={['毕业', '调入', '调出', '机构调整', '按专业编入']} onChange={setReason} />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}
