import { ballotKinds } from '../../shared/domain/ballot-words.ts'
import { useQuery } from '../api/hooks.ts'
import { Card } from '../ui/Card.tsx'
import { Link } from '../ui/Link.tsx'
import { Grade } from './Grade.tsx'
import { StateChip } from './StateChip.tsx'
import './grades.css'

/** 历年评议和测评 of one person: what was concluded, and the way to the count; nothing where no ballot ever had the name. */
export function BallotHistory({ personId }: { readonly personId: string }) {
  const { data } = useQuery('ballot.ofPerson', { personId }, { keep: false })
  if (!data || data.length === 0) return null
  return (
    <Card title="评议和测评" note={`${data.length} 次`}>
      <ul className="ballot-history">
        {data.map(({ ballotId, year, kind, name, state, grade, decidedOn }) => (
          <li key={ballotId}>
            <span className="ink-3">{year}</span>
            <Link
              to={`/ballots/${encodeURIComponent(ballotId)}${state === 'closed' || state === 'decided' ? '/result' : ''}`}
              className="link ellipsis"
              title={name}
            >
              {ballotKinds[kind]}
            </Link>
            <span title={decidedOn === null ? undefined : `${decidedOn} 研究`}>{grade === null ? <StateChip state={state} /> : <Grade grade={grade} />}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
