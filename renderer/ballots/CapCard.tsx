import { ballotGrades } from '../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../api/client.ts'
import { Card } from '../ui/Card.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import { Link } from '../ui/Link.tsx'
import './grades.css'

type Cap = NonNullable<CallOutput<'ballot.get'>['cap']>

/** Above so many a strip says less than a number. */
const slotsShown = 60

/** 优秀名额: how many have been given of how many, one square for each of the base. */
export function CapCard({ cap, used, closed }: { readonly cap: Cap; readonly used: number; readonly closed: boolean }) {
  const { most, base, baseLabel, words, clause } = cap
  const grade = ballotGrades[cap.grade]
  const full = used >= most
  const says =
    used > most
      ? `多出 ${used - most} 名。改下 ${used - most} 人，或对超出的写明理由。`
      : full
        ? `再评${grade}须先改下一人，或写明理由。`
        : closed
          ? `还可以评 ${most - used} 名。`
          : '封票后评定。'
  return (
    <Card
      title={`${grade}名额`}
      actions={
        <Link to="/settings?tab=parameters&parameter=ballot.excellentBase" className="link t12">
          换基数
        </Link>
      }
    >
      <div className="cap">
        <div className="cap-figure">
          <b className={used > most ? 'tone-short' : ''}>{used}</b>
          <span>/ {most} 名</span>
          <span className="space" />
          {used > most ? <StatusChip tone="short" word="超出" /> : full ? <StatusChip tone="near" word="已满" /> : null}
        </div>
        {base <= slotsShown && (
          <div className="cap-slots" aria-hidden>
            {Array.from({ length: base }, (_, i) => (
              <i key={i} className={i < used ? (i < most ? 'given' : 'over') : i === most ? 'end' : ''} />
            ))}
          </div>
        )}
        <p className="t12 ink-3">
          {baseLabel} {base} 人，最多 {most} 名。{says}
        </p>
        <p className="t12 clause">{clause || words}</p>
      </div>
    </Card>
  )
}
