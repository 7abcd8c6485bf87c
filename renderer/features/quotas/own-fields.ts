import { lines, records, registerNames } from '../../../shared/domain/index.ts'
import { ownSubjects } from '../../../shared/domain/own-quota.ts'
import { attendance, ownTarget } from '../../../shared/quotas/own.ts'
import type { Field } from '../../../shared/records/fields.ts'
import type { Fields, RecordType } from '../../../shared/records/record.ts'
import { isTopic, topics } from '../../../shared/records/topics.ts'
import type { Values } from '../../records/draft.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

const types: Readonly<Record<string, RecordType>> = records
const attended: Fields = lines.attendance.fields

/** The registers whose records can be counted, by their names. */
export const sources: readonly Option[] = [
  { value: attendance, label: '学习活动和会议：出勤的人' },
  { value: 'activity', label: '学习活动和会议：每次' },
  ...registerNames.flatMap(name => {
    const { label, topic, secret } = types[name] ?? records.activity
    return secret ? [] : { value: name, label: topic && isTopic(topic) ? `${label}（${topics[topic]}）` : label }
  }),
]

const recordFields = (source: unknown): Fields => (typeof source === 'string' ? (types[source === attendance ? 'activity' : source]?.fields ?? {}) : {})
/** The columns that belong to what is counted: of the line where people are named in lines. */
const countedFields = (source: unknown): Fields => (source === attendance ? attended : recordFields(source))

const options = (fields: Fields, fits: (field: Field) => boolean): readonly Option[] =>
  Object.entries(fields).flatMap(([value, field]) => (fits(field) ? [{ value, label: field.label }] : []))

const isCircle = (subjects: unknown): subjects is keyof typeof ownSubjects => typeof subjects === 'string' && Object.hasOwn(ownSubjects, subjects)

/** The columns that may name the subject: people for a quota of people, bodies for one of bodies. */
export function subjectOptions({ source, subjects }: Values): readonly Option[] {
  return isCircle(subjects) ? options(countedFields(source), field => field.target === ownTarget(subjects)) : []
}

export const dateOptions = ({ source }: Values): readonly Option[] => options(recordFields(source), field => field.kind === 'date')

export const amountOptions = ({ source }: Values): readonly Option[] =>
  options(countedFields(source), ({ kind }) => ['integer', 'decimal', 'money'].includes(kind))

export const conditionOptions = ({ source }: Values): readonly Option[] => options(recordFields(source), ({ kind }) => kind === 'choice' || kind === 'flag')

/** What a column of choices may hold, by its words; 是 and 否 of a flag. */
export function valueOptions({ source, conditionField }: Values): readonly Option[] {
  const field = typeof conditionField === 'string' ? recordFields(source)[conditionField] : undefined
  if (!field) return []
  const choices = field.kind === 'flag' ? { 是: '是', 否: '否' } : (field.choices ?? {})
  return Object.entries(choices).map(([value, label]) => ({ value, label }))
}

/** What follows from a change: columns of another register, or that name nobody of the circle, are chosen anew; a single one is taken. */
export function following(key: string, values: Values): Values {
  if (key !== 'source' && key !== 'subjects' && key !== 'conditionField') return {}
  if (key === 'conditionField') return { conditionValues: null }
  const subjects = subjectOptions(values)
  const kept = subjects.some(o => o.value === values['subjectField']) ? values['subjectField'] : null
  const subjectField = kept ?? (subjects.length === 1 ? (subjects[0]?.value ?? null) : null)
  if (key === 'subjects') return { subjectField }
  return { subjectField, dateField: dateOptions(values)[0]?.value ?? null, amountField: null, conditionField: null, conditionValues: null }
}
