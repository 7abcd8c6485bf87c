import type { EffectRow } from '../../../shared/api/bars.ts'
import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { effectLedger, type EffectLedgerProps, type EffectLedgerRow } from '../../../shared/forms/supervision/effect-ledger.ts'
import { effectStates } from '../../../shared/rules/effect-standing.ts'
import { effectRows, runs } from '../../supervision/register.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

const asRow = (row: EffectRow): EffectLedgerRow => ({
  name: row.name,
  organization: row.organization,
  post: row.post ?? '',
  label: row.label,
  decidedOn: row.decidedOn,
  document: row.document ?? '',
  from: row.from,
  until: row.until ?? '',
  promotableFrom: row.promotableFrom ?? '',
  state: effectStates[row.state],
  barred: row.barred,
  remarks: row.remarks.join('；'),
})

async function gather(scope: GatherScope, { organizationId }: FormParams, { from, size }: Slice): Promise<Gathered<EffectLedgerProps>> {
  const { db, today, office, actor, watermark } = scope
  const body = organizationId === undefined ? undefined : await db.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirst()
  const about = body?.name ?? office.name
  const all = await effectRows(scope, organizationId)
  if (all.length === 0) throw new AppError('form.empty', { what: `${about}没有影响期记录` })
  const rows = all.slice(from, from + size).map(asRow)
  return {
    props: {
      watermark,
      office: office.name,
      author: actor,
      printedOn: today,
      organization: about,
      running: all.filter(runs).length,
      all: all.length,
      from,
      rows,
    },
    shown: rows.length,
    total: all.length,
    about,
  }
}

/** 影响期台账 */
export const effectLedgerEngine = engine(effectLedger, gather)
