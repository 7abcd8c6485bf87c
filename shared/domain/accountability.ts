import { attachment, date, note, ref, text, words } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** 责任追究: who answers for what was done wrongly at which step of a procedure, and what became of it. The last of the “五项制度”. */
export const accountability = defineRecord('accountability', {
  label: '责任追究',
  topic: 'membership',
  serves: ['M107'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', help: '因哪一个卷宗追究；没有立卷的空着', also: words('发展对象 涉及人员 卷宗姓名') }),
    organizationId: ref('organization', { label: '责任党组织', also: words('责任单位 党组织 党支部 支部 所在党支部 单位') }),
    liable: text({ label: '责任人', required: true, also: words('被追究人 责任人员 责任人姓名 姓名'), help: '几个人的用顿号隔开' }),
    link: text({
      label: '环节',
      required: true,
      also: words('责任环节 工作环节 步骤 问题环节'),
      suggestions: words('入党谈话 确定积极分子 培养教育考察 公示 政治审查 短期集中培训 预审 支部大会 上级审批 预备期考察 转正 材料归档'),
    }),
    problem: note({ label: '问题', required: true, also: words('存在问题 问题描述 主要问题 失误情况 责任情形') }),
    handling: note({ label: '处理', required: true, also: words('处理结果 处理意见 处理情况 追究方式 处理方式') }),
    basis: text({ label: '依据', also: words('处理依据 追究依据 文件依据'), help: '哪个文件、哪一条' }),
    decidedOn: date({ label: '日期', required: true, also: words('处理日期 追究日期 处理时间 追究时间 决定日期 时间') }),
    scan: attachment({ label: '材料扫描件' }),
    remark: note({ label: '备注' }),
  },
  title: 'liable',
  key: ['liable', 'link', 'decidedOn'],
  list: ['decidedOn', 'organizationId', 'liable', 'link', 'problem', 'handling', 'basis', 'caseId'],
  form: [['caseId', 'organizationId'], ['liable', 'link', 'decidedOn'], ['problem'], ['handling'], ['basis', 'scan'], ['remark']],
})
export type Accountability = RecordOf<typeof accountability>
