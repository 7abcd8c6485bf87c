import { attachment, choice, date, decimal, flag, integer, note, ref, text, words } from '../records/fields.ts'
import { defineLines, defineRecord, type Fault, type LineOf, type RecordOf } from '../records/record.ts'
import { subjectFaults } from './checks.ts'

export const schemeTargets = { member: '党员', leader: '党员领导干部', organization: '党组织' } as const

/** 考核方案: what a year's quantified assessment scores, who scores it with what weight, and from how many points a grade is proposed. */
export const scheme = defineRecord('scheme', {
  label: '考核方案',
  serves: ['M007', 'M008', 'M009', 'M016', 'M017', 'M099'],
  fields: {
    name: text({ label: '方案名称', required: true }),
    year: integer({ label: '年度', required: true }),
    target: choice(schemeTargets, { label: '考核对象', required: true }),
    excellentFrom: decimal({ label: '优秀，不低于' }),
    qualifiedFrom: decimal({ label: '合格，不低于' }),
    basicFrom: decimal({ label: '基本合格，不低于' }),
    trimmed: flag({ label: '去掉一个最高分和一个最低分', required: true }),
    approvedOn: date({ label: '通过日期' }),
    source: text({ label: '依据' }),
    remark: note({ label: '说明' }),
  },
  title: 'name',
  key: ['name', 'year'],
  list: ['name', 'year', 'target', 'approvedOn', 'source'],
  form: [['name', 'year', 'target'], ['excellentFrom', 'qualifiedFrom', 'basicFrom', 'trimmed'], ['approvedOn', 'source'], ['remark']],
  yearBy: 'year',
  check: s => {
    const faults: (Fault & { field: 'qualifiedFrom' | 'basicFrom' })[] = []
    const below = (lower: number | null, higher: number | null) => lower === null || higher === null || lower < higher
    if (!below(s.qualifiedFrom, s.excellentFrom)) faults.push({ field: 'qualifiedFrom', code: 'order', message: '合格线应低于优秀线' })
    if (!below(s.basicFrom, s.qualifiedFrom)) faults.push({ field: 'basicFrom', code: 'order', message: '基本合格线应低于合格线' })
    return faults
  },
})
export type Scheme = RecordOf<typeof scheme>

/** 指标: one thing that is scored, under its 一级指标. */
export const schemeItem = defineLines('schemeItem', {
  label: '考核指标',
  parent: 'scheme',
  fields: {
    number: integer({ label: '序号', required: true }),
    area: text({ label: '一级指标', required: true }),
    name: text({ label: '二级指标', required: true }),
    points: decimal({ label: '分值', required: true }),
    rule: note({ label: '计分规则' }),
    evidence: text({ label: '佐证材料' }),
  },
  key: ['number'],
})
export type SchemeItem = LineOf<typeof schemeItem>

/** 考评人组: who scores, with what weight (in hundredths of the whole), and which share of them must have scored for it to count. */
export const schemeGroup = defineLines('schemeGroup', {
  label: '考评人组',
  parent: 'scheme',
  fields: {
    code: text({ label: '代号', required: true }),
    label: text({ label: '考评人', required: true }),
    weight: decimal({ label: '权重', required: true }),
    minimum: decimal({ label: '最低参评率', help: '百分数，不填则不限' }),
  },
  key: ['code'],
})
export type SchemeGroup = LineOf<typeof schemeGroup>

/** 一票否决事项: a matter that makes the assessment fail whatever the score. */
export const schemeVeto = defineLines('schemeVeto', {
  label: '一票否决事项',
  parent: 'scheme',
  fields: { number: integer({ label: '序号', required: true }), matter: text({ label: '事项', required: true }) },
  key: ['number'],
})
export type SchemeVeto = LineOf<typeof schemeVeto>

export const adjustmentKinds = { plus: '加分', minus: '减分', veto: '一票否决' } as const

/** 加减分和一票否决: what is added to or taken off a score, or makes it fail, with the evidence. */
export const scoreAdjustment = defineRecord('scoreAdjustment', {
  label: '加减分和一票否决',
  topic: 'appraisal',
  serves: ['M007', 'M009'],
  fields: {
    personId: ref('person', { label: '姓名', also: ['党员', '被考核人'], help: '考核党组织时不填' }),
    organizationId: ref('organization', { label: '党组织', also: ['被考核党组织'], help: '考核党员时不填' }),
    schemeId: ref('scheme', { label: '考核方案' }),
    happenedOn: date({ label: '日期', required: true, also: ['时间', '发生日期'] }),
    kind: choice(adjustmentKinds, { label: '类别', required: true, aliases: { 奖励加分: 'plus', 扣分: 'minus', 否决: 'veto' } }),
    points: decimal({ label: '分值', also: ['分数', '加减分'] }),
    reason: text({ label: '事由', required: true, also: words('原因 事项 加分事由 减分事由') }),
    basis: text({ label: '依据', also: ['佐证', '文号'] }),
    evidence: attachment({ label: '佐证材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'reason',
  key: ['personId', 'organizationId', 'happenedOn', 'reason'],
  list: ['personId', 'organizationId', 'happenedOn', 'kind', 'points', 'reason', 'basis'],
  form: [
    ['personId', 'organizationId', 'schemeId'],
    ['happenedOn', 'kind', 'points'],
    ['reason', 'basis'],
    ['evidence', 'remark'],
  ],
  check: a => [
    ...subjectFaults(a),
    ...((a.kind === 'plus' || a.kind === 'minus') && a.points === null ? [{ field: 'points', code: 'missing', message: '加分、减分要填分值' } as const] : []),
  ],
})
export type ScoreAdjustment = RecordOf<typeof scoreAdjustment>
