import type { RecordCaution } from '../../shared/api/deadlines.ts'
import { admonition } from '../../shared/domain/admonition.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { petition } from '../../shared/domain/petition.ts'
import { sanction } from '../../shared/domain/sanction.ts'
import { extensionCaution, maybeSame, sameCaution } from '../../shared/rules/supervision-cautions.ts'
import type { ReadScope } from '../app/scopes.ts'
import { parametersIn } from './parameters.ts'
import { fromRow } from './rows.ts'

type Db = ReadScope['db']

/** A 诫勉 of somebody that is being entered, or is on file, in one of the two registers. */
export interface Admonished {
  readonly type: 'sanction' | 'admonition'
  readonly personId: string
  readonly on: string
}

/** Those of the other register, as far as who asks may open them, that may be the same 诫勉. */
export async function sameAdmonitions(db: Db, { type, personId, on }: Admonished): Promise<readonly RecordCaution[]> {
  const other = type === 'sanction' ? 'admonition' : 'sanction'
  const rows =
    other === 'admonition'
      ? await db
          .selectFrom('admonition')
          .select(['id', 'executedOn as on'])
          .where('kind', '=', 'admonish')
          .where('personId', '=', personId)
          .where('voidedAt', 'is', null)
          .orderBy('on')
          .execute()
      : await db
          .selectFrom('sanction')
          .select(['id', 'approvedOn as on'])
          .where('kind', '=', 'admonished')
          .where('personId', '=', personId)
          .where('voidedAt', 'is', null)
          .orderBy('on')
          .execute()
  return rows.filter(row => maybeSame(row.on, on)).map(row => ({ ...sameCaution(other, row.on), evidence: { type: other, id: row.id } }))
}

/** What there is to look at again about a record on file. */
export async function cautionsOf(db: Db, name: RecordName, row: object): Promise<readonly RecordCaution[]> {
  if (name === 'petition') {
    const found = extensionCaution(fromRow(petition, row), { parameters: await parametersIn(db) })
    return found ? [{ ...found, evidence: null }] : []
  }
  if (name === 'sanction') {
    const { kind, personId, approvedOn } = fromRow(sanction, row)
    return kind === 'admonished' ? sameAdmonitions(db, { type: name, personId, on: approvedOn }) : []
  }
  if (name === 'admonition') {
    const { kind, personId, executedOn } = fromRow(admonition, row)
    return kind === 'admonish' ? sameAdmonitions(db, { type: name, personId, on: executedOn }) : []
  }
  return []
}
