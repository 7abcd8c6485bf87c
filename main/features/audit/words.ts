import type { AuditEntry, AuditKind } from '../../../shared/api/audit.ts'
import type { Contract, EndpointName } from '../../../shared/api/contract.ts'
import { importLabel, isImportKind } from '../../../shared/api/import.ts'
import { lines as ownedLines, type RecordName, records } from '../../../shared/domain/index.ts'
import { isRole, roles } from '../../../shared/domain/roles.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import type { AuditTable } from '../../db/schema.ts'

type Writing = { [N in EndpointName]: Contract[N]['kind'] extends 'query' ? never : N extends `shell.${string}` ? never : N }[EndpointName]

/** What an endpoint does, in a word; one that may write and is missing here does not compile. */
const verbs: Readonly<Record<Writing, string>> = {
  'lobby.status': '看状态',
  'lobby.create': '新建台账',
  'lobby.open': '打开台账',
  'lobby.unlock': '进入',
  'lobby.recover': '用恢复码进入',
  'lobby.lock': '锁定',
  'lobby.checkPassword': '查口令',
  'session.current': '看本人',
  'session.touch': '在用',
  'session.changePassword': '改口令',
  'records.create': '登记',
  'records.update': '改',
  'records.void': '作废',
  'records.restore': '恢复',
  'records.reveal': '查看全文',
  'records.export': '导出',
  'undo.last': '撤销',
  'attachment.add': '加附件',
  'attachment.save': '另存附件',
  'attachment.open': '查看附件',
  'memory.put': '记住设置',
  'jobs.cancel': '取消',
  'organization.move': '调整隶属',
  'organization.close': '撤销组织',
  'person.transfer': '转接',
  'person.setMany': '批量改',
  'attendance.save': '登记签到',
  'activity.register': '登记活动',
  'calendar.mark': '标工作日',
  'due.snooze': '暂缓提醒',
  'due.wake': '恢复提醒',
  'meeting.save': '登记会议',
  'case.open': '立卷',
  'case.record': '记步骤',
  'case.change': '改步骤',
  'case.end': '结束卷宗',
  'selection.open': '立选拔卷宗',
  'selection.consider': '加人选',
  'selection.advance': '定人选',
  'development.set': '定计划数',
  'ballot.startRound': '布置测评',
  'ballot.create': '新建测评',
  'ballot.save': '改测评名单',
  'ballot.count': '计票',
  'ballot.close': '封票',
  'ballot.correct': '更正计票',
  'ballot.decide': '组织评定',
  'scheme.save': '定考核方案',
  'scheme.copy': '复制考核方案',
  'cadre.save': '登记干部信息',
  'cadre.openPicture': '看照片文件',
  'cadre.setPhoto': '换照片',
  'archive.save': '登记档案审核',
  'cadre.previewFiles': '预览任免表文件',
  'cadre.importFiles': '导入任免表文件',
  'cadre.exportFiles': '导出任免表文件',
  'import.inspect': '看导入文件',
  'import.preview': '预览导入',
  'import.write': '导入',
  'import.faults': '另存导入错误',
  'import.template': '另存空白表',
  'import.handOut': '发出上报表',
  'import.countSheets': '发出计票表',
  'forms.preview': '预览',
  'forms.pdf': '存 PDF',
  'case.file': '存整卷',
  'forms.xlsx': '存 Excel',
  'forms.docx': '存 Word',
  'forms.print': '打印',
  'forms.exportRegister': '导出',
  'users.create': '新增使用人',
  'users.resetPassword': '重设口令',
  'users.disable': '停用使用人',
  'users.enable': '启用使用人',
  'users.grant': '授权',
  'users.tie': '登记回避',
  'users.untie': '去掉回避',
  'keys.state': '看密钥情况',
  'keys.newCode': '取新恢复码',
  'keys.change': '更换数据库密钥',
  'backup.state': '看备份',
  'backup.setFolder': '定备份文件夹',
  'backup.run': '备份',
  'backup.prove': '校验备份',
  'update.state': '看程序版本',
  'update.look': '看更新包',
  'update.install': '更新程序',
  'update.setServer': '定更新服务器',
  'update.fetch': '取更新包',
  'lobby.lookIntoBackup': '看备份文件',
  'lobby.restore': '从备份恢复',
  'lobby.drill': '恢复演练',
  'lobby.cancelJob': '取消',
  'audit.export': '导出',
  'audit.verify': '核对',
}
/** What the program does by itself, or at the support console. */
const own: Readonly<Record<string, string>> = { 'office.update': '随程序升级', 'console.key': '取数据库密钥' }

const isVerb = (action: string): action is Writing => Object.hasOwn(verbs, action)
const verbOf = (action: string): string => (isVerb(action) ? verbs[action] : (own[action] ?? action))

export const isRecord = (name: string): name is RecordName => Object.hasOwn(records, name)

/** What else lines are about besides records. */
export const otherTypes = {
  session: '使用情况',
  export: '清单',
  form: '打印表',
  import: '导入文件',
  attachmentFile: '附件',
  office: '台账',
  backup: '备份',
  update: '程序',
} as const
const isOther = (name: string): name is keyof typeof otherTypes => Object.hasOwn(otherTypes, name)

/** Types whose lines say nothing of a business record: of these 安全审计员 reads everything. */
export const openTypes: readonly string[] = ['session', 'user', 'export', 'form', 'import', 'office', 'backup', 'update']

type Values = Readonly<Record<string, unknown>>
type Line = Omit<AuditTable, 'chain'>

