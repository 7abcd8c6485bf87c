import { hash } from 'node:crypto'
import { type Cadre, cadre } from '../../../shared/domain/cadre.ts'
import { type RetirementGroup, type RetirementSteps, retirementSteps } from '../../../shared/rules/retirement.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { attachedBytes, type SheetLines, sheetLines } from '../../cadres/read.ts'
import { among } from '../../db/among.ts'
import { readKept } from '../../files/lrmx/lrmx.ts'
import { restOf } from '../../files/lrmx/rest.ts'
import { parametersIn } from '../../records/parameters.ts'
import { fromRow } from '../../records/rows.ts'

/** What is kept of one cadre. */
export interface Kept extends SheetLines {
  readonly record: Cadre | undefined
  /** The fingerprints of the photo and of the file that the sheet was read from. */
  readonly photo: string | null
  readonly file: string | null
  /** What that file says that a sheet has no place for. */
  rest(): readonly string[]
  stepsOf(group: RetirementGroup): RetirementSteps | undefined
}

export const fingerprintOf = (bytes: Uint8Array): string => hash('sha256', bytes)

/** What is kept of these people as cadres, read at once. */
export async function keptOf(
  { db, today }: ReadScope,
  personIds: readonly string[],
  /** Of whom the file itself is wanted. */
  withFile: ReadonlySet<string>,
): Promise<{ of(personId: string | undefined): Kept }> {
  const rows = await db.selectFrom('cadre').selectAll().where('voidedAt', 'is', null).where(among('personId', personIds)).execute()
  const records = new Map(rows.map(row => [row.personId, fromRow(cadre, row)]))
  const ids = rows.map(row => row.id)
  const linesOf = await sheetLines(db, ids)
  const attached = rows.flatMap(({ photo, sheetFile }) => [photo ?? [], sheetFile ?? []].flat())
  const prints = new Map(
    (await db.selectFrom('attachmentFile').select(['id', 'sha256']).where(among('id', attached)).execute()).map(({ id, sha256 }) => [id, sha256]),
  )
  const files = await attachedBytes(
    db,
    rows.flatMap(({ personId, sheetFile }) => (sheetFile !== null && withFile.has(personId) ? [sheetFile] : [])),
  )
  const numbers = await parametersIn(db)
  const stepsOf = (group: RetirementGroup) => retirementSteps(numbers, group, today)
  return {
    of(personId) {
      const record = personId === undefined ? undefined : records.get(personId)
      return {
        record,
        ...linesOf(record?.id ?? ''),
        photo: prints.get(record?.photo ?? '') ?? null,
        file: prints.get(record?.sheetFile ?? '') ?? null,
        rest: () => {
          const bytes = files.get(record?.sheetFile ?? '')
          const root = bytes && readKept(bytes)?.original
          return root ? restOf(root) : []
        },
        stepsOf,
      }
    },
  }
}
