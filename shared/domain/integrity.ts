import { attachment, choice, date, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

/** 廉政档案年度更新: that somebody went through a file for a year, and what had changed. The file itself is assembled from the registers and kept nowhere. */
export const integrityReview = defineRecord('integrityReview', {
  label: '廉政档案年度更新',
  topic: 'supervision',
  secret: 'integrity',
  serves: ['M169'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('干部姓名 档案对象 建档对象') }),
    year: integer({ label: '年度', required: true, also: ['更新年度', '年份'] }),
    reviewedOn: date({ label: '更新日期', required: true, also: words('更新时间 核对日期 核对时间') }),
    reviewedBy: text({ label: '核对人', required: true, also: words('更新人 经办人 管理人') }),
    changes: note({ label: '本年度变化', also: words('变化情况 更新内容 更新情况'), help: '各项登记里补了什么；没有变化写无变化' }),
    remark: note({ label: '备注' }),
  },
  title: 'year',
  key: ['personId', 'year'],
  list: ['personId', 'year', 'reviewedOn', 'reviewedBy', 'changes'],
  form: [['personId', 'year', 'reviewedOn', 'reviewedBy', 'changes', 'remark']],
  yearBy: 'year',
  check: yearFaults,
})
export type IntegrityReview = RecordOf<typeof integrityReview>

const ways = { read: '查阅', borrow: '借出', copy: '摘抄复制' } as const

/** 廉政档案查阅: who asked for somebody's file and why, who approved it, and when it came back. */
export const integrityAccess = defineRecord('integrityAccess', {
  label: '廉政档案查阅',
  topic: 'supervision',
  secret: 'integrity',
  serves: ['M169'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('档案对象 干部姓名 被查阅人') }),
    askedOn: date({ label: '申请日期', required: true, also: words('申请时间 查阅申请日期 登记日期') }),
    askedBy: text({ label: '查阅人', required: true, also: words('申请人 借阅人 查档人') }),
    unit: text({ label: '查阅人单位职务', also: words('单位 查阅单位 借阅单位 单位职务') }),
    purpose: note({ label: '事由', required: true, also: words('用途 查阅事由 查阅目的 借阅事由') }),
    way: choice(ways, {
      label: '方式',
      required: true,
      also: ['查阅方式', '利用方式'],
      aliases: wordsFor<keyof typeof ways>({ read: '当场查阅 阅览', borrow: '借阅 外借', copy: '摘抄 复印 复制' }),
    }),
    approvedBy: text({ label: '批准人', also: words('审批人 批准领导 审定人') }),
    approvedOn: date({ label: '批准日期', also: words('批准时间 审批日期 审批时间') }),
    usedOn: date({ label: '查阅（借出）日期', also: words('查阅日期 借出日期 查阅时间 借出时间') }),
    returnBy: date({ label: '应还日期', also: ['归还期限'], help: '借出的才填' }),
    returnedOn: date({ label: '归还日期', also: words('归还时间 还回日期') }),
    file: attachment({ label: '审批单' }),
    remark: note({ label: '备注' }),
  },
  title: 'askedOn',
  key: ['personId', 'askedBy', 'askedOn'],
  list: ['personId', 'askedOn', 'askedBy', 'unit', 'purpose', 'way', 'approvedBy', 'approvedOn', 'usedOn', 'returnBy', 'returnedOn'],
  form: [
    ['personId', 'askedOn', 'askedBy', 'unit', 'way', 'purpose'],
    ['approvedBy', 'approvedOn', 'usedOn', 'returnBy', 'returnedOn', 'file', 'remark'],
  ],
  sections: { personId: '申请', approvedBy: '批准、查阅和归还' },
  order: [
    ['askedOn', 'approvedOn'],
    ['approvedOn', 'usedOn'],
    ['usedOn', 'returnBy'],
    ['usedOn', 'returnedOn'],
  ],
  check: a => [
    ...(a.usedOn !== null && (a.approvedOn === null || a.approvedBy === null)
      ? [{ field: 'approvedOn', code: 'missing', message: '批准后才能查阅、借出：填批准人和批准日期' } as const]
      : []),
    ...(a.way === 'borrow' && a.usedOn !== null && a.returnBy === null ? [{ field: 'returnBy', code: 'missing', message: '借出要写明应还日期' } as const] : []),
    ...(a.way !== 'borrow' && a.returnBy !== null ? [{ field: 'returnBy', code: 'borrowOnly', message: '借出的才填应还日期' } as const] : []),
    ...(a.returnedOn !== null && a.usedOn === null ? [{ field: 'usedOn', code: 'missing', message: '有归还日期，先填借出日期' } as const] : []),
  ],
})
export type IntegrityAccess = RecordOf<typeof integrityAccess>
