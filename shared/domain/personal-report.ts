import { choice, date, integer, multi, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

export const personalReportKinds = { annual: '年度报告', change: '变动报告' } as const
export const reportCheckKinds = { random: '随机抽查', promotion: '凡提必核', petition: '举报查核', other: '其他重点查核' } as const
export const reportFindings = { truthful: '如实报告', omitted: '漏报', concealed: '隐瞒不报', pending: '待认定' } as const

/** 领导干部个人有关事项报告查核结果处理办法（2017）第三条. */
export const reportOmissions = {
  permits: '往来港澳台证件或往来情况未报告',
  area: '少报告房产面积',
  parking: '未报告车库、车位、储藏间',
  amount: '少报告股票、基金、保险或投资金额',
  otherOmission: '其他漏报',
} as const
/** 同上第四条. */
export const reportConcealments = {
  marriage: '婚姻变化未报告',
  passport: '因私护照或因私出国未报告',
  foreignMarriage: '子女涉外（港澳台）婚姻未报告',
  emigration: '配偶、子女移居未报告',
  employment: '配偶、子女及其配偶从业未报告',
  prosecution: '被追究刑事责任未报告',
  housing: '房产一套以上未报告',
  securities: '持有股票、基金、保险未报告',
  company: '投资企业一家以上未报告',
  otherConcealment: '其他隐瞒不报',
} as const

const handlings = {
  none: '不予处理',
  educate: '批评教育',
  correct: '限期改正',
  selfCriticism: '责令作出检查',
  admonish: '诫勉',
  cancelled: '取消考察对象资格',
  moved: '调整职务',
  removed: '免职',
  discipline: '移送纪检监察机关',
} as const

/** 个人有关事项报告: that and when a report was handed in, by whom it was due and until when. What it says is never kept here. */
export const personalReport = defineRecord('personalReport', {
  label: '个人有关事项报告',
  topic: 'supervision',
  secret: 'personalReport',
  serves: ['M144', 'M169'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('报告人 干部姓名 填报人') }),
    kind: choice(personalReportKinds, {
      label: '报告类别',
      required: true,
      also: words('类别 类型 填报类别'),
      aliases: wordsFor<keyof typeof personalReportKinds>({ annual: '年度 集中报告 年度集中报告 年度填报', change: '变动 变化报告 及时报告 事项变化' }),
    }),
    year: integer({ label: '报告年度', required: true, also: ['年度', '年份'], help: '报告哪一年的事项；年度报告次年 1 月交' }),
    eventOn: date({ label: '事项发生日期', also: words('事项发生时间 变化日期 变动日期 变化时间'), help: '变动报告才填，只填日期，不填是什么事项' }),
    formTakenOn: date({ label: '领表日期', also: words('领表时间 发表日期 领取日期') }),
    submittedOn: date({ label: '交表日期', also: words('实交日期 交表时间 实交时间 提交日期 上交日期 报送日期') }),
    coverOn: date({ label: '封面填表日期', also: ['封面日期', '填表日期'] }),
    receivedBy: text({ label: '接收人', also: ['收表人', '接收经办人'] }),
    returnedOn: date({ label: '退回补正日期', also: ['退回日期'] }),
    resubmittedOn: date({ label: '补正后交回日期', also: ['补交日期', '补正日期'] }),
    lateReason: text({ label: '未按期交的原因', also: ['未交原因', '逾期原因'] }),
    remark: note({ label: '备注', help: '不写报告的内容' }),
  },
  title: 'year',
  key: ['personId', 'kind', 'year', 'eventOn'],
  list: ['personId', 'kind', 'year', 'formTakenOn', 'eventOn', 'submittedOn', 'returnedOn', 'resubmittedOn', 'receivedBy'],
  form: [
    ['personId', 'kind', 'year', 'eventOn'],
    ['formTakenOn', 'submittedOn', 'coverOn', 'receivedBy', 'returnedOn', 'resubmittedOn', 'lateReason'],
    ['remark'],
  ],
  sections: { personId: '谁、报哪一年', formTakenOn: '领表和交表' },
  yearBy: 'year',
  order: [
    ['formTakenOn', 'submittedOn'],
    ['eventOn', 'submittedOn'],
    ['submittedOn', 'returnedOn'],
    ['returnedOn', 'resubmittedOn'],
  ],
  check: r => [
    ...yearFaults(r),
    ...(r.kind === 'change' && r.eventOn === null ? [{ field: 'eventOn', code: 'missing', message: '变动报告要填事项发生日期，期限由它推算' } as const] : []),
    ...(r.kind === 'annual' && r.eventOn !== null ? [{ field: 'eventOn', code: 'changeOnly', message: '年度报告不填事项发生日期' } as const] : []),
  ],
})
export type PersonalReport = RecordOf<typeof personalReport>

