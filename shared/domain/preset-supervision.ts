import type { ParameterValue } from '../rules/parameters.ts'

type Basis = ParameterValue['basis']
const on = (startsOn: string, basis: Basis, clause: string, key: string, value: number): ParameterValue => ({ key, value, startsOn, clause, basis })

const letters = '《信访工作条例》（2022）'
const accusations = '《纪检监察机关处理检举控告工作规则》（2020），组织部门参照'
const reports = '《领导干部报告个人有关事项规定》（2017）'
const localRule = '各地操作规程，没有见到全国统一的条文；按此预置，可改'

/** 领导干部监督: until when what must be handed in, told and done. */
export const supervision: readonly ParameterValue[] = [
  on('2015-01-01', 'unverified', '函询通知书送达后 15 个工作日内回复；全国规定的原文待核', 'supervision.inquiryReply', 15),
  on('2015-01-01', 'local', `诫勉后交书面检查：${localRule}`, 'supervision.selfCriticism', 5),
  on('2015-01-01', 'local', `诫勉后交整改情况报告：${localRule}`, 'supervision.admonishReport', 6),
  on('2015-01-01', 'local', '有的地方要求提醒后也报整改情况；预置为不要求', 'supervision.remindReport', 0),
  on('2017-02-08', 'national', `${reports}第五条：每年 1 月 31 日前集中报告一次上一年度事项`, 'supervision.annualReportDay', 31),
  on('2017-02-08', 'national', `${reports}第二条：县处级副职以上的领导干部报告，含非领导职务、退出现职尚未退休的`, 'supervision.reportLevel', 4),
  on('2017-02-08', 'national', `${reports}：事项发生变化的，在事后 30 日内报告`, 'supervision.changeReport', 30),
  on('2000-01-01', 'local', '同类问题几年内再次出现没有统一规定，按 2 年预置，可改', 'supervision.repeatYears', 2),
  on('2000-01-01', 'local', '全部评为同一等次时提示，可改', 'supervision.sameGrade', 100),
  on('2000-01-01', 'local', '廉政档案一人一档，每年更新一次；几月底前没有统一规定，按 12 月预置，可改', 'integrity.updateMonth', 12),
  on('2022-05-01', 'national', `${letters}第二十三条：自收到信访事项之日起 15 日内书面告知`, 'petition.notice', 15),
  on('2022-05-01', 'national', `${letters}第三十四条：求决类事项自受理之日起 60 日内办结`, 'petition.close', 60),
  on('2022-05-01', 'national', `${letters}第三十四条：情况复杂的经批准可以延长，不超过 30 日`, 'petition.extend', 30),
  on('2022-05-01', 'national', `${letters}第三十五条：收到复查请求之日起 30 日内提出复查意见`, 'petition.review', 30),
  on('2020-01-21', 'unverified', `${accusations}：实名检举控告自收到之日起 15 个工作日内告知受理`, 'petition.noticeNamed', 15),
  on('2020-01-21', 'unverified', `${accusations}：实名检举控告自办结之日起 15 个工作日内反馈`, 'petition.feedback', 15),
  on('2020-01-21', 'unverified', `${accusations}：属于下级或其他机关受理的，5 个工作日内转送`, 'petition.forward', 5),
  on('2000-01-01', 'local', '监督资料默认不导出，本单位批准的改为 1', 'security.exportSecret', 0),
]
