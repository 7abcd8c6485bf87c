import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { useQuery } from '../../api/hooks.ts'

/** What the lines of the scheme propose for each row, but for those whom the cap leaves out or a tie makes doubtful; undefined where nothing is scored. */
export function useScored(ballotId: string, scored: boolean): ReadonlyMap<number, BallotGrade | null> | undefined {
  const { data } = useQuery('scheme.results', { ballotId }, { enabled: scored, keep: false })
  if (!scored) return undefined
  return new Map(data?.rows.map(({ row, proposed, place }) => [row, place === null || place === 'within' ? proposed : null]))
}
