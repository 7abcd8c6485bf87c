import { basename, dirname } from 'node:path'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { recordsApi } from '../../shared/api/records.ts'
import { records } from '../../shared/domain/index.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { ActionScope } from '../app/scopes.ts'
import { writeNotedFile } from '../files/noted-file.ts'
import { tableWorkbook, type TableColumn } from '../files/table-workbook.ts'
import { findIds, recordsByIds, titlesFor } from './find.ts'
import { filedAs } from './filing.ts'
import { masked } from './masking.ts'
import { refuseSecretExport } from './secret-export.ts'
import { wordsOf } from './words.ts'

type Input = InputOf<(typeof recordsApi)['records.export']>

/** Writes a list, as it is filtered and sorted, to a workbook. Masked fields stay masked; the audit says who took what. */
export async function exportRecords(scope: ActionScope, { file, fields, ids, ...where }: Input): Promise<{ rows: number }> {
  const path = scope.tokens.pathOf(file)
  const type: RecordType = records[where.type]
  await scope.read(reading => refuseSecretExport(reading, type.secret))
  const columns = (fields?.length ? fields : type.list).filter(key => Object.hasOwn(type.fields, key))
  const { rows, titles } = await scope.read(async reading => {
    const found = (await recordsByIds(reading, type, ids ?? (await findIds(reading, where)))).map(row => masked(type, row))
    return { rows: found, titles: await titlesFor(reading, type, found) }
  })
  const bytes = await tableWorkbook({
    name: type.label,
    title: `${scope.office.name}${type.label}（${scope.today}）`,
    columns: [{ heading: '序号', width: 6, align: 'center', format: 'number' }, ...columns.map(key => columnOf(type.fields[key]))],
    rows: rows.map((row, i) => [i + 1, ...columns.map(key => cellOf(type.fields[key], row[key], titles))]),
  })
  const detail = { label: `${type.label}清单`, way: 'xlsx', rows: rows.length, fields: columns, files: [basename(path)], folder: dirname(path) }
  await writeNotedFile(path, bytes, () =>
    scope.write(async ({ store }) => store.note({ recordType: filedAs('export', type.name), recordId: type.name, detail })),
  )
  return { rows: rows.length }
}

const widths: Partial<Record<Field['kind'], number>> = { idNumber: 20, date: 12, phone: 14, ref: 24, note: 30, flag: 8, decimal: 8, integer: 8 }

function columnOf(field: Field | undefined): TableColumn {
  const kind = field?.kind ?? 'text'
  const number = kind === 'decimal' || kind === 'integer' || kind === 'money'
  return { heading: field?.label ?? '', width: widths[kind] ?? 14, align: number ? 'right' : 'left', format: number ? 'hours' : 'text' }
}

function cellOf(field: Field | undefined, value: unknown, titles: Readonly<Record<string, string>>): string | number | null {
  if (value === null || value === undefined || !field) return null
  if (typeof value === 'number') return field.kind === 'money' ? value / 100 : value
  return wordsOf(field, value, id => titles[id] ?? '')
}
