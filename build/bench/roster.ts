import { readFile } from 'node:fs/promises'
import { Workbook } from '@cj-tech-master/excelts'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { readWorkbook } from '../../main/files/workbook.ts'
import { countyRoster } from './county-roster.ts'
import { type Figure, rounded, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, type OpenOffice, openOffice } from './offices.ts'

/**
 * The roster of the county, 20,135 rows of one workbook, imported into an office that has its organizations: read,
 * recognised, checked row by row, written with an audit line each. Two floors: what a common library takes to read the
 * workbook alone; and the program's own reader with the finished rows and audit lines inserted by bare statements.
 */
export const rosterImport: Figure = {
  name: 'import.people',
  async measure({ quick, say }) {
    const { office, workbook } = await countyRoster(say)
    let finished: Finished | undefined
    const imported = async () => {
      const copy = copyOf(office)
      const opened = await openOffice(copy.folder)
      const ms = await timed(() => importInto(opened, workbook))
      finished ??= finishedRows(opened)
      await opened.close()
      copy.remove()
      return ms
    }
    const readByLibrary = async () => {
      const bytes = await readFile(workbook)
      return timed(() => new Workbook().xlsx.load(bytes))
    }
    const readAndInserted = async () => {
      const copy = copyOf(office)
      const opened = await openOffice(copy.folder)
      const sqlite = opened.bare()
      const rows = finished ?? { people: [], audit: [] }
      const ms = (await timed(() => readWorkbook(workbook))) + (await timed(() => insertBare(sqlite, rows)))
      sqlite.close()
      await opened.close()
      copy.remove()
      return ms
    }
    const rounds = quick ? 1 : 3
    const results = [
      times('import.people', await compare(rounds, imported, readByLibrary), 2.5),
      times('import.people.written', await compare(rounds, imported, readAndInserted), 2.5),
    ]
    const own = await compare(rounds, () => timed(() => readWorkbook(workbook)), readByLibrary)
    say(`  the program's own reader takes ${rounded(own.value)} ms`)
    return results
  },
}

async function importInto({ call, tokens }: OpenOffice, workbook: string): Promise<void> {
  const { created } = await call('import.write', { kind: 'people', file: tokens.offer(workbook), job: 'bench' })
  if (created !== 20_135) throw new Error(`${created} people were imported`)
}

interface Finished {
  readonly people: readonly unknown[][]
  readonly audit: readonly unknown[][]
}

function finishedRows({ bare }: OpenOffice): Finished {
  const sqlite = bare()
  const people = sqlite.prepare<unknown[], unknown[]>('SELECT * FROM person').raw().all()
  const audit = sqlite.prepare<unknown[], unknown[]>("SELECT * FROM audit WHERE recordType = 'person'").raw().all()
  sqlite.close()
  return { people, audit }
}

/** One transaction, as durable as the program's. */
function insertBare(sqlite: SQLite.Database, { people, audit }: Finished): void {
  const statement = (table: string, width: number) => sqlite.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: width }, () => '?').join(', ')})`)
  sqlite.exec('BEGIN IMMEDIATE')
  const person = statement('person', people[0]?.length ?? 0)
  for (const row of people) person.run(row)
  const line = statement('audit', audit[0]?.length ?? 0)
  let seq = Number(sqlite.prepare('SELECT max(seq) FROM audit').pluck().get())
  for (const [, ...row] of audit) line.run(++seq, ...row)
  sqlite.exec('COMMIT')
}
