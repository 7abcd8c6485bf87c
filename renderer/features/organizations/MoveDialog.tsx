import { useState } from 'react'
import type { Organization } from '../../../shared/domain/organization.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { titlesOf } from '../../records/RefInput.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly record: Organization
  onDone(): void
  onClose(): void
}

/** 调整上级: hangs an organization, with all below it, under another. Mounted while it is open. */
export function MoveDialog({ record, onDone, onClose }: Props) {
  const { tree } = useScope()
  const command = useCommand('organization.move')
  const now = tree.find(node => node.id === record.parentId)
  const own = tree.find(node => node.id === record.id)
  const [parent, setParent] = useState<Picked | null>(now ? { id: now.id, title: now.name } : null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const same = (parent?.id ?? null) === record.parentId
  const lacking = reason.trim().length < 2
  const move = () => {
    setTried(true)
    if (!same && !lacking)
      command.mutate({ id: record.id, version: record.version, parentId: parent?.id ?? null, reason: reason.trim() }, { onSuccess: onDone })
  }
  return (
    <Dialog open title={`调整${record.name}的上级`} primary={{ label: '调整', perform: move }} busy={command.isPending} onClose={onClose}>
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <dl className="consequences">
          <div>
            <dt>现在</dt>
            <dd>{now?.name ?? '没有上级'}</dd>
          </div>
          <div>
            <dt>一同调整</dt>
            <dd>{own ? `下属 ${own.branchesBelow - (own.kind === 'branch' ? 1 : 0)} 个党支部、${own.membersBelow} 名党员` : '全部下级'}</dd>
          </div>
        </dl>
        <Field
          label="新的上级"
          fault={tried && same ? '和现在的上级一样，请另选' : undefined}
          help={parent ? parent.detail && `上级：${parent.detail}` : '留空表示没有上级，排在最上面'}
        >
          <PickBox value={parent} autoFocus load={titlesOf('organization')} onChange={setParent} />
        </Field>
        <Field label="事由" required help="写进审计，不能改" fault={tried && lacking ? '请写明事由，至少 2 字' : undefined}>
          <TextBox value={reason} maxLength={200} suggestions={['机构改革', '院系调整', '隶属关系理顺']} onChange={setReason} />
        </Field>
      </div>
    </Dialog>
  )
}
