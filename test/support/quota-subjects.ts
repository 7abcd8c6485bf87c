import type { ActivityKind } from '../../shared/domain/activity.ts'
import { bodyExemption, exemption } from '../../shared/domain/changes.ts'
import { records } from '../../shared/domain/index.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { QuotaName } from '../../shared/rules/quota-names.ts'
import { createTestApp } from './app.ts'
import { idNumberOf } from './office.ts'
import { draftOf, sample } from './sample.ts'

/** What is registered for a subject, on a day (or about a month or year), so that the quota counts it. */
export type Registered =
  | { readonly meeting: ActivityKind }
  | { readonly lecture: ActivityKind }
  | { readonly attended: ActivityKind; readonly hours?: true }
  | {
      readonly record: keyof typeof records
      readonly by?: 'personId' | 'organizationId'
      readonly on: string
      readonly amount?: string
      readonly with?: object
    }

export interface Row {
  readonly name: QuotaName
  readonly preset: 'college' | 'county'
  /** Fields of the person, or of the organization, that the quota is laid upon; null for the office itself. */
  readonly subject: { readonly person: object } | { readonly body: object; readonly members?: number } | null
  readonly registered: Registered
  /** Of one period, in the quota's unit, as the clause has it. */
  readonly target: number
  readonly clause: string
}

/** Required fields filled with anything valid, the others empty, and `given`. */
export const requiredOf = (type: RecordType, given: object): Record<string, unknown> => {
  const all = sample(type)
  const needed = Object.entries(type.fields).filter(([, field]) => field.required && !field.target)
  return draftOf(type, { ...Object.fromEntries(needed.map(([key, field]) => [key, field.kind === 'flag' ? false : all[key]])), ...given })
}

/** An office with one subject of the quota, and how to register something for it. */
export async function officeWith(row: Row, today: string) {
  const t = await createTestApp({ today, preset: row.preset })
  const create = async (type: RecordType, draft: object) => String((await t.call('records.create', { type: type.name as never, draft: { ...draft } }))['id'])
  const branch = await create(organization, draftOf(organization, { name: '机电系党支部', kind: 'branch' }))
  let people = 0
  const member = async (given: object, idNumber = idNumberOf(++people)) =>
    create(person, draftOf(person, { name: '单雄信', idNumber, category: 'full', joinedOn: '2012-07-01', organizationId: branch, leader: false, ...given }))
  const { subject, registered } = row
  let subjectId = 'office'
  let where = branch
  if (subject && 'person' in subject) subjectId = await member(subject.person)
  if (subject && 'body' in subject) {
    subjectId = where = await create(organization, draftOf(organization, { name: '考核的党组织', kind: 'branch', ...subject.body }))
    for (let i = 0; i < (subject.members ?? 0); i++) await member({ organizationId: subjectId })
  }
  const activity = (kind: ActivityKind, startsOn: string, given: object) =>
    create(records.activity, draftOf(records.activity, { name: `活动 ${startsOn}`, kind, startsOn, endsOn: startsOn, hours: 0, counts: true, ...given }))
  let n = 0
  /** Registers as much as `amount` on a day; what counts by pieces is registered so many times. */
  const register = async (on: string, amount = row.target): Promise<void> => {
    if ('record' in registered) {
      const { record, by = 'personId', on: field, amount: amountField, with: more } = registered
      const dated = field === 'year' ? Number(on.slice(0, 4)) : field === 'month' ? on.slice(0, 7) : on
      const owner = subject === null ? { organizationId: where } : { [by]: subjectId }
      for (let i = 0; i < (amountField ? 1 : amount); i++) {
        const draft = requiredOf(records[record], { ...owner, [field]: dated, ...(amountField && { [amountField]: amount }), ...more })
        await create(records[record], numbered(records[record], draft, ++n))
      }
      return
    }
    for (let i = 0; i < ('attended' in registered && registered.hours ? 1 : amount); i++) {
      const name = `活动 ${++n}`
      if ('meeting' in registered) await activity(registered.meeting, on, { name, organizationId: where })
      if ('lecture' in registered) await activity(registered.lecture, on, { name, lecturerId: subjectId })
      if ('attended' in registered) {
        const hours = registered.hours ? Math.min(amount, 24) : 2
        for (let left = registered.hours ? amount : 2; left > 0; left -= hours) {
          const id = await activity(registered.attended, on, { name: `${name} ${left}`, hours: Math.min(hours, left) })
          await t.call('attendance.save', {
            activityId: id,
            version: 1,
            lines: [{ personId: subjectId, state: 'present', reason: null, hours: Math.min(hours, left) }],
          })
        }
      }
    }
  }
  const standing = async (year: number) => (await t.call('quota.subjects', { quota: row.name, year })).subjects.find(s => s.subjectId === subjectId)
  const open = (year: number) => t.call('quota.subject', { quota: row.name, year, subjectId })
  const free = (startsOn: string, endsOn: string) =>
    subject && 'person' in subject
      ? create(exemption, draftOf(exemption, { personId: subjectId, quota: row.name, reason: '长期患病', startsOn, endsOn }))
      : create(bodyExemption, draftOf(bodyExemption, { organizationId: subjectId, quota: row.name, reason: '正在组建', startsOn, endsOn }))
  return { ...t, create, member, register, standing, open, free, subjectId, branch }
}

/** Two records of a register are told apart by a text where there is one. */
function numbered(type: RecordType, draft: Record<string, unknown>, n: number): Record<string, unknown> {
  const key = Object.entries(type.fields).find(
    ([name, field]) => (field.kind === 'text' || field.kind === 'note') && (type.key.includes(name) || field.required),
  )?.[0]
  return key ? { ...draft, [key]: `第 ${n} 条` } : draft
}
