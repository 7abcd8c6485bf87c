import { type BallotState, ballotStates } from '../../shared/domain/ballot-words.ts'
import { StatusChip } from '../ui/StatusChip.tsx'
import { stateLooks } from './words.ts'

/** How far a ballot is: 未计票, 计票中, 已封票, 已评定. */
export const StateChip = ({ state }: { readonly state: BallotState }) => (
  <StatusChip tone={stateLooks[state].tone} icon={stateLooks[state].icon} word={ballotStates[state]} />
)
