import { candidateChecks, type CandidateCheckName } from '../../../shared/domain/selection.ts'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import type { CaseData } from '../../procedures/use-case.ts'
import { AdvanceDialog } from './AdvanceDialog.tsx'
import { AssessmentDialog } from './AssessmentDialog.tsx'
import { ConsiderDialog } from './ConsiderDialog.tsx'
import type { CandidateShown, Dossier } from './use-dossier.ts'

/** What lies over the page of a dossier. */
export type Over =
  | { readonly what: 'consider' | 'advance' | 'matter' }
  | { readonly what: 'candidate' | 'assessment' | 'voidCandidate'; readonly candidate: CandidateShown }
  | { readonly what: 'check'; readonly candidate: CandidateShown; readonly matter: CandidateCheckName }
  | { readonly what: 'talk'; readonly id?: string; readonly candidate?: CandidateShown }
  | { readonly what: 'objection'; readonly id?: string; readonly candidate: CandidateShown }

interface Props {
  readonly data: CaseData
  readonly dossier: Dossier
  readonly over: Over | undefined
  onDone(text: string): void
  onClose(): void
}

/** The dialog that is open, if one is. */
export function DossierOver({ data, dossier, over, onDone, onClose }: Props) {
  const caseId = data.record.id
  if (!over) return null
  switch (over.what) {
    case 'consider':
      return <ConsiderDialog caseId={caseId} dossier={dossier} onDone={onDone} onClose={onClose} />
    case 'advance':
      return <AdvanceDialog caseId={caseId} dossier={dossier} onDone={onDone} onClose={onClose} />
    case 'matter':
      return <RecordDialog type="selection" id={dossier.selection.id} fixed={['caseId']} onSaved={() => onDone('已改选拔事项')} onClose={onClose} />
    case 'candidate':
      return (
        <RecordDialog
          type="candidate"
          id={over.candidate.record.id}
          title={`修改人选（${over.candidate.name}）`}
          fixed={['caseId', 'personId', 'assessment', 'assessors', 'assessedOn']}
          onSaved={() => onDone(`已改${over.candidate.name}`)}
          onClose={onClose}
        />
      )
    case 'assessment':
      return <AssessmentDialog candidate={over.candidate} onDone={onDone} onClose={onClose} />
    case 'voidCandidate':
      return (
        <VoidDialog
          type="candidate"
          record={over.candidate.record}
          title={`移出${over.candidate.name}`}
          sub="只用于登记有误的人选；没有被选上的，用“定人选”写明原因，差额要留在卷宗里。"
          onDone={() => onDone(`已移出${over.candidate.name}`)}
          onClose={onClose}
        />
      )
    case 'check': {
      const kept = over.candidate.checks.find(({ matter }) => matter === over.matter)
      return (
        <RecordDialog
          type="candidateCheck"
          {...(kept ? { id: kept.id } : { preset: { candidateId: over.candidate.record.id, matter: over.matter } })}
          title={`${candidateChecks[over.matter]}（${over.candidate.name}）`}
          fixed={['candidateId', 'matter']}
          onSaved={() => onDone(`已登记${over.candidate.name}的${candidateChecks[over.matter]}`)}
          onClose={onClose}
        />
      )
    }
    case 'talk':
      return (
        <RecordDialog
          type="selectionTalk"
          {...(over.id === undefined ? { preset: { caseId, candidateId: over.candidate?.record.id ?? null, purpose: 'assessment' } } : { id: over.id })}
          title="个别谈话"
          fixed={['caseId', 'candidateId']}
          again
          onSaved={(saved, another) => !another && onDone(`已登记与${String(saved['interviewee'])}的谈话`)}
          onClose={onClose}
        />
      )
    case 'objection':
      return (
        <RecordDialog
          type="noticeObjection"
          {...(over.id === undefined ? { preset: { caseId, candidateId: over.candidate.record.id } } : { id: over.id })}
          title={`公示反映（${over.candidate.name}）`}
          fixed={['caseId', 'candidateId']}
          onSaved={() => onDone(`已登记对${over.candidate.name}的反映`)}
          onClose={onClose}
        />
      )
  }
}
