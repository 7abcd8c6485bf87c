import { appraisalFollowUp } from '../../../shared/domain/appraisal-follow-up.ts'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { useQuery } from '../../api/hooks.ts'

/** 基本合格 and 不合格 are followed by a talk, a deadline, help. */
export const followsUp = (grade: BallotGrade): boolean => grade === 'basic' || grade === 'unqualified'

/** How many 后续措施 are on file of one ballot, by person. */
export function useFollowUps(ballotId: string, enabled: boolean): ReadonlyMap<string, number> {
  const { data } = useQuery('records.list', { type: 'appraisalFollowUp', filters: [{ field: 'ballotId', op: 'is', value: ballotId }], limit: 500 }, { enabled })
  const counts = new Map<string, number>()
  for (const row of data?.rows ?? []) {
    const { personId } = appraisalFollowUp.stored.parse(row)
    counts.set(personId, (counts.get(personId) ?? 0) + 1)
  }
  return counts
}
