import { cadre } from '../../../shared/domain/cadre.ts'
import type { CadreFact } from '../../../shared/api/cadres.ts'
import { dash, fieldColumns, type ListColumn } from '../../records/list-column.tsx'
import { recordType } from '../../records/record-name.ts'
import type { Values } from '../../records/draft.ts'
import { ageText, dotted, poolText, sexOf, spanText } from './cadre-words.ts'

const looks: Readonly<Record<string, Partial<ListColumn>>> = {
  personId: { width: 84 },
  unit: { width: 140 },
  currentPost: { width: 200 },
  level: { width: 96 },
  postSince: { head: '任现职时间', width: 92 },
  levelSince: { head: '任现层次时间', width: 96 },
  startedWork: { head: '参加工作', width: 80 },
  number: { width: 64 },
  photo: { width: 64 },
}

export const cadreDefaults = [
  'personId',
  'sex',
  'born',
  'age',
  'unit',
  'currentPost',
  'level',
  'postSince',
  'postYears',
  'education',
  'joined',
  'pools',
] as const

export type Facts = ReadonlyMap<string, CadreFact>

const str = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Every column a list of cadres can show: what is on the sheet, what the roster holds, and what follows from both. */
export function cadreColumns(today: string, facts: Facts): readonly ListColumn[] {
  const of = (row: Values) => facts.get(String(row['id']))
  const fields = fieldColumns(recordType('cadre')).map(column => ({ ...column, ...looks[column.key] }))
  const shown = (key: string, head: string, width: number, text: (row: Values) => string, more: Partial<ListColumn> = {}): ListColumn => ({
    key,
    head,
    width,
    cell: row => text(row) || dash,
    text,
    ...more,
  })
  const right = { align: 'r' } as const
  const worked = [
    shown('sex', '性别', 44, row => sexOf(of(row)?.sex ?? null)),
    shown('born', '出生年月', 76, row => dotted(of(row)?.bornOn ?? null)),
    shown('age', '年龄', 48, row => ageText(of(row)?.bornOn ?? null, today), right),
    shown('nation', '民族', 64, row => of(row)?.nation ?? ''),
    shown('nativePlace', '籍贯', 88, row => of(row)?.nativePlace ?? ''),
    shown('joined', '入党时间', 76, row => dotted(of(row)?.joinedOn ?? null)),
    shown('education', '最高学历学位', 120, row => of(row)?.education ?? ''),
    shown('branch', '所在党支部', 160, row => of(row)?.organization ?? '', { grow: true }),
    shown('pools', '后备和年轻干部', 120, row => (of(row)?.pools ?? []).map(poolText).join('、')),
    shown('postYears', '任现职', 88, row => spanText(str(row['postSince']), today), { sort: { field: 'postSince', reverse: true } }),
    shown('retires', '到龄年月', 76, row => dotted(of(row)?.retires ?? null)),
    shown('rankYears', '任现职级', 88, row => spanText(str(row['rankSince']), today), { sort: { field: 'rankSince', reverse: true } }),
  ]
  const all = [...fields, ...worked]
  const order = [...cadreDefaults, ...cadre.list, ...all.map(column => column.key)]
  return [...new Set<string>(order)].flatMap(key => all.find(column => column.key === key) ?? [])
}
