import { overall } from '../../shared/ballots/kind.ts'
import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import type { ReadScope } from '../app/scopes.ts'
import { baseFigures, readBallot } from '../ballots/read.ts'
import { resultOf, shownRow } from '../ballots/results.ts'

/** Which votes of a ballot are shown beside a candidate: 推荐票, 优秀票, 同意票. */
const counted: Readonly<Partial<Record<BallotKindName, string>>> = {
  talkRecommendation: 'chosen',
  meetingRecommendation: 'chosen',
  cadreAssessment: 'excellent',
  teamAssessment: 'excellent',
  committeeVote: 'agree',
}

/** What a closed ballot of a dossier came to, by person and by name. */
export interface DossierBallot {
  readonly ballotId: string
  readonly step: string
  readonly kind: BallotKindName
  readonly name: string
  readonly heldOn: string | null
  readonly closedOn: string | null
  readonly figures: ReturnType<typeof baseFigures>
  readonly rows: readonly {
    readonly personId: string | null
    readonly name: string
    readonly post: string | null
    readonly votes: number | null
    readonly of: number
    /** Votes by option, of the overall question. */
    readonly each: Readonly<Record<string, number | null>>
  }[]
}

/** The ballots that the steps of a dossier name, in the order of the steps. Of an open count there are no figures: only a closed one has a result. */
export async function ballotsOf(db: ReadScope['db'], steps: readonly Pick<CaseStep, 'step' | 'ballotId'>[]): Promise<readonly DossierBallot[]> {
  const held = steps.flatMap(({ step, ballotId }) => (ballotId === null ? [] : [{ step, ballotId }]))
  return Promise.all(
    held.map(async ({ step, ballotId }) => {
      const whole = await readBallot(db, ballotId)
      const closedOn = whole.count?.closedOn ?? null
      const { name, heldOn } = whole.ballot
      const of = { ballotId, step, kind: whole.kind.name, name, heldOn, closedOn, figures: baseFigures(whole) }
      const option = counted[whole.kind.name]
      if (closedOn === null || option === undefined) return { ...of, rows: [] }
      const { rows, hidden } = resultOf(whole)
      return {
        ...of,
        rows: rows.map(row => {
          const { total } = shownRow(row, hidden)
          const on = whole.rows.find(({ number }) => number === row.number)
          return {
            personId: on?.personId ?? null,
            name: on?.name ?? '',
            post: on?.post ?? null,
            votes: total.votes[overall]?.[option] ?? null,
            of: total.valid,
            each: total.votes[overall] ?? {},
          }
        }),
      }
    }),
  )
}
