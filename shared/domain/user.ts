import { roles } from './roles.ts'
import { choice, flag, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** 使用人: a person who opens the office, with one role. The password opens a key slot beside the database, not this record. */
export const user = defineRecord('user', {
  label: '使用人',
  fields: {
    name: text({ label: '姓名', required: true, unique: true }),
    role: choice(roles, { label: '身份', required: true }),
    disabled: flag({ label: '停用', required: true }),
  },
  title: 'name',
  list: ['name', 'role', 'disabled'],
  form: [['name', 'role'], ['disabled']],
})
export type User = RecordOf<typeof user>
