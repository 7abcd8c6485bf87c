import { useState } from 'react'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { useExport } from '../../records/use-export.ts'
import type { List } from '../../records/use-list.ts'
import { Button } from '../../ui/Button.tsx'
import { AttendDialog } from './AttendDialog.tsx'
import { SetManyDialog } from './SetManyDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

interface Props {
  readonly ids: readonly string[]
  readonly list: List
  onDone(): void
}

/** As many as one command takes. */
const most = 5000

/** What can be done with the people ticked. */
export function PeopleVerbs({ ids, list, onDone }: Props) {
  const { mayWrite } = useSession()
  const { name } = useScope()
  const [open, setOpen] = useState<'attend' | 'transfer' | 'set'>()
  const exporting = useExport(list.question)
  const limit = ids.length > most ? { disabled: true, title: `一次最多 ${most} 人，请分批选` } : {}
  const close = () => setOpen(undefined)
  const props = { ids, onDone, onClose: close }
  return (
    <>
      {mayWrite && (
        <Button small icon="book" onClick={() => setOpen('attend')}>
          登记参训
        </Button>
      )}
      {mayWrite && (
        <Button small icon="tree" {...limit} onClick={() => setOpen('transfer')}>
          调整支部
        </Button>
      )}
      {mayWrite && (
        <Button small icon="edit" {...limit} onClick={() => setOpen('set')}>
          改类别
        </Button>
      )}
      <ArchiveMenu personIds={ids} name={name} label="打印档案" small />
      <Button
        small
        icon="download"
        disabled={exporting.busy}
        onClick={() => void exporting.run({ name: `${name}所选人员`, columns: list.state.shown, ids, unit: '人' })}
      >
        导出所选
      </Button>
      {open === 'attend' && <AttendDialog {...props} />}
      {open === 'transfer' && <TransferDialog {...props} />}
      {open === 'set' && <SetManyDialog {...props} />}
    </>
  )
}
