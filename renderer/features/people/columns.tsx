import { person } from '../../../shared/domain/person.ts'
import type { QuotaPerson } from '../../../shared/api/quota.ts'
import { quotaStates } from '../../../shared/api/quota.ts'
import { fieldColumns, dash, type ListColumn } from '../../records/list-column.tsx'
import { recordType } from '../../records/record-name.ts'
import type { Values } from '../../records/draft.ts'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { ageText, partyYears } from './person-words.ts'

const str = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Heads as rosters write them, and widths that fit what stands below. */
const looks: Readonly<Record<string, Partial<ListColumn>>> = {
  name: { width: 84 },
  sex: { width: 44 },
  idNumber: { width: 160 },
  organizationId: { width: 156 },
  category: { width: 98 },
  partyPost: { width: 84 },
  joinedOn: { head: '入党时间', width: 92 },
  fullMemberOn: { head: '转正时间', width: 92 },
  bornOn: { width: 92 },
  nation: { width: 72 },
  education: { width: 96 },
  degree: { width: 72 },
  leader: { head: '领导干部', width: 76 },
  leaderLevel: { head: '干部级别', width: 80 },
  mobility: { width: 76 },
  mobilityOn: { head: '流出或失联', width: 92 },
  exemptReason: { width: 112 },
}

export const personDefaults = ['name', 'sex', 'age', 'idNumber', 'organizationId', 'category', 'partyPost', 'study', 'joinedOn', 'fullMemberOn'] as const

/** Where everyone in view stands, by person. */
export type Standings = ReadonlyMap<string, QuotaPerson>

/** Every column a list of people can show: the fields, and what follows from them and from the year's hours. */
export function personColumns(today: string, standings: Standings): readonly ListColumn[] {
  const fields = fieldColumns(recordType('person')).map(column => ({ ...column, ...looks[column.key] }))
  const age = (row: Values) => ageText(str(row['bornOn']), today)
  const years = (row: Values) => partyYears(str(row['fullMemberOn']), today)
  const of = (row: Values) => standings.get(String(row['id']))
  const hours = (row: Values) => {
    const standing = of(row)
    return !standing ? '' : standing.exempt || standing.state === 'none' ? String(standing.done) : `${standing.done} / ${standing.target}`
  }
  const missing = (row: Values) => String(of(row)?.missing || '')
  const worked: readonly ListColumn[] = [
    { key: 'age', head: '年龄', width: 48, align: 'r', sort: { field: 'bornOn', reverse: true }, exports: 'bornOn', cell: row => age(row) || dash, text: age },
    {
      key: 'study',
      head: '学时',
      width: 80,
      cell: row => {
        const standing = of(row)
        return standing ? <QuotaChip state={standing.state} /> : dash
      },
      text: row => quotaStates[of(row)?.state ?? 'none'],
    },
    { key: 'hours', head: '学时数', width: 80, align: 'r', cell: row => hours(row) || dash, text: hours },
    { key: 'missing', head: '差学时', width: 64, align: 'r', cell: row => missing(row) || dash, text: missing },
    {
      key: 'partyYears',
      head: '党龄',
      width: 48,
      align: 'r',
      sort: { field: 'fullMemberOn', reverse: true },
      exports: 'fullMemberOn',
      cell: row => years(row) || dash,
      text: years,
    },
  ]
  const all = [...fields, ...worked]
  const order = [...personDefaults, ...person.list, ...all.map(column => column.key)]
  return [...new Set<string>(order)].flatMap(key => all.find(column => column.key === key) ?? [])
}
