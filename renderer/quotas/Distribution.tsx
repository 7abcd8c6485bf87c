import type { CallOutput } from '../api/client.ts'
import { Link } from '../ui/Link.tsx'

interface Props {
  readonly steps: CallOutput<'quota.board'>['distribution']
  /** What subjects are counted in: 人. */
  readonly head: string
  /** The list behind a step. */
  toOf(step: number): string
}

/** How many people have how much of their target, by quarters; each bar opens its people. */
export function Distribution({ steps, head, toOf }: Props) {
  const all = steps.reduce((sum, s) => sum + s.people, 0)
  const top = Math.max(1, ...steps.map(s => s.people))
  return (
    <div className="distribution">
      {steps.map((step, i) => (
        <Link key={step.label} to={toOf(i)} className="distribution-step" title={`打开${step.label}的 ${step.people} ${head}`}>
          <span>{step.label}</span>
          <span className="distribution-track">
            <b className={`step-${i}`} style={{ width: `${(step.people / top) * 100}%` }} />
          </span>
          <span className="right">
            {step.people > 0 ? <b>{step.people}</b> : <span className="zero">0</span>} {head}
          </span>
          <span className="right ink-3">{all > 0 ? `${((step.people / all) * 100).toFixed(1)}%` : ''}</span>
        </Link>
      ))}
    </div>
  )
}
