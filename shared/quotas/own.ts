import type { OwnQuota, ownSubjects } from '../domain/own-quota.ts'
import type { Fault, Fields, RecordType } from '../records/record.ts'
import type { Measure } from './measure.ts'
import { warnFor } from './meetings.ts'
import type { BodySubjects, PeopleSubjects, Quota } from './quota.ts'
import * as subjects from './subjects.ts'

type Draft = Omit<OwnQuota, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'voidedAt' | 'voidReason'>

const circles: Readonly<Record<keyof typeof ownSubjects, PeopleSubjects | BodySubjects>> = {
  members: subjects.members,
  leaders: subjects.leaders,
  officers: subjects.officers,
  floating: subjects.floating,
  branches: subjects.branches,
  groups: subjects.groups,
  committees: subjects.committees,
  bodies: subjects.bodies,
}

/** Attendance is asked for by the name of its lines; everything else by the record type. */
export const attendance = 'attendance'

/** What the column that names the subject must point to. */
export const ownTarget = (chosen: keyof typeof ownSubjects): 'person' | 'organization' => (circles[chosen].of === 'people' ? 'person' : 'organization')

export const ownQuotaName = (id: string): string => `own:${id}`

/** The quota that an office's own record declares. */
export function ownQuotaOf(record: Draft & { readonly id: string }): Quota {
  const name = ownQuotaName(record.id)
  return {
    name,
    label: record.label,
    unit: record.unit,
    topic: 'duty',
    serves: [],
    period: record.period,
    subjects: circles[record.subjects],
    measure: measureOf(record, name),
    targets: [],
    warn: record.warnDays === null ? warnFor(record.period) : { ownDays: record.warnDays },
    running: 'open',
    ownTarget: { key: name, value: record.target, startsOn: record.startsOn, clause: record.clause, basis: 'policy' },
  }
}

function measureOf(record: Draft, tally: string): Measure {
  const asksLines = record.source === attendance
  const amount = record.amountField ?? undefined
  const among = record.conditionValues?.split('、').map(value => (value === '是' ? true : value === '否' ? false : value))
  return {
    tally,
    of: asksLines ? 'activity' : record.source,
    ...(asksLines && { lines: attendance }),
    subject: record.subjectField,
    from: record.dateField,
    ...(amount !== undefined && { amount }),
    ...(record.conditionField !== null && among && { only: [{ field: record.conditionField, among }] }),
    ...(asksLines && { requires: [{ field: 'state', line: true as const, among: ['present', 'makeup'], why: '请假或缺勤，不计' }] }),
  }
}

/** What of the declaration names something that is not there, so that no quota is kept that cannot count. */
export function ownQuotaFaults(
  draft: Draft,
  types: Readonly<Record<string, RecordType>>,
  lineFields: Readonly<Record<string, { readonly fields: Fields }>>,
): readonly Fault[] {
  const asksLines = draft.source === attendance
  const record = types[asksLines ? 'activity' : draft.source]
  // What is counted stands on boards that everybody reads.
  if (!record || record.secret || (!record.topic && record.name !== 'activity')) return [{ field: 'source', code: 'unknownSource', message: '没有这个台账' }]
  const counted = asksLines ? (lineFields[attendance]?.fields ?? {}) : record.fields
  const faults: Fault[] = []
  const target = ownTarget(draft.subjects)
  if (counted[draft.subjectField]?.target !== target)
    faults.push({ field: 'subjectField', code: 'badField', message: `这一栏不是${target === 'person' ? '人员' : '党组织'}，与考核对象不符` })
  if (record.fields[draft.dateField]?.kind !== 'date') faults.push({ field: 'dateField', code: 'badField', message: '这一栏不是日期' })
  const amount = draft.amountField === null ? undefined : counted[draft.amountField]?.kind
  if (draft.amountField !== null && !['integer', 'decimal', 'money'].includes(amount ?? ''))
    faults.push({ field: 'amountField', code: 'badField', message: '这一栏不是数字，不能累计' })
  return [...faults, ...conditionFaults(draft, record.fields)]
}

function conditionFaults(draft: Draft, fields: Fields): readonly Fault[] {
  if (draft.conditionField === null) return []
  const field = fields[draft.conditionField]
  if (!field || (field.kind !== 'choice' && field.kind !== 'flag')) return [{ field: 'conditionField', code: 'badField', message: '只能按选择项或是非项筛选' }]
  const allowed = field.kind === 'flag' ? ['是', '否'] : Object.keys(field.choices ?? {})
  const unknown = draft.conditionValues?.split('、').find(value => !allowed.includes(value))
  return unknown === undefined ? [] : [{ field: 'conditionValues', code: 'badValue', message: `没有“${unknown}”这个值` }]
}
