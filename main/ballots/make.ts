import { ballots } from '../../shared/ballots/index.ts'
import type { BallotKind } from '../../shared/ballots/kind.ts'
import { ballot, type Ballot, type BallotGroup, ballotGroup, ballotRow } from '../../shared/domain/ballot.ts'
import { schemeGroup } from '../../shared/domain/scheme.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { lastDayOf } from '../../shared/rules/days.ts'
import type { WriteScope } from '../app/scopes.ts'
import { parametersOn } from '../records/parameters.ts'
import { linesOf } from './read.ts'
import type { Roll } from './roll.ts'

/** A new ballot with its list and its groups of voters. */
export async function makeBallot(scope: WriteScope, draft: DraftOf<typeof ballot>, roll: Roll): Promise<Ballot> {
  const { store } = scope
  const kind = ballots[draft.kind]
  const made = store.create(ballot, {
    ...draft,
    eligible: draft.eligible ?? (roll.eligible > 0 && kind.roll === 'members' ? roll.eligible : null),
    fullMembers: draft.fullMembers ?? (kind.roll === 'members' ? roll.fullMembers : null),
  })
  const listed = roll.rows.length > 0 ? store.writeLines(ballotRow, ballot, made, roll.rows) : made
  return store.writeLines(ballotGroup, ballot, listed, await groupsOf(scope, kind, made))
}

/** The groups a new ballot begins with: the scheme's, else those of the kind that have a weight on the day. */
async function groupsOf({ db }: WriteScope, kind: BallotKind, made: Ballot): Promise<BallotGroup[]> {
  if (made.schemeId !== null) {
    const groups = await linesOf(db, schemeGroup, made.schemeId)
    if (groups.length > 0) return groups.map(({ code, label, weight }) => ({ code, label, weight, eligible: null }))
  }
  const inForce = await parametersOn(db, made.heldOn ?? lastDayOf(made.year))
  const weighed = kind.groups.map(({ code, label, weight, parameter }) => ({
    code,
    label,
    weight: parameter === undefined ? weight : (inForce(parameter) ?? weight),
    eligible: null,
  }))
  const counting = weighed.filter(({ weight }) => weight > 0)
  const groups = counting.length > 0 ? counting : weighed
  return groups.map((group, i) => (groups.length === 1 && i === 0 ? { ...group, eligible: made.eligible } : group))
}