/** 个人有关事项查核: that a report was checked, what it was found to be by the code list of 2017, and what followed. Nothing of what it says. */
export const reportCheck = defineRecord('reportCheck', {
  label: '个人有关事项查核',
  topic: 'supervision',
  secret: 'personalReport',
  serves: ['M169'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('查核对象 被查核人 干部姓名 抽查对象') }),
    kind: choice(reportCheckKinds, {
      label: '查核类型',
      required: true,
      also: words('核查类型 类型 类别 查核类别'),
      aliases: wordsFor<keyof typeof reportCheckKinds>({
        random: '抽查 随机查核',
        promotion: '重点查核 提拔查核 考察对象查核 拟提拔查核',
        petition: '信访查核 举报核查',
        other: '其他',
      }),
    }),
    askedOn: date({ label: '查核日期', required: true, also: words('委托查询日期 核查日期 抽查日期 查核时间 查询日期') }),
    comparedOn: date({ label: '比对日期', also: words('比对日 比对时间') }),
    statedOn: date({ label: '本人说明日期', also: ['说明日期', '本人说明时间'] }),
    finding: choice(reportFindings, {
      label: '认定结果',
      also: ['查核结果', '认定'],
      aliases: wordsFor<keyof typeof reportFindings>({
        truthful: '如实填报 基本一致 一致 查核一致',
        omitted: '漏报情形',
        concealed: '瞒报',
        pending: '未认定',
      }),
    }),
    omissions: multi(reportOmissions, { label: '漏报情形', also: ['漏报项目'] }),
    concealments: multi(reportConcealments, { label: '隐瞒不报情形', also: ['瞒报项目', '瞒报情形'] }),
    basis: text({ label: '认定依据', also: ['依据', '处理依据'] }),
    decidedOn: date({ label: '认定日期', also: ['认定时间'] }),
    handling: multi(handlings, { label: '处理', also: ['处理方式', '处理结果', '处理意见'] }),
    handledOn: date({ label: '处理日期', also: ['处理时间'] }),
    barUntil: date({ label: '影响期至', also: ['影响期止', '影响期截止'], help: '按处理决定填' }),
    remark: note({ label: '备注', help: '不写报告的内容' }),
  },
  title: 'askedOn',
  key: ['personId', 'kind', 'askedOn'],
  list: ['personId', 'kind', 'askedOn', 'comparedOn', 'finding', 'decidedOn', 'handling', 'handledOn'],
  form: [
    ['personId', 'kind', 'askedOn', 'comparedOn', 'statedOn'],
    ['finding', 'omissions', 'concealments', 'basis', 'decidedOn'],
    ['handling', 'handledOn', 'barUntil', 'remark'],
  ],
  sections: { personId: '查核', finding: '认定', handling: '处理' },
  order: [
    ['askedOn', 'comparedOn'],
    ['comparedOn', 'statedOn'],
    ['askedOn', 'decidedOn'],
    ['decidedOn', 'handledOn'],
    ['handledOn', 'barUntil'],
  ],
  check: c => {
    const [left, hidden] = [(c.omissions ?? []).length > 0, (c.concealments ?? []).length > 0]
    if (c.finding === 'truthful' && (left || hidden))
      return [{ field: 'finding', code: 'contradicts', message: '选了漏报或隐瞒不报的情形，认定结果就不是如实报告' }]
    if (c.finding === 'omitted' && hidden) return [{ field: 'finding', code: 'contradicts', message: '有隐瞒不报的情形，认定结果应为隐瞒不报' }]
    return c.finding !== null && c.finding !== 'pending' && c.comparedOn === null
      ? [{ field: 'comparedOn', code: 'missing', message: '有认定结果时要填比对日期' }]
      : []
  },
})
export type ReportCheck = RecordOf<typeof reportCheck>
