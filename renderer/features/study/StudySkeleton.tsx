import { Card } from '../../ui/Card.tsx'
import { FigureStrip } from '../../ui/Figure.tsx'

/** The shape of the dashboard while its numbers are on the way. */
export function StudySkeleton() {
  return (
    <div className="study-body" role="status" aria-label="正在读取学时">
      <FigureStrip weights={[1.35, 1, 1, 1, 1.2, 1.2]}>
        {[0, 1, 2, 3, 4, 5].map(i => (
          <div key={i} className="figure">
            <i className="ghost" style={{ width: 72 }} />
            <i className="ghost tall" />
            <i className="ghost" />
          </div>
        ))}
      </FigureStrip>
      <div className="study-columns">
        <div className="study-work">
          <Card className="trend-card" title="人均学时与时序">
            <div className="trend" />
          </Card>
          <Card fill className="matrix" title="月份 × 支部">
            {[0, 1, 2, 3, 4, 5].map(i => (
              <i key={i} className="ghost row-ghost" />
            ))}
          </Card>
        </div>
        <div className="short-frame">
          <Card fill title="未达标">
            {[0, 1, 2, 3, 4, 5].map(i => (
              <i key={i} className="ghost row-ghost" />
            ))}
          </Card>
        </div>
      </div>
    </div>
  )
}
