import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import type { BallotRow } from '../../shared/domain/ballot.ts'
import type { smallOffice } from './office.ts'

type Office = Pick<Awaited<ReturnType<typeof smallOffice>>, 'call' | 'first'>

/** A ballot of a kind in the first branch with a list of its own, and groups of voters if it has any. */
export async function held(
  office: Office,
  kind: BallotKindName,
  rows: readonly BallotRow[],
  { groups, ...draft }: { groups?: readonly { code: string; label: string; weight: number; eligible: number | null }[]; [field: string]: unknown } = {},
) {
  const { call, first } = office
  const made = await call('ballot.create', {
    draft: { name: '本次', kind, organizationId: first, year: 2026, heldOn: '2026-11-20', place: '会议室', chair: '唐立', eligible: 23, present: 21, ...draft },
    rows: [...rows],
  })
  if (groups) await call('ballot.save', { ballotId: made.id, version: made.version, groups: [...groups] })
  return made.id
}

type Votes = Readonly<Record<string, number>>

/** Counts and closes: for every group its valid papers, and by row and item the votes of each option. */
export async function counted(
  { call }: Office,
  ballotId: string,
  groups: Readonly<Record<string, { readonly valid: number; readonly rows: Readonly<Record<number, Readonly<Record<string, Votes>>>> }>>,
) {
  const tallies = Object.entries(groups).flatMap(([groupCode, { rows }]) =>
    Object.entries(rows).flatMap(([row, items]) =>
      Object.entries(items).flatMap(([item, votes]) =>
        Object.entries(votes).map(([option, n]) => ({ groupCode, row: Number(row), item, option, votes: n, points: null })),
      ),
    ),
  )
  const { countId, version } = await call('ballot.count', {
    ballotId,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: Object.entries(groups).map(([groupCode, { valid }]) => ({ groupCode, issued: valid, returned: valid, valid, invalid: 0 })),
    tallies,
  })
  await call('ballot.close', { countId, version, closedOn: '2026-11-21' })
}
