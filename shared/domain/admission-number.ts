import { choice, date, decimal, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

export const admissionSpans = { year: '年度计划', threeYears: '三年规划' } as const
export const structureUnits = { percent: '占比（%）', people: '人数' } as const

/**
 * 发展计划数: how many an organization is to admit in a year, or in the three years from one; how many 积极分子 it is to have in
 * reserve; and of what kind those admitted are to be. Without a number of its own, it has what those below it have together.
 * A number of no organization is the whole office's, which need not stand in its own tree.
 */
export const admissionNumber = defineRecord('admissionNumber', {
  label: '发展计划数',
  topic: 'membership',
  serves: ['M104', 'M109'],
  fields: {
    organizationId: ref('organization', {
      label: '党组织',
      also: words('单位 党组织名称 单位名称 党支部 党委 计划单位'),
      help: '不填是整个单位的数',
    }),
    span: choice(admissionSpans, {
      label: '计划类别',
      required: true,
      also: words('类别 计划类型 期间'),
      aliases: wordsFor({ year: '年度 年度发展计划 发展党员计划', threeYears: '三年 三年发展规划 规划' }),
    }),
    year: integer({ label: '年度', required: true, also: words('年份 计划年度 起始年度 开始年度'), help: '三年规划填第一年' }),
    planned: integer({ label: '计划发展人数', required: true, also: words('计划数 计划人数 发展人数 发展党员数 指标数 计划发展数') }),
    pool: integer({ label: '积极分子队伍', also: words('积极分子数 积极分子队伍规模 积极分子人数 队伍规模 常数'), help: '要保持的人数' }),
    measuredIn: choice(structureUnits, {
      label: '结构要求按',
      also: ['结构单位'],
      aliases: { 占比: 'percent', '%': 'percent', 百分比: 'percent', 人: 'people' },
      help: '不填按占比',
    }),
    young: decimal({ label: '35 岁及以下', also: words('35岁以下 35岁及以下 三十五岁及以下 35岁以下占比 青年') }),
    women: decimal({ label: '女', also: words('女性 妇女 女党员 女性占比') }),
    college: decimal({ label: '大专以上', also: words('大专及以上 大专以上学历 大专及以上学历 大专以上占比') }),
    frontline: decimal({ label: '生产工作一线', also: words('一线 生产、工作一线 生产一线 工作一线 一线占比') }),
    planId: ref('studyPlan', { label: '计划文件', also: words('依据文件 计划名称 规划名称'), help: '登记在“培训计划”里的发展党员计划或规划' }),
    document: text({ label: '文号', also: words('文件号 发文号 下达文号') }),
    issuedOn: date({ label: '下达日期', also: words('下达时间 印发日期 批准日期') }),
    remark: note({ label: '备注' }),
  },
  title: 'year',
  key: ['organizationId', 'span', 'year'],
  list: ['organizationId', 'span', 'year', 'planned', 'pool', 'young', 'women', 'college', 'frontline', 'document', 'issuedOn'],
  form: [
    ['organizationId', 'span', 'year'],
    ['planned', 'pool'],
    ['measuredIn', 'young', 'women', 'college', 'frontline'],
    ['planId', 'document', 'issuedOn'],
    ['remark'],
  ],
  sections: { organizationId: '计划', measuredIn: '结构要求', planId: '依据' },
  yearBy: 'year',
  check: p => [...yearFaults(p), ...structureFaults(p)],
})
export type AdmissionNumber = RecordOf<typeof admissionNumber>

/** The kinds of people that a plan asks for among those admitted. */
export const structureLabels = { young: '35 岁及以下', women: '女', college: '大专以上', frontline: '生产工作一线' } as const
export type StructureName = keyof typeof structureLabels

type Structure = Readonly<Record<StructureName, number | null>> & { readonly measuredIn: keyof typeof structureUnits | null; readonly planned: number }

function structureFaults(p: Structure): readonly (Fault & { readonly field: StructureName })[] {
  const most = p.measuredIn === 'people' ? p.planned : 100
  const message = p.measuredIn === 'people' ? `不能多于计划发展人数 ${p.planned}` : '占比不能超过 100'
  return (Object.keys(structureLabels) as StructureName[]).flatMap(field => {
    const value = p[field]
    return value !== null && value > most ? [{ field, code: 'badNumber', message }] : []
  })
}
