import type { HandedOut, ImportKind } from '../../shared/api/import.ts'
import { records } from '../../shared/domain/index.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { branchColumn, idNumberColumn, personRefs, registerColumns } from '../../shared/domain/register-columns.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { caseColumns } from './cases/columns.ts'
import { studyColumns } from './study-lines.ts'

export interface TemplateColumn {
  readonly heading: string
  readonly required: boolean
  readonly width: number
  readonly format: 'text' | 'date' | 'number' | 'general'
  /** Words to choose from; with `strict`, others are refused. */
  readonly choices?: readonly string[]
  readonly strict: boolean
  /** The drop-down holds the office's own organizations. */
  readonly branches: boolean
  readonly hint?: string
}

/** 支部上报表 and 计票表 are made for each branch by themselves (`report/workbook.ts`, `count/workbook.ts`). */
export type TemplateKind = Exclude<ImportKind, HandedOut>

interface Template {
  readonly sheet: string
  readonly title: string
  readonly columns: readonly TemplateColumn[]
  readonly notes: readonly string[]
}

const common = [
  '每人（每项）一行，从第 3 行填起，可以留空行；表题和表头已锁定，不要改动。',
  '底色为黄的栏目必填。其余不清楚的可以空着，导入时不会清掉已有内容。',
  '日期写作 2025-01-05；2025/1/5、2025.1.5、20250105、2025年1月5日也认得。',
]

const organizationFields = ['name', 'kind', 'parentId', 'foundedOn', 'electedOn', 'termYears', 'unitKind', 'contact', 'phone', 'remark'] as const
const personFields = [
  'name',
  'idNumber',
  'sex',
  'bornOn',
  'nation',
  'education',
  'organizationId',
  'category',
  'joinedOn',
  'fullMemberOn',
  'partyPost',
  'workPost',
  'leader',
  'leaderLevel',
  'phone',
  'mobility',
  'exemptReason',
  'remark',
] as const
const studyFields = ['name', 'idNumber', 'activity', 'kind', 'startsOn', 'endsOn', 'hours', 'state', 'organizer', 'place'] as const

const hints: Readonly<Record<string, string>> = {
  name: '与身份证一致，姓名中间不要加空格。',
  idNumber: '18 位。本列已设为文本格式，直接输入即可。',
  sex: '可以不填，由身份号码得出。',
  bornOn: '可以不填，由身份号码得出。',
  organizationId: '从下拉列表里选本单位已登记的党支部。',
  category: '正式党员、预备党员、发展对象、入党积极分子或入党申请人。不填时按入党和转正日期判断。',
  partyPost: '如：党支部书记、组织委员。没有职务就空着。',
  leader: '是党员领导干部的填“是”，不是的空着。',
  exemptReason: '因年老体弱、患重病等免学时的写原因，不免的空着。',
  parentId: '写上级党组织的名称；最上一级空着。上级可以在本表里，顺序不限。',
  kind: '从下拉列表里选。不填时按名称判断。',
  termYears: '只填数字，如 3。',
  electedOn: '本届委员会选举产生的日期。',
  activity: '同一次活动每一行的名称和日期要一致。',
  endsOn: '当天结束的可以不填。',
  hours: '只填数字，如 1.5。不填时按天数折算。',
  state: '出勤、补学、请假或缺勤。不填算出勤。请假和缺勤不计学时。',
  startsOn: '活动开始的日期。',
}

/** The columns handed out for each kind, in the order people fill them. */
export function templateOf(kind: TemplateKind): Template {
  if (kind !== 'organizations' && kind !== 'people' && kind !== 'study' && kind !== 'cases') return registerTemplate(records[kind])
  if (kind === 'cases') {
    return {
      sheet: '发展党员进度',
      title: '发展党员工作进度表',
      columns: caseColumns.map(({ name, field }) => columnOf(name, field, name === 'name' || name === 'idNumber')),
      notes: [...common, '一人一行。人员要先在花名册里；没有办到的步骤空着，以后补填再导入即可。'],
    }
  }
  if (kind === 'organizations') {
    return {
      sheet: '党组织',
      title: '党组织情况表',
      columns: organizationFields.map(name => columnOf(name, organization.fields[name], name === 'name', hints[name])),
      notes: common,
    }
  }
  if (kind === 'people') {
    return {
      sheet: '党员花名册',
      title: '党员花名册',
      columns: personFields.map(name => columnOf(name, person.fields[name], ['name', 'idNumber', 'organizationId'].includes(name), hints[name])),
      notes: common,
    }
  }
  const byName = new Map(studyColumns.map(c => [c.name, c.field]))
  const columns = studyFields.flatMap(name => {
    const field = byName.get(name)
    return field ? [columnOf(name, field, ['name', 'idNumber', 'activity', 'startsOn'].includes(name), hints[name])] : []
  })
  return {
    sheet: '学时登记',
    title: '学时登记表',
    columns,
    notes: [
      ...common,
      '一人参加一次活动填一行。也可以按签到表的样子交：左边是姓名和身份号码，右边每列一项活动，表头写活动名称、日期和学时，格里打 √ 或写学时。',
    ],
  }
}

/** A register's columns; a person has the number beside the name. */
function registerTemplate(type: RecordType): Template {
  const people = personRefs(type)
  const columns = registerColumns(type).flatMap(({ name, field, required }) => {
    if (people.some(ref => name === branchColumn(ref))) return []
    if (people.some(ref => name === idNumberColumn(ref))) return [columnOf(name, field, false, '18 位。本列已设为文本格式，直接输入即可。有重名的必须填。')]
    return [columnOf(name, field, required || (people.includes(name) && type.fields[name]?.required === true))]
  })
  const attached = Object.values(type.fields).filter(field => field.kind === 'attachment')
  return { sheet: type.label, title: type.label, columns, notes: [...common, ...attached.map(field => `${field.label}不在表里交，导入以后在台账里逐条添加。`)] }
}

/** A field as a column to hand out. */
export function columnOf(name: string, field: Field, required: boolean, hint = field.help): TemplateColumn {
  const choices = field.kind === 'flag' ? ['是', '否'] : field.choices ? Object.values(field.choices) : field.suggestions
  return {
    heading: field.label,
    required,
    width: widthOf(name, field),
    format: formatOf(field),
    strict: field.kind === 'choice' || field.kind === 'flag',
    branches: field.target === 'organization',
    ...(choices && { choices }),
    ...(hint !== undefined && { hint }),
  }
}

function formatOf({ kind }: Field): TemplateColumn['format'] {
  if (kind === 'date') return 'date'
  if (kind === 'integer' || kind === 'decimal' || kind === 'money') return 'number'
  return kind === 'choice' || kind === 'flag' || kind === 'ref' ? 'general' : 'text'
}

function widthOf(name: string, { kind, label, target }: Field): number {
  if (kind === 'idNumber') return 22
  if (target === 'person') return 12
  if (target !== undefined || name === 'activity' || label.endsWith('名称')) return 30
  if (kind === 'date' || kind === 'phone') return 14
  return Math.max(10, label.length * 2 + 2)
}
