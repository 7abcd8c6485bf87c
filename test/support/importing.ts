import { join } from 'node:path'
import type { ImportKind, Mapping } from '../../shared/api/import.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'
import { createTestApp } from './app.ts'
import { wholeRecord } from './whole.ts'
import { writeWorkbook } from './workbook.ts'

const fixtures = join(import.meta.dirname, '../fixtures/college')
type Sheets = Parameters<typeof writeWorkbook>[1]

/** The application with doors for files: the office's own workbooks, and ones made for the test. */
export async function importer(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp({ today: '2026-01-10', granted: secretClassNames, ...options })
  const { call, tokens, folder } = app
  const fixture = (name: string) => tokens.offer(join(fixtures, name))
  const file = async (sheets: Sheets, more?: Parameters<typeof writeWorkbook>[2]) => tokens.offer(await writeWorkbook(folder, sheets, more))
  const write = (kind: ImportKind, token: string, more: { goodRows?: boolean; mapping?: Mapping } = {}) =>
    call('import.write', { kind, file: token, job: 'job', ...more })
  const preview = (kind: ImportKind, token: string, more: { mapping?: Mapping; show?: 'all' | 'notable' | 'faulty' } = {}) =>
    call('import.preview', { kind, file: token, job: 'job', show: 'all', limit: 500, ...more })
  const inspect = (kind: ImportKind, token: string, mapping?: Mapping) => call('import.inspect', { kind, file: token, ...(mapping && { mapping }) })
  const records = async (type: RecordName) => {
    const { rows } = await call('records.list', { type, limit: 500 })
    return Promise.all(rows.map(row => wholeRecord(call, type, String(row['id']))))
  }
  const branches = async (...names: string[]) => write('organizations', await file([{ name: '党组织', rows: [['党组织名称'], ...names.map(name => [name])] }]))
  return { ...app, fixture, file, write, preview, inspect, records, branches }
}

/** Faults as `row code`, in the order of the file. */
export const codesOf = (faults: readonly { row: number; code: string }[]): string[] => faults.map(f => `${f.row} ${f.code}`)
