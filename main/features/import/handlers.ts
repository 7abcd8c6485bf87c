import { basename } from 'node:path'
import { type importApi, importLabel } from '../../../shared/api/import.ts'
import type { InputOf } from '../../../shared/api/endpoint.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ActionScope } from '../../app/scopes.ts'
import { writeFileWhole } from '../../files/whole-file.ts'
import { countsOf, importInto, importTypeOf, readings, recogniseAll, usable } from '../../imports/engine.ts'
import { faultsWorkbook } from '../../imports/faults-workbook.ts'
import type { Plan, PlannedRow, Step } from '../../imports/kind.ts'
import { repaired, skippedIn } from '../../imports/repairs.ts'
import { forgetWorkbook, plannedOnce, workbookOf } from '../../imports/source.ts'
import { templateWorkbook } from '../../imports/template.ts'
import { filedAs } from '../../records/filing.ts'
import { withoutTrace } from '../../jobs/without-trace.ts'
import { countSheets } from './count-sheets.ts'
import { handOut } from './hand-out.ts'

type Source = Pick<InputOf<(typeof importApi)['import.inspect']>, 'kind' | 'file' | 'mapping' | 'repairs'>

/** The sheets of the file, recognised and mended as the user said; fails where none is of this kind. */
async function sheetsOf({ tokens }: ActionScope, { kind, file, mapping, repairs }: Source) {
  const type = importTypeOf(kind)
  return repaired(usable(type, recogniseAll(type, await workbookOf(tokens, file), mapping)), repairs)
}

/** What the file would do now. */
async function planOf(scope: ActionScope, source: Source, step: Step): Promise<Plan> {
  const workbook = await workbookOf(scope.tokens, source.file)
  const sheets = await sheetsOf(scope, source)
  return scope.read(async read => {
    const last = await read.db.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    const key = JSON.stringify([source.kind, source.mapping, source.repairs, last?.seq, read.today])
    return plannedOnce(workbook, key, () => importTypeOf(source.kind).plan(read, sheets, step))
  })
}

export const importHandlers: Handlers<keyof typeof importApi> = {
  async 'import.inspect'(scope, { kind, file, mapping }) {
    const type = importTypeOf(kind)
    const workbook = await workbookOf(scope.tokens, file)
    const recognised = recogniseAll(type, workbook, mapping)
    const sheets = await scope.read(read => readings(read, type, recognised))
    return { file: workbook.name, sheets, fields: type.columns.map(({ name, field, required }) => ({ field: name, label: field.label, required })) }
  },

  async 'import.preview'(scope, { job, show, sheet, offset, limit, ...source }) {
    return withoutTrace(() =>
      scope.jobs.run(job, `核对${importLabel(source.kind)}`, async ({ step }) => {
        const plan = await planOf(scope, source, step)
        const inSheet = sheet === undefined ? plan.rows : plan.rows.filter(row => row.sheet === sheet)
        const rows = inSheet.filter(row => isShown(row, show))
        return {
          counts: countsOf(inSheet),
          sheets: [...(plan.columnsOf?.keys() ?? [])].map(name => ({ sheet: name, ...countsOf(plan.rows.filter(row => row.sheet === name)) })),
          total: rows.length,
          year: plan.year ?? null,
          columns: [...((sheet === undefined ? undefined : plan.columnsOf?.get(sheet)) ?? plan.columns)],
          rows: rows.slice(offset, offset + limit).map(row => ({
            sheet: row.sheet,
            row: row.row,
            status: row.status,
            values: row.values(),
            changes: [...row.changes()],
            faults: row.faults.map(({ field, code, message, repair }) => ({ field, code, message, ...(repair && { repair }) })),
            notes: [...row.notes],
          })),
        }
      }),
    )
  },

  async 'import.write'(scope, { job, goodRows, ...source }) {
    return withoutTrace(() =>
      scope.jobs.run(job, `导入${importLabel(source.kind)}`, async ({ step }) => {
        const sheets = await sheetsOf(scope, source)
        const file = basename(scope.tokens.pathOf(source.file))
        const outcome = await scope.write(write =>
          importInto(write, importTypeOf(source.kind), sheets, { goodRows, file, skipped: skippedIn(sheets, source.repairs) }, step),
        )
        if (outcome.written) forgetWorkbook(scope.tokens)
        return outcome
      }),
    )
  },

  async 'import.faults'(scope, { save, ...source }) {
    const path = scope.tokens.pathOf(save)
    const sheets = await sheetsOf(scope, source)
    const plan = await scope.read(read => importTypeOf(source.kind).plan(read, sheets, async () => undefined))
    const { bytes, rows } = await faultsWorkbook(importTypeOf(source.kind), sheets, plan)
    await writeFileWhole(path, bytes)
    await scope.write(async ({ store }) =>
      store.note({ recordType: filedAs('import', source.kind), recordId: source.kind, detail: { savedFaults: basename(path), rows } }),
    )
    return { rows }
  },

  async 'import.template'(scope, { kind, save, organizationId }) {
    const path = scope.tokens.pathOf(save)
    const bytes = await scope.read(read => templateWorkbook(read, kind, organizationId))
    await writeFileWhole(path, bytes)
    return null
  },

  'import.handOut': handOut,
  'import.countSheets': countSheets,
}

const isShown = (row: PlannedRow, show: InputOf<(typeof importApi)['import.preview']>['show']): boolean => {
  if (show === 'all') return true
  if (show === 'notable') return row.status === 'faulty' || row.status === 'updated' || row.notes.length > 0
  return row.status === show
}
