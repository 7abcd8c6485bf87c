import { AppError } from '../../../shared/errors.ts'
import { headingIndex } from '../../../shared/records/sheet.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { readBallot } from '../../ballots/read.ts'
import type { ImportType } from '../kind.ts'
import type { RecognisedSheet } from '../recognised.ts'
import { CountSheet } from './count-sheet.ts'
import { asCountSheet, ballotOn, countColumns } from './layout.ts'

/** 计票表: the counts of one ballot or of many, a sheet each, known by the 编号 near the top. */
export const countImport: ImportType = {
  kind: 'count',
  columns: countColumns,
  index: headingIndex([]),
  listsNames: false,
  // In the workbook of faulty rows the others go along: a row is held against the papers of its group.
  partOf: sheet => (ballotOn(sheet.rows) === undefined ? undefined : { ...countImport, goesAlong: true }),
  adapt: asCountSheet,
  lacks: sheet => (ballotOn(sheet.sheet.rows) === undefined ? ['编号'] : []),

  async branchOf({ db }, sheets) {
    const ids = new Map(sheets.flatMap(({ sheet }) => [[sheet.name, ballotOn(sheet.rows)] as const]).filter(isKnown))
    const rows = await db
      .selectFrom('ballot as b')
      .innerJoin('organization as o', 'o.id', 'b.organizationId')
      .select(['b.id', 'o.name'])
      .where('b.id', 'in', [...ids.values()])
      .execute()
    const names = new Map(rows.map(row => [row.id, row.name]))
    return new Map([...ids].map(([sheet, id]) => [sheet, names.get(id)] as const).filter(isKnown))
  },

  async plan(scope, sheets, step) {
    const read: CountSheet[] = []
    for (const [i, { sheet, ballotId }] of ballotsOn(sheets).entries()) {
      await step(i, sheets.length)
      read.push(await CountSheet.read(scope, sheet, await known(scope, ballotId)))
    }
    const rows = read.flatMap(one => one.rows)
    return {
      columns: countColumns.map(({ name, field }) => ({ field: name, label: field.label })),
      rows,
      async write(write, progress) {
        for (const [i, one] of read.entries()) {
          await progress(i, read.length)
          await one.write(write)
        }
      },
    }
  },
}

const isKnown = (entry: readonly [string, string | undefined]): entry is readonly [string, string] => entry[1] !== undefined

/** Which sheet is of which ballot; the same one twice would overwrite itself. */
function ballotsOn(sheets: readonly RecognisedSheet[]): { sheet: RecognisedSheet; ballotId: string }[] {
  const found = sheets.flatMap(sheet => {
    const ballotId = ballotOn(sheet.sheet.rows)
    return ballotId === undefined ? [] : [{ sheet, ballotId }]
  })
  const twice = found.find(({ ballotId }, i) => found.findIndex(other => other.ballotId === ballotId) !== i)
  if (twice) throw new AppError('import.unrecognised', { what: `工作表“${twice.sheet.sheet.name}”和前面一张是同一次测评，留一张` })
  return found
}

async function known({ db }: ReadScope, ballotId: string) {
  const row = await db.selectFrom('ballot').select('voidedAt').where('id', '=', ballotId).executeTakeFirst()
  if (!row) throw new AppError('import.unrecognised', { what: '计票表的测评不在本台账里，可能是别处发出的' })
  if (row.voidedAt) throw new AppError('import.unrecognised', { what: '计票表的测评已经作废' })
  return readBallot(db, ballotId)
}
