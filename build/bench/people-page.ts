import { person } from '../../shared/domain/person.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { Figure, Result } from './figure.ts'
import { rounded } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice } from './offices.ts'

/** A column with an index costs SQLite next to nothing; what is below `free` is quick whatever the ratio. */
const limits = { times: 2, ms: 100, free: 10 }

/**
 * The first 100 of 20,135 people, sorted by each column of the list; the slowest column is told.
 * Floor: SELECT … ORDER BY … LIMIT 100 and the count, by hand.
 */
export const peoplePage: Figure = {
  name: 'people.page',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const count = sqlite.prepare('SELECT count(*) FROM person WHERE voidedAt IS NULL').pluck()
    const results: (Result & { column: string })[] = []
    for (const [column, field] of Object.entries(person.fields).filter(([name]) => person.list.includes(name))) {
      const page = sqlite.prepare(
        `SELECT p.id, p.version, ${person.list.map(name => `p.${name}`).join(', ')}, o.name AS organization FROM person p LEFT JOIN organization o ON o.id = p.organizationId WHERE p.voidedAt IS NULL ORDER BY ${orderBy(column, field)}, p.id LIMIT 100`,
      )
      const measured = await compare(
        Math.min(rounds, 5),
        () => timed(() => call('records.list', { type: 'person', sort: { field: column }, limit: 100 })),
        () => timed(() => [page.all(), count.get()]),
      )
      const ratio = measured.value / measured.floor
      results.push({
        name: 'people.page',
        column,
        value: rounded(measured.value),
        unit: 'ms',
        floor: rounded(measured.floor),
        ratio: rounded(ratio),
        goal: `≤ ${limits.times} × floor or ≤ ${limits.free} ms, and ≤ ${limits.ms} ms`,
        met: (ratio <= limits.times || measured.value <= limits.free) && measured.value <= limits.ms,
      })
    }
    sqlite.close()
    await close()
    const met = results.every(r => r.met)
    for (const r of results.filter(one => !one.met)) say(`  sorted by ${r.column}: ${r.value} ms, ${r.ratio} × floor`)
    const worst = results.toSorted((a, b) => Number(a.met) - Number(b.met) || b.value - a.value)[0]
    if (!worst) throw new Error('the list of people has no columns')
    const { column, ...result } = worst
    say(`  worst column: ${column}`)
    return [{ ...result, met }]
  },
}

/** Names sort as they sound, branches by theirs, choices in the order of their list: by hand as in the program. */
function orderBy(column: string, field: Field): string {
  if (column === 'name') return 'p.nameOrder'
  if (column === 'organizationId') return 'o.nameOrder'
  if (field.choices)
    return `CASE p.${column} ${Object.keys(field.choices)
      .map((key, i) => `WHEN '${key}' THEN ${i}`)
      .join(' ')} ELSE 99 END`
  return `p.${column}`
}
