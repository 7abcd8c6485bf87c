import { useState } from 'react'
import type { FormName } from '../../shared/api/forms.ts'
import { type BallotKindName, ballotKinds } from '../../shared/domain/ballot-words.ts'
import { forms } from '../../shared/forms/index.ts'
import { useQuery } from '../api/hooks.ts'
import { FormMenu } from '../forms/FormMenu.tsx'
import { Link } from '../ui/Link.tsx'
import { SelectBox } from '../ui/SelectBox.tsx'
import type { CaseData } from './use-case.ts'
import type { StepShown } from './words.ts'

interface Props {
  readonly data: CaseData
  readonly step: StepShown
}

/** The forms that a step is done on, printed from the case; of one that is voted on, the papers and the tally of its ballot. */
export function StepForms({ data, step: { key, since, forms: own, vote } }: Props) {
  const { record, records, subjects } = data
  const [only, setOnly] = useState<string | null>(null)
  const chosen = subjects.find(({ id }) => id === only)
  if (record.voidedAt !== null || (own.length === 0 && vote === null)) return null
  const named = records.findLast(found => found.step === key && found.turn >= since && found.voidedAt === null && found.ballotId !== null)
  return (
    <div className="case-forms" role="group" aria-label="这一步的表">
      {own.length > 0 && subjects.length > 1 && (
        <div className="case-whose">
          <SelectBox
            small
            label="打印哪些人选"
            value={chosen?.id ?? null}
            none={`全部 ${subjects.length} 名人选`}
            options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOnly}
          />
        </div>
      )}
      {own.map(form => (
        <FormMenu
          key={form}
          small
          form={form}
          params={{ caseIds: [record.id], ...(chosen && { candidateIds: [chosen.id] }) }}
          name={`${forms[form].label}（${chosen?.name ?? record.name}）`}
          label={forms[form].label}
        />
      ))}
      {vote !== null &&
        (record.personId === null ? (
          <OfBallot kind={vote} ballotId={named?.ballotId ?? null} name={record.name} picked />
        ) : (
          <OfPerson kind={vote} personId={record.personId} name={record.name} />
        ))}
    </div>
  )
}

const papers = ['ballotPaper', 'ballotSummary'] as const satisfies readonly FormName[]
/** What is handed out and what is counted is called by what is held: votes on people, grades, names for a post. */
const wordsOf = (kind: BallotKindName): Readonly<Record<(typeof papers)[number], string>> => {
  if (kind === 'meetingRecommendation' || kind === 'talkRecommendation') return { ballotPaper: '推荐票', ballotSummary: '推荐结果汇总表' }
  if (kind === 'cadreAssessment' || kind === 'teamAssessment') return { ballotPaper: '测评票', ballotSummary: '测评结果汇总表' }
  return { ballotPaper: '票决票', ballotSummary: '票决结果汇总表' }
}

/** The vote on the person a case is about: the last that was held. */
function OfPerson({ kind, personId, name }: { readonly kind: BallotKindName; readonly personId: string; readonly name: string }) {
  const { data } = useQuery('ballot.ofPerson', { personId })
  const last = (data ?? []).filter(found => found.kind === kind).toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))[0]
  return data ? <OfBallot kind={kind} ballotId={last?.ballotId ?? null} name={name} title={last?.name} /> : null
}

interface OfBallotProps {
  readonly kind: BallotKindName
  /** Null where none has been made, or the step does not name it yet. */
  readonly ballotId: string | null
  readonly name: string
  readonly title?: string | undefined
  /** The step names its ballot: it is not found by a person. */
  readonly picked?: boolean
}

/** What the ballot engine prints of a vote; where there is none yet, the way to it. */
function OfBallot({ kind, ballotId, name, title, picked = false }: OfBallotProps) {
  const words = wordsOf(kind)
  if (ballotId === null)
    return (
      <span className="t12 ink-3">
        {words.ballotPaper}和汇总表在
        <Link to="/ballots" className="link">
          票决和测评
        </Link>
        里组织“{ballotKinds[kind]}”{picked ? '，在这一步选上' : ''}以后打印
      </span>
    )
  return papers.map(form => (
    <FormMenu key={form} small form={form} params={{ ballotId }} name={`${words[form]}（${name}）`} label={words[form]} title={title} />
  ))
}
