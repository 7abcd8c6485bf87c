import { choice, date, decimal, note, text } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { parameterCatalogue } from '../rules/parameters.ts'

export const parameterBases = { national: '国家规定', policy: '本单位文件', local: '各地做法', unverified: '待核' } as const

/** 参数: a number that a regulation or an office may change, valid from its first day. */
export const parameter = defineRecord('parameter', {
  label: '参数',
  fields: {
    key: text({ label: '参数', required: true }),
    value: decimal({ label: '数值', required: true }),
    startsOn: date({ label: '自何日起', required: true }),
    clause: text({ label: '依据条款' }),
    basis: choice(parameterBases, { label: '依据性质', required: true }),
    remark: note({ label: '说明' }),
  },
  title: 'key',
  key: ['key', 'startsOn'],
  list: ['key', 'value', 'startsOn', 'clause', 'basis'],
  form: [['key', 'value'], ['startsOn', 'basis'], ['clause'], ['remark']],
  check: p => {
    const faults: (Fault & { field: 'key' | 'value' })[] = []
    const known = parameterCatalogue[p.key]
    if (!known) faults.push({ field: 'key', code: 'unknownParameter', message: '没有这个参数' })
    else if (p.value < known.min || p.value > known.max) faults.push({ field: 'value', code: 'badNumber', message: `应在 ${known.min} 到 ${known.max} 之间` })
    return faults
  },
})
export type Parameter = RecordOf<typeof parameter>
