import { useMemo } from 'react'
import {
  type Candidate,
  candidate,
  type CandidateCheck,
  candidateCheck,
  type NoticeObjection,
  noticeObjection,
  type Selection,
  selection,
  type SelectionTalk,
  selectionTalk,
} from '../../../shared/domain/selection.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'

type Reply = CallOutput<'selection.get'>

/** A candidate with the checks, what was said against him, and the votes that he had. */
export interface CandidateShown extends Omit<Reply['candidates'][number], 'record' | 'checks' | 'objections'> {
  readonly record: Candidate
  readonly checks: readonly CandidateCheck[]
  readonly objections: readonly NoticeObjection[]
}

export interface Dossier extends Omit<Reply, 'selection' | 'candidates' | 'talks'> {
  readonly selection: Selection
  readonly candidates: readonly CandidateShown[]
  readonly talks: readonly SelectionTalk[]
}

const read = ({ selection: about, candidates, talks, ...rest }: Reply): Dossier => ({
  ...rest,
  selection: selection.stored.parse(about),
  candidates: candidates.map(({ record, checks, objections, ...found }) => ({
    ...found,
    record: candidate.stored.parse(record),
    checks: checks.map(row => candidateCheck.stored.parse(row)),
    objections: objections.map(row => noticeObjection.stored.parse(row)),
  })),
  talks: talks.map(row => selectionTalk.stored.parse(row)),
})

/** What a dossier holds besides its steps. */
export function useDossier(caseId: string): { readonly dossier: Dossier | undefined; readonly error: Error | null } {
  const { data, error } = useQuery('selection.get', { caseId })
  return { dossier: useMemo(() => data && read(data), [data]), error }
}

/** Those still in question: who has fallen out is shown at the end. */
export const standing = ({ candidates }: Dossier): readonly CandidateShown[] => candidates.filter(({ record }) => record.stage !== 'out')
