import type { RecordName } from '../../shared/domain/index.ts'
import { type CaseStep, procedureCase } from '../../shared/domain/procedure-case.ts'
import { useScope } from '../app/scope.tsx'
import { HistoryDialog } from '../records/HistoryDialog.tsx'
import { RecordDialog } from '../records/RecordDialog.tsx'
import { RestoreDialog, VoidDialog } from '../records/VoidDialog.tsx'
import { EndDialog, ReopenDialog } from './EndDialogs.tsx'
import { ReturnDialog, WithdrawDialog } from './StandingDialogs.tsx'
import type { CaseData } from './use-case.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

/** What the forms of 发展党员 ask of whom a case is about. */
const background = ['workingSince', 'leagueOn', 'resume', 'rewards'] as const

/** What lies over a case. */
export type Over =
  | {
      readonly what: 'material'
      readonly id?: string
      readonly step: string
      readonly material: string | null
      readonly name: string
      readonly candidateId?: string | null
    }
  | { readonly what: 'withdraw' | 'return'; readonly record: CaseStep; readonly label: string }
  | { readonly what: 'restore'; readonly type: RecordName; readonly record: Versioned; readonly label: string }
  | { readonly what: 'history'; readonly type: RecordName; readonly id: string; readonly title: string }
  | { readonly what: 'note'; readonly id?: string }
  | { readonly what: 'relative'; readonly id?: string }
  | { readonly what: 'accountability'; readonly id?: string }
  | {
      readonly what: 'void'
      readonly type: 'caseMaterial' | 'caseNote' | 'caseRelative' | 'accountability'
      readonly record: Versioned
      /** Which one, in a line. */
      readonly label: string
    }
  | { readonly what: 'owner' | 'background' | 'end' | 'reopen' | 'voidCase' | 'restoreCase' }

const called = { caseMaterial: '这份材料', caseNote: '这条日志', caseRelative: '这一人', accountability: '这条责任追究' } as const

interface Props {
  readonly data: CaseData
  readonly over: Over | undefined
  onDone(text: string): void
  onClose(): void
}

/** The dialogs of a case. */
export function CaseOver({ data, over, onDone, onClose }: Props) {
  const { today } = useScope()
  const { record } = data
  if (over === undefined) return null
  const ending = (text: string) => () => {
    onClose()
    onDone(text)
  }
  switch (over.what) {
    case 'material':
      return (
        <RecordDialog
          type="caseMaterial"
          id={over.id}
          title={over.id === undefined ? (over.material === null ? '另加材料' : `登记“${over.name}”`) : `修改“${over.name}”`}
          preset={{ caseId: record.id, step: over.step, material: over.material, name: over.name || null, candidateId: over.candidateId ?? null }}
          fixed={['caseId', 'step', 'material', 'candidateId']}
          again={over.material === null && over.id === undefined}
          onSaved={(saved, another) => {
            if (!another) onClose()
            onDone(`${over.id === undefined ? '已登记' : '已改'}材料“${String(saved['name'])}”`)
          }}
          onClose={onClose}
        />
      )
    case 'withdraw':
      return <WithdrawDialog data={data} step={over.record} label={over.label} onDone={text => ending(text)()} onClose={onClose} />
    case 'return':
      return <ReturnDialog data={data} step={over.record} label={over.label} onDone={text => ending(text)()} onClose={onClose} />
    case 'restore':
      return <RestoreDialog type={over.type} record={over.record} sub={over.label} onDone={ending(`已恢复${over.label}`)} onClose={onClose} />
    case 'history':
      return <HistoryDialog type={over.type} id={over.id} title={over.title} onClose={onClose} />
    case 'note':
      return (
        <RecordDialog
          type="caseNote"
          id={over.id}
          title={over.id === undefined ? '记办理日志' : '修改办理日志'}
          preset={{ caseId: record.id, notedOn: today }}
          fixed={['caseId']}
          onSaved={ending(over.id === undefined ? '已记办理日志' : '已改办理日志')}
          onClose={onClose}
        />
      )
    case 'owner':
      return (
        <RecordDialog
          type="procedureCase"
          id={record.id}
          title="承办人和立卷日期"
          fixed={['procedure', 'name', 'personId', 'closedOn', 'outcome', ...background, ...(record.procedure === 'membership' ? [] : ['leavesOn'])]}
          onSaved={ending(`已改${record.name}的卷宗`)}
          onClose={onClose}
        />
      )
    case 'background':
      return (
        <RecordDialog
          type="procedureCase"
          id={record.id}
          title={`填表用的情况：${record.name}`}
          fixed={Object.keys(procedureCase.fields).filter(key => !background.some(own => own === key))}
          onSaved={ending(`已改${record.name}的情况`)}
          onClose={onClose}
        />
      )
    case 'relative':
      return (
        <RecordDialog
          type="caseRelative"
          id={over.id}
          title={over.id === undefined ? '加家庭成员或社会关系' : '修改家庭成员或社会关系'}
          preset={{ caseId: record.id, circle: 'family' }}
          fixed={['caseId']}
          again={over.id === undefined}
          onSaved={(saved, another) => {
            if (!another) onClose()
            onDone(`${over.id === undefined ? '已加' : '已改'}“${String(saved['name'])}”`)
          }}
          onClose={onClose}
        />
      )
    case 'accountability':
      return (
        <RecordDialog
          type="accountability"
          id={over.id}
          title={over.id === undefined ? '登记责任追究' : '修改责任追究'}
          preset={{ caseId: record.id, organizationId: record.organizationId, decidedOn: today }}
          fixed={['caseId']}
          onSaved={saved => ending(`${over.id === undefined ? '已登记' : '已改'}对${String(saved['liable'])}的责任追究`)()}
          onClose={onClose}
        />
      )
    case 'void':
      return (
        <VoidDialog
          type={over.type}
          record={over.record}
          title={`作废${called[over.type]}？`}
          sub={over.label}
          onDone={ending(over.type === 'caseMaterial' ? `已作废材料“${over.label}”` : `已作废${called[over.type]}`)}
          onClose={onClose}
        />
      )
    case 'end':
      return <EndDialog record={record} onDone={onDone} onClose={onClose} />
    case 'reopen':
      return <ReopenDialog record={record} onDone={onDone} onClose={onClose} />
    case 'voidCase':
      return (
        <VoidDialog
          type="procedureCase"
          record={record}
          title={`作废${record.name}的卷宗？`}
          sub="立错了的卷宗用作废；本人撤回、审查不合格等用“结束卷宗”。"
          consequences={[{ what: '待办', says: '不再列在卷宗列表和今日待办中' }]}
          onDone={ending(`已作废${record.name}的卷宗`)}
          onClose={onClose}
        />
      )
    case 'restoreCase':
      return <RestoreDialog type="procedureCase" record={record} sub={record.name} onDone={ending(`已恢复${record.name}的卷宗`)} onClose={onClose} />
  }
}
