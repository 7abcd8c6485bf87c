import type { CallOutput } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { ballotPath } from './words.ts'

/** The ballots that score by a scheme. */
export function UsedCard({ ballots }: { readonly ballots: CallOutput<'scheme.get'>['ballots'] }) {
  return (
    <Card title="用于测评" note={`${ballots.length} 次`}>
      <ul className="scheme-part scheme-used">
        {ballots.slice(0, 12).map(({ id, name, organization, counted }) => (
          <li key={id}>
            <Link to={ballotPath(id)}>{name}</Link>
            <span className="space" />
            <span className="t12 ink-3">{counted ? '已计票' : organization}</span>
          </li>
        ))}
        {ballots.length > 12 && <li className="t12 ink-3">另有 {ballots.length - 12} 次</li>}
      </ul>
    </Card>
  )
}
