import { roles } from './roles.ts'
import { choice, flag, idNumber, multi, ref, text } from '../records/fields.ts'
import { defineLines, defineRecord, type LineOf, type RecordOf } from '../records/record.ts'
import { secretClasses } from '../records/secrecy.ts'
import { topics } from '../records/topics.ts'

/** 使用人: a person who opens the office, with one role. The password opens a key slot beside the database, not this record. */
export const user = defineRecord('user', {
  label: '使用人',
  fields: {
    name: text({ label: '姓名', required: true, unique: true }),
    role: choice(roles, { label: '身份', required: true }),
    disabled: flag({ label: '停用', required: true }),
    modules: multi(topics, { label: '经办模块', help: '不选就是全部' }),
    scopeId: ref('organization', { label: '经办范围', help: '这个党组织和它下面的；不选就是全台账' }),
    grants: multi(secretClasses, { label: '监督资料', help: '逐类授权，不选就是一类也不能看' }),
  },
  title: 'name',
  list: ['name', 'role', 'disabled'],
  form: [['name', 'role'], ['disabled'], ['modules', 'scopeId'], ['grants']],
})
export type User = RecordOf<typeof user>

export const tieRelations = { self: '本人', relative: '亲属' } as const

/** 回避: who a user is, and whom he is related to. What 监督资料 say of them he does not open. By ID number: who says so sees no roster. */
export const userTie = defineLines('userTie', {
  label: '回避',
  parent: 'user',
  fields: {
    relation: choice(tieRelations, { label: '关系', required: true }),
    name: text({ label: '姓名', required: true }),
    idNumber: idNumber({ label: '身份号码', required: true }),
  },
  key: ['idNumber'],
})
export type UserTie = LineOf<typeof userTie>
