import type { Person } from '../../../shared/domain/person.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import type { Titles } from '../../records/shown-text.ts'
import { RestoreDialog, VoidDialog } from '../../records/VoidDialog.tsx'
import { AttendDialog } from './AttendDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import { usePersonStudy } from './use-person-study.ts'

/** What is being done for the person in view. */
export type Doing = 'attend' | 'appointment' | 'transfer' | 'exemption' | 'history' | 'void' | 'restore'

interface Props {
  readonly person: Person
  readonly titles: Titles
  readonly doing: Doing | undefined
  onClose(): void
}

/** The dialogs that a person's page opens. */
export function PersonDialogs({ person: p, titles, doing, onClose }: Props) {
  const { today } = useSession()
  const done = useSayDone()
  const branch = p.organizationId ? { [p.organizationId]: titles[p.organizationId] ?? '' } : {}
  const saved = (what: string) => () => {
    done(`已登记${p.name}${what}`)
    onClose()
  }
  switch (doing) {
    case 'attend':
      return <AttendDialog ids={[p.id]} onClose={onClose} />
    case 'transfer':
      return <TransferDialog ids={[p.id]} onClose={onClose} />
    case 'appointment':
      return (
        <RecordDialog
          type="appointment"
          title={`登记${p.name}任职`}
          fixed={['personId']}
          preset={{ personId: p.id, organizationId: p.organizationId, startsOn: today }}
          presetTitles={branch}
          onSaved={saved('任职')}
          onClose={onClose}
        />
      )
    case 'exemption':
      return (
        <RecordDialog
          type="exemption"
          title={`登记${p.name}免除指标`}
          fixed={['personId']}
          preset={{ personId: p.id, quota: 'study-hours', startsOn: `${today.slice(0, 4)}-01-01` }}
          onSaved={saved('免除指标')}
          onClose={onClose}
        />
      )
    case 'history':
      return <HistoryDialog type="person" id={p.id} title={p.name} onClose={onClose} />
    case 'void':
      return <VoidPerson person={p} branch={branch[p.organizationId ?? ''] ?? ''} onClose={onClose} />
    case 'restore':
      return (
        <RestoreDialog
          type="person"
          record={p}
          title={`恢复${p.name}这条记录？`}
          sub={`作废理由：${p.voidReason ?? ''}`}
          consequences={[{ what: '名册', says: '回到名册和各项统计中' }]}
          onDone={() => {
            done(`已恢复${p.name}`)
            onClose()
          }}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}

function VoidPerson({ person: p, branch, onClose }: { readonly person: Person; readonly branch: string; onClose(): void }) {
  const { year } = useScope()
  const done = useSayDone()
  const { study } = usePersonStudy(p.id, year)
  return (
    <VoidDialog
      type="person"
      record={p}
      title={`作废${p.name}这条记录？`}
      sub={[branch, p.partyPost].filter(Boolean).join('，')}
      onClose={onClose}
      consequences={[
        { what: '名册', says: `不再出现在名册、花名册和查找里${branch ? `，${branch}少 1 人` : ''}` },
        ...(study ? [{ what: '学时', says: `${year} 年的 ${study.subject.done} 学时和 ${study.lines.length} 条参训不再计入统计` }] : []),
        { what: '另有去处', says: '调走、去世、出党的，请改“党籍状态”，不必作废；登错的才作废' },
      ]}
      onDone={() => {
        done(`已作废${p.name}`)
        onClose()
      }}
    />
  )
}
