import type { Organization } from '../../../shared/domain/organization.ts'
import type { CallOutput } from '../../api/client.ts'
import { navigate } from '../../app/router.ts'
import { useSayDone } from '../../app/undo.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { RestoreDialog, VoidDialog } from '../../records/VoidDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'

/** What is being done to the organization in view. */
export type Doing = 'edit' | 'child' | 'move' | 'close' | 'history' | 'void' | 'restore'

interface Props {
  readonly record: Organization
  readonly page: CallOutput<'organization.page'> | undefined
  readonly doing: Doing | undefined
  onClose(): void
}

/** The dialogs that an organization's page opens. */
export function OrganizationDialogs({ record, page, doing, onClose }: Props) {
  const done = useSayDone()
  const say = (what: string) => {
    done(what)
    onClose()
  }
  switch (doing) {
    case 'edit':
      return (
        <RecordDialog
          type="organization"
          id={record.id}
          title={`修改${record.name}`}
          fixed={['parentId', 'closedOn']}
          onSaved={saved => say(`已改${String(saved['name'])}`)}
          onClose={onClose}
        />
      )
    case 'child':
      return (
        <RecordDialog
          type="organization"
          title={`在${record.name}下新增`}
          again
          fixed={['parentId', 'parentName', 'closedOn']}
          preset={{ kind: record.kind === 'branch' ? 'group' : 'branch', parentId: record.id, termYears: 3 }}
          onSaved={(saved, another) => (another ? done(`已新增${String(saved['name'])}`) : say(`已新增${String(saved['name'])}`))}
          onClose={onClose}
        />
      )
    case 'move':
      return <MoveDialog record={record} onDone={() => say(`已调整${record.name}的上级`)} onClose={onClose} />
    case 'close':
      return (
        <CloseDialog
          record={record}
          members={page?.node.membersBelow ?? 0}
          bodies={page?.children.filter(c => !c.closedOn).length ?? 0}
          onDone={() => say(`已撤销${record.name}`)}
          onClose={onClose}
        />
      )
    case 'history':
      return <HistoryDialog type="organization" id={record.id} title={record.name} onClose={onClose} />
    case 'void':
      return (
        <VoidDialog
          type="organization"
          record={record}
          title={`作废${record.name}？`}
          sub="作废后不再使用，也不能被选作上级或所在党支部。"
          consequences={[
            { what: '组织树', says: '不再出现在组织树、选单和统计里' },
            ...(page && (page.node.members > 0 || page.children.length > 0)
              ? [{ what: '先办', says: `还有 ${page.node.members} 名党员、${page.children.length} 个下级组织，要先转出、调整，才能作废` }]
              : []),
            { what: '另有去处', says: '依程序撤销的，请用“撤销组织”，以前年度照旧统计；登错的才作废' },
          ]}
          onDone={() => {
            say(`已作废${record.name}`)
            navigate('/organizations')
          }}
          onClose={onClose}
        />
      )
    case 'restore':
      return (
        <RestoreDialog
          type="organization"
          record={record}
          title={`恢复${record.name}？`}
          sub={`作废理由：${record.voidReason ?? ''}`}
          consequences={[{ what: '组织树', says: '回到组织树和各项统计中' }]}
          onDone={() => say(`已恢复${record.name}`)}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
