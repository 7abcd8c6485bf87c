import type { FormName } from '../../shared/api/forms.ts'
import { type BallotKindName, ballotKinds } from '../../shared/domain/ballot-words.ts'
import { forms } from '../../shared/forms/index.ts'
import { useQuery } from '../api/hooks.ts'
import { FormMenu } from '../forms/FormMenu.tsx'
import { Link } from '../ui/Link.tsx'
import type { CaseData } from './use-case.ts'
import type { StepShown } from './words.ts'

interface Props {
  readonly data: CaseData
  readonly step: StepShown
}

/** The forms that a step is done on, printed from the case; of one that is voted on, the papers and the tally of its ballot. */
export function StepForms({ data: { record }, step: { forms: own, vote } }: Props) {
  const votes = vote !== null && record.personId !== null
  if (record.voidedAt !== null || (own.length === 0 && !votes)) return null
  return (
    <div className="case-forms" role="group" aria-label="这一步的表">
      {own.map(form => (
        <FormMenu key={form} small form={form} params={{ caseIds: [record.id] }} name={`${forms[form].label}（${record.name}）`} label={forms[form].label} />
      ))}
      {votes && record.personId !== null && <OfBallot kind={vote} personId={record.personId} name={record.name} />}
    </div>
  )
}

const papers = ['ballotPaper', 'ballotSummary'] as const satisfies readonly FormName[]
const paperLabels = { ballotPaper: '票决票', ballotSummary: '票决结果汇总表' } as const

/** What the ballot engine prints of the vote on this person; where there is none yet, the way to it. */
function OfBallot({ kind, personId, name }: { readonly kind: BallotKindName; readonly personId: string; readonly name: string }) {
  const { data } = useQuery('ballot.ofPerson', { personId })
  const last = (data ?? []).filter(found => found.kind === kind).toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))[0]
  if (!data) return null
  if (!last)
    return (
      <span className="t12 ink-3">
        票决票和汇总表在
        <Link to="/ballots" className="link">
          票决和测评
        </Link>
        里组织“{ballotKinds[kind]}”以后打印
      </span>
    )
  return papers.map(form => (
    <FormMenu
      key={form}
      small
      form={form}
      params={{ ballotId: last.ballotId }}
      name={`${paperLabels[form]}（${name}）`}
      label={paperLabels[form]}
      title={last.name}
    />
  ))
}
