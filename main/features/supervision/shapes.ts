import { sql } from 'kysely'
import { overall } from '../../../shared/ballots/kind.ts'
import { ballots } from '../../../shared/ballots/index.ts'
import { ballotGrades, type BallotKindName } from '../../../shared/domain/ballot-words.ts'
import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { shapeOf } from '../../../shared/rules/evaluation-shape.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { raw } from '../../db/raw.ts'

/** The ballots that give grades: a vote or a choice of names has no shape to look at. */
const graded: readonly BallotKindName[] = ['memberAppraisal', 'teamAssessment', 'dutyReport', 'accountability']

interface Voted {
  readonly ballotId: string
  readonly option: string
  readonly votes: number
}

/** 测评形态: appraisals held in a year (of it, where the day is not on file) whose grades, votes or want of words say that nobody appraised. */
export async function oddShapes(
  db: ReadScope['db'],
  { year, percent, within }: { readonly year: number; readonly percent: number; readonly within: (organizationId: string | null) => boolean },
): Promise<SupervisionBoard['shapes']> {
  const held = (
    await db
      .selectFrom('ballot as b')
      .leftJoin('organization as o', 'o.id', 'b.organizationId')
      .select(['b.id', 'b.name', 'b.kind', 'b.organizationId', 'o.name as organization'])
      .where('b.voidedAt', 'is', null)
      .where(row => row.or([row.between('b.heldOn', firstDayOf(year), lastDayOf(year)), row.and([row('b.heldOn', 'is', null), row('b.year', '=', year)])]))
      .where('b.kind', 'in', graded)
      .orderBy('b.heldOn')
      .execute()
  ).filter(({ organizationId }) => within(organizationId))
  const ids = held.map(({ id }) => id)
  const decisions = await db
    .selectFrom('gradeDecision')
    .select(['ballotId', 'grade', 'reason', 'advice', 'selfNote', 'mutualNote', 'superiorOpinion'])
    .where('voidedAt', 'is', null)
    .where(among('ballotId', ids))
    .execute()
  const decided = Map.groupBy(decisions, ({ ballotId }) => ballotId)
  const { rows } = await sql<Voted>`
    SELECT c.ballotId, t.option, sum(t.votes) AS votes FROM ballotCount c JOIN ballotTally t ON t.ballotCountId = c.id
    WHERE c.voidedAt IS NULL AND c.closedOn IS NOT NULL AND t.item = ${overall} AND t.option <> 'blank' AND ${among('c.ballotId', ids)}
      AND c.number = (SELECT max(n.number) FROM ballotCount n WHERE n.ballotId = c.ballotId AND n.voidedAt IS NULL AND n.closedOn IS NOT NULL)
    GROUP BY c.ballotId, t.option`.execute(raw(db))
  const voted = Map.groupBy(rows, ({ ballotId }) => ballotId)
  return held.flatMap(({ id, name, kind, organization }) => {
    const { options } = ballots[kind].paper
    const labelOf = (key: string): string =>
      options.find(option => option.key === key)?.label ?? Object.entries(ballotGrades).find(([grade]) => grade === key)?.[1] ?? ''
    return shapeOf(
      {
        id,
        decisions: (decided.get(id) ?? []).map(({ grade, reason, advice, selfNote, mutualNote, superiorOpinion }) => ({
          grade,
          words: [reason, advice, selfNote, mutualNote, superiorOpinion].some(Boolean),
        })),
        votes: Object.fromEntries((voted.get(id) ?? []).map(({ option, votes }) => [option, votes])),
      },
      percent,
    ).map(({ alert, part, of, same }) => ({ ballotId: id, name, organization: organization ?? '', alert, part, of, same: same === null ? '' : labelOf(same) }))
  })
}
