import { attachment, choice, date, note, ref, text } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'

export const policyLevels = { own: '本单位执行的文件', upper: '上级文件', national: '国家规定' } as const
export const policyStatuses = { inForce: '现行', superseded: '已被替代', repealed: '已废止' } as const
export const clauseChecks = { checked: '已核', open: '待核' } as const

/** 制度文件: a document whose clauses the office answers for. */
export const policy = defineRecord('policy', {
  label: '制度文件',
  fields: {
    title: text({ label: '文件名称', required: true, unique: true }),
    number: text({ label: '文号' }),
    issuer: text({ label: '发文单位' }),
    issuedOn: date({ label: '发文日期' }),
    effectiveOn: date({ label: '施行日期' }),
    level: choice(policyLevels, { label: '层级', required: true }),
    status: choice(policyStatuses, { label: '效力', required: true }),
    source: text({ label: '原文出处', help: '原文存放的位置或文件名' }),
    file: attachment({ label: '原文附件' }),
    remark: note({ label: '备注' }),
  },
  title: 'title',
  list: ['title', 'number', 'issuer', 'issuedOn', 'level', 'status'],
  form: [['title'], ['number', 'issuer'], ['issuedOn', 'effectiveOn'], ['level', 'status'], ['source', 'file'], ['remark']],
  check: p =>
    p.issuedOn && p.effectiveOn && p.effectiveOn < p.issuedOn ? [{ field: 'effectiveOn', code: 'dateOrder', message: '施行日期早于发文日期，请核对' }] : [],
})
export type Policy = RecordOf<typeof policy>

/** How many mechanisms the five documents have: M001 to this. */
const lastMechanism = 178

/** 制度条款: one thing a document asks for, in its own words, and what the office keeps it with. */
export const clause = defineRecord('clause', {
  label: '制度条款',
  fields: {
    policyId: ref('policy', { label: '所属文件', required: true }),
    code: text({ label: '编号', required: true, help: '条款号；条款号未核的写“摘 1”' }),
    section: text({ label: '所在部分' }),
    phrase: text({ label: '机制', required: true, help: '一句话说清这一条要求做什么' }),
    number: text({ label: '数量', help: '如：每月 1 次、32 学时' }),
    text: note({ label: '条文', required: true, help: '抄原文，不改写' }),
    verified: choice(clauseChecks, { label: '核对', required: true }),
    mechanism: text({ label: '对应机制', help: '与五个文件的哪一条要求相同，写 M001 到 M178；没有则留空' }),
    links: note({ label: '本单位指定的承接' }),
  },
  title: 'phrase',
  key: ['policyId', 'code'],
  list: ['code', 'phrase', 'number', 'text', 'verified', 'mechanism', 'links'],
  form: [['policyId'], ['code', 'number'], ['phrase'], ['section'], ['text'], ['verified', 'mechanism'], ['links']],
  check: c => {
    const faults: (Fault & { field: 'mechanism' })[] = []
    const which = c.mechanism === null ? 1 : Number(/^M(\d{3})$/.exec(c.mechanism)?.[1] ?? 0)
    if (which < 1 || which > lastMechanism)
      faults.push({ field: 'mechanism', code: 'unknownMechanism', message: `没有机制“${c.mechanism}”，应写 M001 到 M${lastMechanism}` })
    return faults
  },
})
export type Clause = RecordOf<typeof clause>
