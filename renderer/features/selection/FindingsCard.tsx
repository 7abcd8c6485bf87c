import { recordPlace } from '../../../shared/due/places.ts'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import type { Over } from './DossierOver.tsx'
import { type Dossier } from './use-dossier.ts'

interface Props {
  readonly dossier: Dossier
  onOver(over: Over): void
}

type Finding = Dossier['findings'][number]

/** 提示: what asks for attention, each with its clause and a way to the record it rests on. It decides nothing. */
export function FindingsCard({ dossier, onOver }: Props) {
  const { findings } = dossier
  const warnings = findings.filter(({ tone }) => tone === 'warn').length
  const waiting = findings.length - warnings
  if (findings.length === 0) return null
  const note = [warnings > 0 ? `须核实 ${warnings} 条` : '', waiting > 0 ? `等办 ${waiting} 条` : ''].filter(Boolean).join('，')
  return (
    <Card title="提示" note={note}>
      <ul className="selection-findings">
        {findings.map((found, i) => (
          <li key={i} className={found.tone}>
            <Icon name={found.tone === 'warn' ? 'warn' : 'clock'} size={14} className={found.tone === 'warn' ? 'tone-short' : 'tone-soon'} />
            <div>
              <Cause found={found} dossier={dossier} onOver={onOver} />
              <span className="t12 ink-3">{found.clause}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The sentence, which opens the record behind it. */
function Cause({ found, dossier, onOver }: Props & { readonly found: Finding }) {
  const candidate = dossier.candidates.find(({ record }) => record.id === found.candidateId)
  const open = candidate && overOf(found, candidate)
  if (open)
    return (
      <button type="button" className="link plain" onClick={() => onOver(open)}>
        {found.message}
      </button>
    )
  const path = pathOf(found, candidate)
  return path === null ? <span>{found.message}</span> : <Link to={path}>{found.message}</Link>
}

/** What is kept in the dossier itself is opened over it. */
function overOf({ evidence, code }: Finding, candidate: Dossier['candidates'][number]): Over | null {
  if (evidence?.type === 'candidateCheck') {
    const check = candidate.checks.find(({ id }) => id === evidence.id)
    return check ? { what: 'check', candidate, matter: check.matter } : null
  }
  if (evidence?.type === 'noticeObjection') return { what: 'objection', candidate, id: evidence.id }
  return code === 'exception' ? { what: 'candidate', candidate } : null
}

/** What is kept elsewhere, where it is shown. */
function pathOf({ evidence, code }: Finding, candidate: Dossier['candidates'][number] | undefined): string | null {
  // What somebody may not open has no way to it either.
  if (code === 'bar') return evidence && recordPlace(evidence.type, evidence.id)
  if (evidence === null) return candidate ? `/cadres/of/${candidate.record.personId}` : null
  if (evidence.type === 'cadre') return candidate ? `/cadres/of/${candidate.record.personId}` : null
  if (evidence.type === 'person') return `/people/${evidence.id}`
  if (evidence.type === 'gradeDecision') return '/ballots'
  return null
}
