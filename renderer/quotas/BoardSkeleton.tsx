import { Card } from '../ui/Card.tsx'
import { FigureStrip } from '../ui/Figure.tsx'

/** The shape of a board while its numbers are on the way. */
export function BoardSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="quota-body" role="status" aria-label={`正在读取${label}`}>
      <FigureStrip weights={[1.35, 1, 1, 1, 1.2, 1.2]}>
        {[0, 1, 2, 3, 4, 5].map(i => (
          <div key={i} className="figure">
            <i className="ghost" style={{ width: 72 }} />
            <i className="ghost tall" />
            <i className="ghost" />
          </div>
        ))}
      </FigureStrip>
      <div className="quota-columns">
        <div className="quota-work">
          <Card className="trend-card" title={`人均${label}与时序`}>
            <div className="trend" />
          </Card>
          <Card fill className="matrix" title="月份 × 党组织">
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
