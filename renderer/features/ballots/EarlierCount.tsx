import { TallyIndex } from '../../../shared/rules/ballot-checks.ts'
import { ballots } from '../../../shared/ballots/index.ts'
import { useQuery } from '../../api/hooks.ts'
import { onPaper, planFor } from '../../ballots/plan.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { contentOf, linesOf, returnOf } from './count-content.ts'
import { TotalsCard } from './TotalsCard.tsx'

interface Props {
  readonly ballotId: string
  readonly countId: string
  onClose(): void
}

const nothing = () => undefined

/** A count that was corrected since, as it was signed. */
export function EarlierCount({ ballotId, countId, onClose }: Props) {
  const { data, error } = useQuery('ballot.get', { ballotId, countId }, { keep: false })
  const count = data?.count
  const says = count ? `${count.closedOn ?? ''} 封票，计票人 ${count.firstTeller ?? ''}、${count.secondTeller ?? ''}，监票人 ${count.scrutineer ?? ''}` : ''
  return (
    <Dialog open size={720} title={count ? `第 ${count.number} 次计票` : '更正前的计票'} sub={says} onClose={onClose}>
      <ErrorBanner error={error} />
      {data && (
        <div className="earlier-counts">
          {data.groups
            .filter(({ code }) => !data.hidden.includes(code))
            .map(({ code, label }) => {
              const plan = planFor(data.kind, data.items)
              const lines = linesOf(plan, onPaper(data.rows))
              const { issued, returned, valid, invalid } = returnOf(data.returns, code)
              return (
                <section key={code}>
                  <p className="t13">
                    {data.groups.length > 1 && <b>{label}　</b>}发出 {issued ?? '—'}，收回 {returned ?? '—'}，有效 {valid ?? '—'}，无效 {invalid ?? '—'}
                  </p>
                  <div className="earlier-table">
                    <TotalsCard
                      kind={ballots[data.kind]}
                      plan={plan}
                      group={code}
                      lines={lines}
                      content={contentOf(data)}
                      index={new TallyIndex(data.tallies)}
                      valid={valid}
                      facts={new Map()}
                      checks={[]}
                      readOnly
                      saved={`${lines.length} 行`}
                      onEdit={nothing}
                      onUndo={nothing}
                    />
                  </div>
                </section>
              )
            })}
        </div>
      )}
    </Dialog>
  )
}
