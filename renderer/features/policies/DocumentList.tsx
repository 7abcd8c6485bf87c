import type { policiesApi } from '../../../shared/api/policies.ts'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import { policyLevels } from '../../../shared/domain/policy.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { StateStrip, StateWords } from './StateStrip.tsx'

export type PolicyRow = OutputOf<(typeof policiesApi)['policies.list']>[number]

interface Props {
  readonly documents: readonly PolicyRow[]
  /** The one in view; all of them without. */
  readonly current: string | undefined
  onChoose(id: string | undefined): void
  onVoided(): void
}

const about = ({ number, issuer, issuedOn, status }: PolicyRow): string =>
  [number ?? issuer, issuedOn && `${yearOf(issuedOn)} 年`, status === 'inForce' ? '' : status === 'superseded' ? '已被替代' : '已废止']
    .filter(Boolean)
    .join(' · ')

/** The documents by level, each with how its clauses stand. */
export function DocumentList({ documents, current, onChoose, onVoided }: Props) {
  const levels = Object.entries(policyLevels).flatMap(([level, label]) => {
    const own = documents.filter(document => document.level === level)
    return own.length > 0 ? [{ label, own }] : []
  })
  const clauses = documents.reduce((sum, document) => sum + document.clauses, 0)
  return (
    <Card fill className="policy-documents" label="文件">
      <div className="card-body">
        <button type="button" className="policy-document all" aria-current={current === undefined} onClick={() => onChoose(undefined)}>
          <span className="row">
            <b className="ellipsis">全部文件</b>
            <span className="space" />
            {clauses}
          </span>
        </button>
        {levels.map(({ label, own }) => (
          <section key={label} aria-label={label}>
            <h3>{label}</h3>
            {own.map(document => (
              <button
                key={document.id}
                type="button"
                className="policy-document"
                aria-current={current === document.id}
                title={document.title}
                onClick={() => onChoose(document.id)}
              >
                <span className="row">
                  <b className="ellipsis">{document.title}</b>
                  <span className="space" />
                  {document.clauses}
                </span>
                {about(document) && <span className="t12 ink-3 ellipsis">{about(document)}</span>}
                {document.clauses > 0 ? (
                  <>
                    <StateStrip totals={document.totals} />
                    <StateWords totals={document.totals} />
                  </>
                ) : (
                  <span className="t12 ink-3">还没有条款</span>
                )}
              </button>
            ))}
          </section>
        ))}
        <Button kind="text" small icon="undo" className="policy-voided" onClick={onVoided}>
          看已作废的
        </Button>
      </div>
    </Card>
  )
}