export function entryOf({ seq, at, actor, machine, action, recordType, recordId, before, after }: Line): AuditEntry {
  const [was, is] = [parsed(before), parsed(after)]
  const what = isRecord(recordType) ? records[recordType].label : isOther(recordType) ? otherTypes[recordType] : recordType
  const detail = openTypes.includes(recordType) ? openDetail(recordType, recordId, is) : discreetDetail(recordType, recordId, was, is)
  return { seq, at, actor, machine, kind: kindOf(recordType, action), did: verbOf(action), what, detail }
}

/** What makes an office, or makes it newer or again. */
export const officeActions: readonly string[] = [
  'office.update',
  'update.install',
  'update.setServer',
  'keys.change',
  'lobby.create',
  'lobby.restore',
  'lobby.drill',
]

function kindOf(recordType: string, action: string): AuditKind {
  if (recordType === 'session') return 'entry'
  if (recordType === 'user') return 'user'
  if (recordType === 'backup') return 'backup'
  if (action === 'records.reveal' || action === 'attachment.open') return 'reveal'
  if (recordType === 'export' || recordType === 'form' || action === 'attachment.save') return 'issue'
  if (action.startsWith('import.') || action === 'cadre.importFiles') return 'import'
  return officeActions.includes(action) ? 'office' : 'record'
}

function parsed(json: string | null): Values {
  const values: Values = json === null ? {} : JSON.parse(json)
  return values
}

const text = (value: unknown, words: (value: string) => string = v => v): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? words(String(value)) : undefined
const say = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('，')
const ways: Readonly<Record<string, string>> = { print: '上纸', pdf: 'PDF', xlsx: 'Excel', docx: 'Word', lrmx: '任免表文件' }
const passwords: Readonly<Record<string, string>> = { initial: '设初始口令', reset: '重设口令', removed: '钥匙槽已去掉' }
const roleWord = (role: string) => (isRole(role) ? roles[role] : role)

function openDetail(recordType: string, recordId: string, is: Values): string {
  if (recordType === 'session')
    return say(
      text(is['failedBefore'], n => `此前输错 ${n} 次`),
      is['newPassword'] === true ? '设了新口令' : undefined,
      is['took'] ? '取走数据库密钥' : undefined,
    )
  if (recordType === 'user') {
    const granted = text(is['granted'], role => `授予${roleWord(role)}${is['grants'] || is['modules'] || is['scopeId'] ? '（有范围）' : ''}`)
    const state = text(is['role'], role => `${roleWord(role)}${is['disabled'] === true ? '，停用' : ''}`)
    return say(
      text(is['user']) ?? text(is['name']) ?? recordId,
      state,
      granted,
      text(is['tied'], name => `回避：${name}`),
      text(is['untied'], name => `不再回避：${name}`),
      text(is['password'], p => passwords[p] ?? p),
      is['changed'] ? '改了自己的口令' : undefined,
      text(is['reason'], r => `理由：${r}`),
    )
  }
  if (recordType === 'import')
    return say(
      isImportKind(recordId) ? importLabel(recordId) : recordId,
      text(is['file']) ?? text(is['savedFaults']),
      text(is['created'], n => (n === '0' ? '' : `新增 ${n}`)),
      text(is['updated'], n => (n === '0' ? '' : `改 ${n}`)),
      text(is['faulty'], n => (n === '0' ? '' : `有误 ${n}`)),
      text(is['handedOut'], n => `发出 ${n} 份`),
    )
  if (recordType === 'office')
    return say(
      text(is['name']),
      text(is['restoredFrom'], name => `由${name}恢复`),
      is['key'] === 'changed' ? '换了新密钥' : undefined,
      is['code'] === 'new' ? '换了恢复码' : undefined,
      text(is['loses'], names => `须重设口令：${names}`),
    )
  if (recordType === 'update')
    return say(
      recordId === 'server' ? (text(is['after']) ?? '不用') : undefined,
      text(is['from'], from => `${from} 更新到 ${recordId}`),
      is['opened'] === true ? '首次用新版打开' : undefined,
      text(is['backup'], name => `已先备份 ${name}`),
      text(is['signedBy'], name => `发布密钥${name}`),
      text(is['failed']),
    )
  if (recordType === 'backup')
    return say(
      recordId === 'folder' ? text(is['after']) : recordId === 'failed' ? text(is['message']) : recordId,
      is['proved'] === true ? '校验无误' : text(is['proved']),
    )
  return say(
    text(is['opened']),
    text(is['label']),
    text(is['way'], way => ways[way] ?? way),
    text(is['rows'], n => `${n} 行`),
    text(is['count'], n => `${n} ${String(is['unit'] ?? '')}`),
    text(is['pages'], n => `${n} 页`),
  )
}

/** Which record, and which of its fields: never what they say. */
function discreetDetail(recordType: string, recordId: string, was: Values, is: Values): string {
  const number = `编号 ${recordId}`
  if (!isRecord(recordType)) return number
  const type: RecordType = records[recordType]
  const labelOf = (key: string) => type.fields[key]?.label
  if (typeof is['revealed'] === 'string') return say(number, labelOf(is['revealed']))
  if (Object.keys(was).length === 0) return number
  const changed = Object.keys(type.fields).filter(key => (key in was || key in is) && JSON.stringify(was[key]) !== JSON.stringify(is[key]))
  const owned = Object.values<{ name: string; label: string; parent: string }>(ownedLines).filter(({ name, parent }) => parent === type.name && name in is)
  return say(number, [...changed.map(labelOf), ...owned.map(({ label }) => label)].filter(Boolean).join('、'))
}
