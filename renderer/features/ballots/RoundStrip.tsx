import { ballotStates } from '../../../shared/domain/ballot-words.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../../api/client.ts'

type Round = CallOutput<'ballot.rounds'>[number]

interface Props {
  readonly rounds: readonly Round[]
  readonly chosen: string | undefined
  onChoose(id: string): void
}

const states = ['decided', 'closed', 'counting', 'planned'] as const
const days = (from: string | null, to: string | null): string => (from === null && to === null ? '' : `${from?.slice(5) ?? ''}—${to?.slice(5) ?? ''}`)

/** 轮次: each with how far its ballots are; the one chosen narrows the list below. */
export const RoundStrip = ({ rounds, chosen, onChoose }: Props) => (
  <div className="rounds" role="group" aria-label="轮次">
    {rounds.map(round => {
      const of = (state: (typeof states)[number]) => round.byState[state] ?? 0
      const counted = of('closed') + of('decided')
      return (
        <button key={round.id} type="button" className="card round" aria-pressed={round.id === chosen} onClick={() => onChoose(round.id)}>
          <span className="round-head">
            <b className="ellipsis" title={`${round.name}（${ballotKinds[round.kind]}）`}>
              {round.name}
            </b>
            <span className="ink-3 t12">{days(round.startsOn, round.endsOn)}</span>
          </span>
          <span className="round-figures">
            <b>{counted}</b>
            <span className="ink-3">/ {round.ballots} 已封票</span>
            <span className="space" />
            <span className="t12 ink-3">
              {states
                .filter(state => state !== 'closed' && of(state) > 0)
                .map(state => `${ballotStates[state]} ${of(state)}`)
                .join('　')}
            </span>
          </span>
          <span className="round-bar" aria-hidden>
            {states.map(state => of(state) > 0 && <i key={state} className={state} style={{ flexGrow: of(state) }} />)}
          </span>
        </button>
      )
    })}
  </div>
)
