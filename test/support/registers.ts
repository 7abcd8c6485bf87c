import { type RecordName, records } from '../../shared/domain/index.ts'
import { importer } from './importing.ts'
import { draftOf } from './sample.ts'
import { idOf, type Row } from './workbook.ts'

export const wang = idOf('1979-05-23', 307)
const li = idOf('1993-01-26', 478)

/** An office with 王强 in 机电党支部 and 李芳 in 建工党支部. */
export async function registerOffice() {
  const t = await importer()
  await t.branches('机电党支部', '建工党支部')
  const roster: Row[] = [
    ['姓名', '身份证号', '支部'],
    ['王强', wang, '机电党支部'],
    ['李芳', li, '建工党支部'],
  ]
  await t.write('people', await t.file([{ name: '花名册', rows: roster }]))
  const ids = async (type: 'person' | 'organization') => new Map((await t.records(type)).map(r => [String(r['name']), String(r['id'])]))
  const [people, bodies] = [await ids('person'), await ids('organization')]
  const idOfName = (name: string) => people.get(name) ?? bodies.get(name) ?? ''
  const create = (type: RecordName, given: Record<string, unknown>) => t.call('records.create', { type, draft: draftOf(records[type], given) })
  const sheet = (rows: readonly Row[]) => t.file([{ name: '台账', rows }])
  return { ...t, idOfName, create, sheet }
}
