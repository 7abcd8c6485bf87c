import { type Role, roleNames } from '../domain/roles.ts'
import { contract, type EndpointName } from './contract.ts'
import type { Endpoint } from './endpoint.ts'

/** What a user can do, in words. Whose it is, is read from the endpoints: one that a group names and another role has, is a failing test. */
export interface Right {
  readonly what: string
  readonly why: string
  readonly endpoints: readonly EndpointName[]
}

export const rights: readonly Right[] = [
  {
    what: '看台账、看板、提醒，打印和导出',
    why: '业务记录只给办业务的人看；打印、导出留痕',
    endpoints: [
      'records.list',
      'records.ids',
      'records.get',
      'records.titles',
      'records.history',
      'records.export',
      'attachment.save',
      'attachment.names',
      'organization.tree',
      'organization.page',
      'search.all',
      'people.match',
      'person.timeline',
      'quota.overview',
      'quota.about',
      'quota.board',
      'quota.people',
      'quota.subjects',
      'quota.missed',
      'quota.subject',
      'quota.month',
      'quota.ofSubject',
      'quota.preview',
      'quota.years',
      'activity.list',
      'activity.totals',
      'activity.consequences',
      'attendance.get',
      'attendance.roll',
      'calendar.year',
      'calendar.reckon',
      'due.list',
      'due.month',
      'meeting.list',
      'meeting.totals',
      'meeting.get',
      'meeting.expected',
      'forms.list',
      'forms.preview',
      'forms.pdf',
      'forms.xlsx',
      'forms.print',
      'forms.register',
      'policies.coverage',
      'policies.list',
      'policies.clauses',
    ],
  },
  {
    what: '登记、改动、作废、恢复、撤销',
    why: '谁办谁登记；三名管理员都不碰业务记录',
    endpoints: [
      'records.create',
      'records.update',
      'records.void',
      'records.restore',
      'undo.last',
      'attachment.add',
      'organization.move',
      'organization.close',
      'person.transfer',
      'person.setMany',
      'attendance.save',
      'activity.register',
      'calendar.mark',
      'due.snooze',
      'due.wake',
      'meeting.save',
    ],
  },
  { what: '查看身份号码、手机全文', why: '平时一律遮住几位，每看一次记一行', endpoints: ['records.reveal'] },
  {
    what: '导入表格',
    why: '与登记同权，先预览后写入',
    endpoints: ['import.inspect', 'import.preview', 'import.write', 'import.faults', 'import.template'],
  },
  {
    what: '新增、停用、启用使用人，设初始口令',
    why: '建人的不能授权，新人没有任何权限',
    endpoints: ['users.create', 'users.resetPassword', 'users.disable', 'users.enable'],
  },
  { what: '授予、收回身份', why: '授权的不能建人，也看不到业务记录', endpoints: ['users.grant'] },
  { what: '看使用人名单和这张权限表', why: '三员各管一段，互相看得见', endpoints: ['users.list'] },
  {
    what: '核对审计链，改本人口令，锁定',
    why: '人人可以核对，核对不改任何内容',
    endpoints: ['session.current', 'session.touch', 'session.changePassword', 'memory.get', 'memory.put', 'audit.verify', 'jobs.cancel'],
  },
]

/** Who has a right, as the contract says it. */
export const holdersOf = ({ endpoints }: Right): readonly Role[] =>
  roleNames.filter(role =>
    endpoints.every(name => {
      const endpoint: Endpoint = contract[name]
      return endpoint.by.includes(role)
    }),
  )
