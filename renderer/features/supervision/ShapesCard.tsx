import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import { shapeAlerts } from '../../../shared/rules/evaluation-shape.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'

type Shape = SupervisionBoard['shapes'][number]

/** 3 人全部评为优秀; 90 票中 88 票投优秀; 26 人没有一条意见. */
function says({ alert, part, of, same }: Shape): string {
  if (alert === 'noWords') return `${of} 人评定等次，没有写一条意见`
  const all = part === of ? '全部' : `${part}`
  return alert === 'sameGrade' ? `${of} 人${all}评为${same}` : `${of} 票${all}投${same}`
}

/** 测评形态: appraisals that gave everybody the same, or in which nobody wrote a word. They are opened and looked into, not judged here. */
export function ShapesCard({ shapes }: { readonly shapes: readonly Shape[] }) {
  return (
    <Card fill title="测评形态提示" note={shapes.length > 0 ? `${shapes.length} 条` : undefined}>
      {shapes.length === 0 ? (
        <EmptyState icon="check" title="没有要提示的测评。">
          同一等次过于集中、没有写意见的测评列在这里。
        </EmptyState>
      ) : (
        <ul className="card-body sup-shapes">
          {shapes.map(shape => (
            <li key={`${shape.ballotId} ${shape.alert}`}>
              <Link to={`/ballots/${encodeURIComponent(shape.ballotId)}`} className="short-name">
                <b>{shapeAlerts[shape.alert]}</b>
                <span className="ink-3"> {says(shape)}</span>
                <span className="clause ellipsis">{[shape.name, shape.organization].filter(Boolean).join('，')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
