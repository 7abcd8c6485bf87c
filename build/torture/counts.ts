import type { Connections } from '../../main/db/open.ts'

/** What a closed count of 民主评议 must be, whatever happened on the way: sums that agree, papers in no order of a stack, nothing left of their salt. */
export function wrongCounts(sqlite: Connections['writer']): string[] {
  const ids = (sql: string) => sqlite.prepare<[], string>(sql).pluck().all()
  const closed = "ballotCount c JOIN ballot b ON b.id = c.ballotId AND b.kind = 'memberAppraisal' WHERE c.closedOn IS NOT NULL"
  const unequal = ids(`
    SELECT DISTINCT c.id FROM ballotTally t JOIN ballotReturn r ON r.ballotCountId = t.ballotCountId AND r.groupCode = t.groupCode JOIN ${closed.replace('WHERE', 'WHERE c.id = t.ballotCountId AND')}
    GROUP BY c.id, t.groupCode, t.row, t.item HAVING sum(t.votes) <> r.valid`)
  const half = ids(`SELECT c.id FROM ${closed} AND NOT EXISTS (SELECT 1 FROM ballotTally t WHERE t.ballotCountId = c.id)`)
  const ordered = ids(`
    SELECT DISTINCT a.ballotCountId FROM ballotPaper a JOIN ballotPaper n ON n.ballotCountId = a.ballotCountId AND n.groupCode = a.groupCode AND n.entry = a.entry AND n.number = a.number + 1
    JOIN ${closed.replace('WHERE', 'WHERE c.id = a.ballotCountId AND')} AND a.marks > n.marks`)
  const salted = ids(`SELECT c.id FROM ${closed} AND EXISTS (SELECT 1 FROM memory m WHERE m.actor = '' AND m.key = 'salt ballotPaper ' || c.id)`)
  return [
    ...unequal.map(id => `the closed count ${id} has sums that do not agree`),
    ...half.map(id => `the closed count ${id} has no sums`),
    ...ordered.map(id => `the closed count ${id} keeps its papers in another order than what they say`),
    ...salted.map(id => `the closed count ${id} has kept the salt of its papers`),
  ]
}
