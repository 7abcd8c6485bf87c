import type { InputOf } from '../../../shared/api/endpoint.ts'
import type { policiesApi } from '../../../shared/api/policies.ts'
import { clauseChecks } from '../../../shared/domain/policy.ts'
import { AppError } from '../../../shared/errors.ts'
import { serverKinds } from '../../../shared/serving.ts'
import type { ActionScope } from '../../app/scopes.ts'
import { writeNotedFile } from '../../files/noted-file.ts'
import { type TableColumn, tableWorkbook } from '../../files/table-workbook.ts'
import { clausesOf } from './clauses.ts'

const columns: readonly TableColumn[] = [
  { heading: '文件', width: 30 },
  { heading: '编号', width: 12 },
  { heading: '所在部分', width: 24 },
  { heading: '机制', width: 40 },
  { heading: '数量', width: 14 },
  { heading: '条文', width: 60 },
  { heading: '由谁承接', width: 36 },
  { heading: '状态', width: 12 },
  { heading: '核对', width: 8 },
]

/** 对照表: a document's clauses, or those of all, with what serves them and how that stands today. */
export async function exportClauses(scope: ActionScope, { policyId, states, file }: InputOf<(typeof policiesApi)['policies.export']>) {
  const path = scope.tokens.pathOf(file)
  const { title, clauses } = await scope.read(async reading => {
    const all = await clausesOf(reading, policyId)
    if (policyId === undefined) return { title: '全部制度文件', clauses: all }
    const found = await reading.db.selectFrom('policy').select('title').where('id', '=', policyId).limit(1).executeTakeFirst()
    if (!found) throw new AppError('record.notFound', { label: '制度文件' })
    return { title: found.title, clauses: all }
  })
  const wanted = states.length === 0 ? clauses : clauses.filter(clause => states.includes(clause.state))
  const bytes = await tableWorkbook({
    name: '制度对照表',
    title: `${title} 对照表（${scope.today}）`,
    columns,
    rows: wanted.map(c => [
      c.document,
      c.code,
      c.section,
      c.phrase,
      c.number,
      c.text,
      c.servedBy.map(server => `${serverKinds[server.kind]}：${server.label}`).join('、') || '没有台账、指标或表',
      c.state === '欠缺' ? `欠缺 ${c.short}` : c.state,
      clauseChecks[c.verified],
    ]),
  })
  const detail = { label: `制度对照表：${title}`, way: 'xlsx', rows: wanted.length, fields: columns.map(column => column.heading) }
  await writeNotedFile(path, bytes, () => scope.write(async ({ store }) => store.note({ recordType: 'export', recordId: 'clause', detail })))
  return { rows: wanted.length }
}
