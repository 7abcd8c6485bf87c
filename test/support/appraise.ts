import type { Call } from '../../main/app/caller.ts'

/** 民主评议 of 2026, begun in these branches; and a word for the ballot of each. */
export async function appraise(call: Call, organizationIds: readonly string[], name = '2026年度民主评议党员') {
  const { roundId } = await call('ballot.startRound', {
    kind: 'memberAppraisal',
    year: 2026,
    name,
    startsOn: null,
    endsOn: null,
    heldOn: '2026-11-20',
    schemeId: null,
    organizationIds: [...organizationIds],
  })
  const { rows } = await call('ballot.list', { year: 2026, roundId })
  return { roundId, of: (organizationId: string) => rows.find(row => row.organizationId === organizationId)?.id ?? '' }
}
