import { type ImportKind, isOwnImport, type OwnImport } from '../../../shared/api/import.ts'
import { pathOf, type RecordName, records } from '../../../shared/domain/index.ts'
import { branchColumn, idNumberColumn, personRefs, registerColumns } from '../../../shared/domain/register-columns.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import type { IconName } from '../../ui/icons.ts'

interface KindWords {
  readonly icon: IconName
  /** What one row is, and how a row finds the record it changes. */
  readonly takes: string
  /** The columns it is about; the first two tell rows apart. */
  readonly headings: readonly string[]
  readonly template: string
  /** What comes after writing, the first of all first: in a new office the next workbook, then where to look. */
  readonly next: readonly { readonly label: string; readonly to: string }[]
}

const own: Readonly<Record<OwnImport, KindWords>> = {
  organizations: {
    icon: 'tree',
    takes: '一行一个党组织。按名称和上级认：已有的更新，没有的新增；上级写名称，先后不限。',
    headings: ['党组织名称', '组织类别', '上级党组织', '成立日期', '本届当选日期', '任期年限'],
    template: '党组织登记表',
    next: [
      { label: '接着导花名册', to: '/import/people' },
      { label: '看党组织', to: '/organizations' },
    ],
  },
  people: {
    icon: 'users',
    takes: '一行一人。按公民身份号码认：在册的更新，没有的新增；空着的格不改原有内容。',
    headings: ['姓名', '公民身份号码', '出生日期', '所在党支部', '人员类别', '加入党组织日期', '转为正式党员日期', '党内职务'],
    template: '党员花名册',
    next: [
      { label: '接着导学时', to: '/import/study' },
      { label: '看人员', to: '/people' },
      { label: '看学时', to: '/study' },
    ],
  },
  study: {
    icon: 'book',
    takes: '一行是一人参加的一次活动。按身份号码认人，按名称和起止日期认活动；活动没有的新增。',
    headings: ['姓名', '公民身份号码', '活动名称', '活动类型', '开始日期', '结束日期', '学时', '出勤'],
    template: '学时登记表',
    next: [
      { label: '看学时', to: '/study' },
      { label: '看活动与签到', to: '/activities' },
    ],
  },
  branch: {
    icon: 'folder',
    takes: '一个支部一月或一季一本：发出时写好应开的会和党员，填好的整本导入，会议、到会、笔记、谈话一起核对。',
    headings: ['会议活动', '参会情况', '学习笔记', '谈心谈话'],
    template: '支部上报表',
    next: [
      { label: '看会议', to: '/meetings' },
      { label: '看党组织', to: '/organizations' },
    ],
  },
  cases: {
    icon: 'flow',
    takes: '一行一人，各步骤的日期横着排。人员先要在花名册里；与细则不合的日期照样导入，并写明是哪一条。',
    headings: ['姓名', '公民身份号码', '递交入党申请书日期', '确定为入党积极分子日期', '确定为发展对象日期', '支部大会通过日期（入党）', '转正日期'],
    template: '发展党员工作进度表',
    next: [
      { label: '看发展党员', to: '/cases' },
      { label: '看今日待办', to: '/today' },
    ],
  },
  count: {
    icon: 'table',
    takes: '一次测评一张：发出时写好名单和等次，支部填票数、计票人。合计与有效票不符的、已经封票的，预览里逐行说明。',
    headings: ['发收票', '各等次票数', '另选人', '计票人'],
    template: '计票表',
    next: [{ label: '看测评', to: '/ballots' }],
  },
}

/** What each kind of workbook is for. */
export const wordsOf = (kind: ImportKind): KindWords => (isOwnImport(kind) ? own[kind] : registerWords(kind))

/** The same for a register, out of its declaration. */
function registerWords(kind: RecordName): KindWords {
  const type: RecordType = records[kind]
  const people = personRefs(type)
  const columns = registerColumns(type).filter(c => !people.some(ref => c.name === branchColumn(ref)))
  const labelOf = (name: string) => columns.find(c => c.name === name)?.field.label
  const key = type.key.flatMap(name => {
    const [label, number] = [labelOf(name), labelOf(idNumberColumn(name))]
    return label ? [number ? `${label}（或${number}）` : label] : []
  })
  return {
    icon: 'table',
    takes: `一行一条。按${key.join('、')}认：已有的更新，没有的新增；空着的格不改原有内容。`,
    headings: columns.map(c => c.field.label),
    template: type.label,
    next: [{ label: `看${type.label}`, to: pathOf(kind) }],
  }
}

/** The wizard with a file in hand. The token stands for the path; the name and size are only for the eye. */
export const wizardPath = (kind: ImportKind, file: { readonly token: string; readonly name: string; readonly size: number }) =>
  `/import/${kind}?${new URLSearchParams({ file: file.token, name: file.name, size: String(file.size) })}`
