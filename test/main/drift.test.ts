import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { lineNames, lines, recordNames, records } from '../../shared/domain/index.ts'
import { type LinesType, type RecordType, systemColumns } from '../../shared/records/record.ts'
import { withDatabase } from '../support/database.ts'

const derived = ['pinyin', 'initials', 'nameOrder']

test.each(recordNames)('table %s matches its record type', async name => {
  const type: RecordType = records[name]
  const actual = (await columnsOf(name)).filter(c => !systemColumns.includes(c.name) && !derived.includes(c.name))
  expect(Object.fromEntries(actual.map(c => [c.name, shape(c)]))).toEqual(
    Object.fromEntries(Object.entries(type.fields).map(([key, f]) => [key, `${f.column.toUpperCase()}${f.required ? ' NOT NULL' : ''}`])),
  )
})

test.each(lineNames)('table %s matches its lines', async name => {
  const type: LinesType = lines[name]
  const actual = (await columnsOf(name)).filter(c => c.name !== type.parentColumn)
  expect(Object.fromEntries(actual.map(c => [c.name, shape(c)]))).toEqual(
    Object.fromEntries(Object.entries(type.fields).map(([key, f]) => [key, `${f.column.toUpperCase()}${f.required ? ' NOT NULL' : ''}`])),
  )
})

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
}

const shape = (column: Column) => `${column.type}${column.notnull ? ' NOT NULL' : ''}`

async function columnsOf(table: string): Promise<readonly Column[]> {
  return withDatabase(async ({ reads }) => (await sql<Column>`SELECT * FROM pragma_table_info(${table})`.execute(reads)).rows)
}
