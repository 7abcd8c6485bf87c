import type { BarFindingShown } from '../../shared/api/bars.ts'
import { recordPlace } from '../../shared/due/places.ts'
import { Banner } from '../ui/Banner.tsx'
import { Link } from '../ui/Link.tsx'
import './records.css'

/** 影响期 that speaks where somebody is entered or decided upon: a warning with its clause, and a way to the record for who may open it. It holds nothing up. */
export function BarNotices({ bars }: { readonly bars: readonly BarFindingShown[] }) {
  if (bars.length === 0) return null
  return (
    <Banner kind="warn" icon="warn">
      <ul className="bar-notices">
        {bars.map(({ message, clause, evidence }, i) => (
          <li key={i}>
            {evidence === null ? <b>{message}</b> : <Link to={recordPlace(evidence.type, evidence.id)}>{message}</Link>}
            {clause !== '' && <span className="t12 ink-3">{clause}</span>}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
