import { addMonths } from '../../../shared/rules/days.ts'
import { useScope } from '../../app/scope.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import type { ResultLine } from './result-columns.tsx'

interface Props {
  readonly ballotId: string
  readonly ballotName: string
  readonly line: ResultLine
  onDone(): void
  onClose(): void
}

/** 登记后续措施 for one judged 基本合格 (a talk) or 不合格 (改正 with a limit of six months); all of it may be changed. */
export function FollowUpDialog({ ballotId, ballotName, line, onDone, onClose }: Props) {
  const { today } = useScope()
  const { personId, name } = line.row
  const strict = line.grade === 'unqualified'
  return (
    <RecordDialog
      type="appraisalFollowUp"
      title={`登记${name}的后续措施`}
      preset={{
        personId,
        ballotId,
        grade: line.grade,
        kind: strict ? 'deadline' : 'talk',
        startsOn: today,
        dueOn: strict ? addMonths(today, 6) : null,
        recheckOn: addMonths(today, 6),
      }}
      presetTitles={{ ...(personId ? { [personId]: name } : {}), [ballotId]: ballotName }}
      onSaved={onDone}
      onClose={onClose}
    />
  )
}
