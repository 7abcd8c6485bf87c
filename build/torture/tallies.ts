import { isDeepStrictEqual } from 'node:util'
import type { Connections } from '../../main/db/open.ts'
import { Measures } from '../../main/records/measures.ts'
import { rebuildTally } from '../../main/records/recount.ts'
import { recordNames } from '../../shared/domain/index.ts'

type Rows = ReadonlyMap<string, string>

/** Which kept totals are not what a recount of the records makes of them. Nothing is changed. */
export function wrongTallies(sqlite: Connections['writer']): string[] {
  const prepare = (sql: string) => sqlite.prepare(sql)
  const measures = new Measures(prepare)
  const wrong: string[] = []
  sqlite.exec('BEGIN')
  try {
    for (const { tally } of recordNames.flatMap(measures.of)) {
      const measure = recordNames.flatMap(measures.of).find(m => m.tally === tally)
      if (!measure) continue
      const kept = rowsOf(sqlite, tally)
      rebuildTally(prepare, measure)
      if (!isDeepStrictEqual(kept, rowsOf(sqlite, tally))) wrong.push(`the kept total ${tally} is not its recount`)
    }
  } finally {
    sqlite.exec('ROLLBACK')
  }
  return wrong
}

/** Amounts by subject and year; nothing is as good as no row, and a millionth is no difference. */
function rowsOf(sqlite: Connections['writer'], tally: string): Rows {
  const rows = sqlite.prepare('SELECT * FROM tally WHERE tally = ? ORDER BY year, subjectId').raw().all(tally)
  const shown = rows.filter(row => Array.isArray(row)).map(([, year, subject, ...amounts]) => [`${year} ${subject}`, amounts.map(Number)] as const)
  return new Map(shown.filter(([, amounts]) => amounts.some(a => Math.abs(a) > 1e-4)).map(([key, amounts]) => [key, amounts.map(a => a.toFixed(3)).join(' ')]))
}
