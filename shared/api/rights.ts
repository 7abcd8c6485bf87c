import { type Role, roleNames } from '../domain/roles.ts'
import { contract, type Contract, type EndpointName } from './contract.ts'
import type { Endpoint } from './endpoint.ts'

/** The endpoints of an open office. */
type OfficeName = { [N in EndpointName]: Contract[N]['kind'] extends 'lobby' ? never : N }[EndpointName]

/** What a user can do, in words, and why it is whose it is. */
const words = {
  look: { what: '看台账、看板、提醒，打印和导出', why: '业务记录只给办业务的人看；打印、导出留痕' },
  write: { what: '登记、改动、作废、恢复、撤销', why: '谁办谁登记；三名管理员都不碰业务记录' },
  reveal: { what: '查看身份号码、手机全文', why: '平时一律遮住几位，每看一次记一行' },
  import: { what: '导入表格', why: '与登记同权，先预览后写入' },
  create: { what: '新增、停用、启用使用人，设初始口令', why: '建人的不能授权，新人没有任何权限' },
  keys: { what: '更换数据库密钥', why: '建人、停用的一方收尾，换前先备份，口令一个也不用知道' },
  grant: { what: '授予、收回身份', why: '授权的不能建人，也看不到业务记录' },
  users: { what: '看使用人名单和这张权限表', why: '三员各管一段，互相看得见' },
  audit: { what: '查、导出审计记录', why: '审计的什么也不能改，业务内容只见到是哪一条、哪几项' },
  backup: { what: '备份，定备份文件夹，校验备份', why: '备份是加密的，不看内容也能备份' },
  update: { what: '更新程序', why: '管这台电脑的人更新，先备份，不看业务记录' },
  session: { what: '核对审计链，看备份情况，改本人口令', why: '人人可以核对，核对不改任何内容' },
} as const
type RightName = keyof typeof words

/** Which right an endpoint belongs to; one that is missing here does not compile, one that other roles have than its right is a failing test. */
const rightOf: Readonly<Record<OfficeName, RightName>> = {
  'records.list': 'look',
  'records.ids': 'look',
  'records.get': 'look',
  'records.titles': 'look',
  'records.history': 'look',
  'records.export': 'look',
  'attachment.save': 'look',
  'attachment.names': 'look',
  'organization.tree': 'look',
  'organization.page': 'look',
  'search.all': 'look',
  'people.match': 'look',
  'person.timeline': 'look',
  'quota.overview': 'look',
  'quota.about': 'look',
  'quota.board': 'look',
  'quota.people': 'look',
  'quota.subjects': 'look',
  'quota.missed': 'look',
  'quota.subject': 'look',
  'quota.month': 'look',
  'quota.ofSubject': 'look',
  'quota.preview': 'look',
  'quota.years': 'look',
  'activity.list': 'look',
  'activity.totals': 'look',
  'activity.consequences': 'look',
  'attendance.get': 'look',
  'attendance.roll': 'look',
  'calendar.year': 'look',
  'calendar.reckon': 'look',
  'due.list': 'look',
  'due.month': 'look',
  'meeting.list': 'look',
  'meeting.totals': 'look',
  'meeting.get': 'look',
  'meeting.expected': 'look',
  'ballot.rounds': 'look',
  'ballot.list': 'look',
  'ballot.expected': 'look',
  'ballot.get': 'look',
  'ballot.result': 'look',
  'ballot.ofPerson': 'look',
  'ballot.papers': 'write',
  'scheme.list': 'look',
  'scheme.get': 'look',
  'scheme.results': 'look',
  'scheme.report': 'look',
  'forms.list': 'look',
  'forms.preview': 'look',
  'forms.pdf': 'look',
  'forms.xlsx': 'look',
  'forms.print': 'look',
  'forms.register': 'look',
  'policies.coverage': 'look',
  'plan.year': 'look',
  'parameters.preview': 'look',
  'policies.list': 'look',
  'policies.clauses': 'look',
  'records.create': 'write',
  'records.update': 'write',
  'records.void': 'write',
  'records.restore': 'write',
  'undo.last': 'write',
  'attachment.add': 'write',
  'organization.move': 'write',
  'organization.close': 'write',
  'person.transfer': 'write',
  'person.setMany': 'write',
  'attendance.save': 'write',
  'activity.register': 'write',
  'calendar.mark': 'write',
  'due.snooze': 'write',
  'due.wake': 'write',
  'meeting.save': 'write',
  'ballot.startRound': 'write',
  'ballot.create': 'write',
  'ballot.save': 'write',
  'ballot.count': 'write',
  'ballot.close': 'write',
  'ballot.correct': 'write',
  'ballot.decide': 'write',
  'scheme.save': 'write',
  'scheme.copy': 'write',
  'records.reveal': 'reveal',
  'import.inspect': 'import',
  'import.preview': 'import',
  'import.write': 'import',
  'import.faults': 'import',
  'import.template': 'import',
  'import.handOut': 'import',
  'users.create': 'create',
  'users.resetPassword': 'create',
  'users.disable': 'create',
  'users.enable': 'create',
  'users.grant': 'grant',
  'keys.state': 'keys',
  'keys.newCode': 'keys',
  'keys.change': 'keys',
  'users.list': 'users',
  'audit.list': 'audit',
  'audit.export': 'audit',
  'backup.setFolder': 'backup',
  'backup.run': 'backup',
  'backup.prove': 'backup',
  'update.state': 'update',
  'update.look': 'update',
  'update.install': 'update',
  'update.setServer': 'update',
  'update.fetch': 'update',
  'backup.state': 'session',
  'session.current': 'session',
  'session.touch': 'session',
  'session.changePassword': 'session',
  'memory.get': 'session',
  'memory.put': 'session',
  'audit.verify': 'session',
  'jobs.cancel': 'session',
}

export interface Right {
  readonly what: string
  readonly why: string
  readonly endpoints: readonly OfficeName[]
  /** Who has it, as the contract says. */
  readonly holders: readonly Role[]
}

const officeNames = Object.keys(rightOf) as OfficeName[]
const rightNames = Object.keys(words) as RightName[]

export const rights: readonly Right[] = rightNames.map(name => {
  const endpoints = officeNames.filter(endpoint => rightOf[endpoint] === name)
  const mayAll = (role: Role) => endpoints.every(endpoint => (contract[endpoint] as Endpoint).by.includes(role))
  return { ...words[name], endpoints, holders: roleNames.filter(mayAll) }
})
