import { useState } from 'react'
import type { ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { boards } from '../../shared/procedures/boards.ts'
import { useCommand } from '../api/command.ts'
import { useScope } from '../app/scope.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DateBox } from '../ui/DateBox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { TextBox } from '../ui/TextBox.tsx'

interface Props {
  readonly record: ProcedureCase
  onDone(text: string): void
  onClose(): void
}

/** 结束卷宗: where no step ends it, a person says how it ended. */
export function EndDialog({ record, onDone, onClose }: Props) {
  const { today } = useScope()
  const { outcomes, ends } = boards[record.procedure]
  const end = useCommand('case.end')
  const [closedOn, setClosed] = useState<string | null>(today)
  const [outcome, setOutcome] = useState('')
  const early = closedOn !== null && closedOn < record.openedOn
  const perform = () =>
    end.mutate(
      { caseId: record.id, version: record.version, closedOn, outcome: outcome.trim() },
      {
        onSuccess: () => {
          onClose()
          onDone(`已结束${record.name}的卷宗：${outcome.trim()}`)
        },
      },
    )
  return (
    <Dialog
      open
      title={`结束${record.name}的卷宗`}
      sub={`步骤和材料都保留，卷宗移到“已结束”，可以重新打开。${ends}卷宗自行结束，不必在这里结束。`}
      busy={end.isPending}
      primary={{ label: '结束卷宗', disabled: closedOn === null || early || outcome.trim() === '', perform }}
      onClose={onClose}
    >
      <ErrorBanner error={end.error} />
      <div className="col" style={{ gap: 12 }}>
        <Field label="结果" required help={`如${outcomes.slice(0, 2).join('、')}`}>
          <TextBox value={outcome} autoFocus maxLength={200} suggestions={outcomes} onChange={setOutcome} />
        </Field>
        <Field label="结束日期" required fault={early ? `早于立卷日期 ${record.openedOn}` : undefined}>
          <DateBox value={closedOn} today={today} onChange={setClosed} />
        </Field>
      </div>
    </Dialog>
  )
}

/** 重新打开: its steps can be recorded again. */
export function ReopenDialog({ record, onDone, onClose }: Props) {
  const end = useCommand('case.end')
  return (
    <ConfirmDialog
      open
      title={`重新打开${record.name}的卷宗？`}
      consequences={[
        { what: '现在', says: `${record.closedOn ?? ''} 结束：${record.outcome ?? ''}` },
        { what: '以后', says: '结束日期和结果清空，步骤可以接着登记，到期的回到今日待办' },
      ]}
      verb="重新打开"
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onConfirm={() =>
        end.mutate(
          { caseId: record.id, version: record.version, closedOn: null, outcome: null },
          {
            onSuccess: () => {
              onClose()
              onDone(`已重新打开${record.name}的卷宗`)
            },
          },
        )
      }
    />
  )
}
