import { person } from '../../../shared/domain/person.ts'
import { date, decimal, type Field, note, text, words } from '../../../shared/records/fields.ts'
import { headingIndex, type SheetColumn } from '../../../shared/records/sheet.ts'

const column = (name: string, field: Field): SheetColumn => ({ name, field, required: false })
const day = (name: string, label: string, also: string): SheetColumn => column(name, date({ label, also: words(also) }))

/** Which field of 步骤办理 a column fills, and of which step. */
interface Filled {
  readonly step: string
  readonly field: 'startedOn' | 'doneOn' | 'people' | 'number' | 'place' | 'hours' | 'opinion'
}

/** A column by its name: `meeting.doneOn` is the day on which the branch meeting was held. */
export function filledBy(name: string): Filled | undefined {
  const [step, field] = name.split('.')
  if (step === undefined || field === undefined) return
  const fields = ['startedOn', 'doneOn', 'people', 'number', 'place', 'hours', 'opinion'] as const
  const known = fields.find(each => each === field)
  return known && { step, field: known }
}

/** 发展党员进度: a person a row, the days of the steps across, as offices and the system of their upper body keep it. */
export const caseColumns: readonly SheetColumn[] = [
  column('name', person.fields.name),
  column('idNumber', person.fields.idNumber),
  column('branch', person.fields.organizationId),
  day(
    'application.doneOn',
    '递交入党申请书日期',
    '提交书面申请书时间 申请入党时间 申请时间 递交申请书时间 递交入党申请书时间 申请书时间 申请日期 书面申请时间',
  ),
  day('talk.doneOn', '派人谈话日期', '谈话时间 谈话日期 派人谈话时间 党组织谈话时间 组织谈话时间'),
  column('talk.people', text({ label: '谈话人' })),
  column('talk.place', text({ label: '谈话地点', also: ['派人谈话地点'] })),
  day(
    'recommendation.doneOn',
    '确定为入党积极分子日期',
    '确定为入党积极分子时间 确定积极分子时间 确定为积极分子时间 列为积极分子时间 积极分子确定时间 入党积极分子时间 列为入党积极分子时间',
  ),
  day('activistFiling.doneOn', '积极分子备案日期', '积极分子备案时间 上级党委备案时间 备案时间 备案日期'),
  column('contacts.people', text({ label: '培养联系人', also: ['联系人', '入党培养联系人'] })),
  day('training.startedOn', '积极分子培训开始日期', '积极分子培训开始时间 入党积极分子培训开始时间 积极分子培训起'),
  day('training.doneOn', '积极分子培训结束日期', '积极分子培训结束时间 入党积极分子培训结束时间 积极分子培训止 积极分子培训时间'),
  column('training.opinion', text({ label: '积极分子培训结业成绩', also: ['积极分子结业成绩', '入党积极分子培训结业成绩'] })),
  day('consultation.doneOn', '支委会讨论发展对象日期', '支委会讨论时间 支委会研究发展对象时间'),
  day('consent.doneOn', '上级党委同意日期', '上级党委同意时间 党委同意时间'),
  day('candidateNotice.startedOn', '公示开始日期', '公示开始时间 公示起 发展对象公示开始时间'),
  day('candidateNotice.doneOn', '公示结束日期', '公示结束时间 公示止 发展对象公示结束时间'),
  column('candidateNotice.place', text({ label: '公示范围', also: ['公示地点', '公示位置'] })),
  day('candidate.doneOn', '确定为发展对象日期', '确定为发展对象时间 确定发展对象时间 列为发展对象时间 发展对象确定时间 发展对象时间'),
  column('sponsors.people', text({ label: '入党介绍人', also: ['介绍人'] })),
  day('review.doneOn', '政治审查日期', '政治审查时间 政审时间 政审日期'),
  day('course.startedOn', '发展对象培训开始日期', '发展对象培训开始时间 发展对象培训起'),
  day('course.doneOn', '发展对象培训结束日期', '发展对象培训结束时间 发展对象培训止 发展对象培训时间'),
  column('course.hours', decimal({ label: '发展对象培训学时', also: ['发展对象培训课时'] })),
  column('course.opinion', text({ label: '发展对象培训结业成绩', also: ['发展对象结业成绩'] })),
  day('preview.doneOn', '预审日期', '预审时间 党委预审时间 预审合格时间'),
  day('plannedOn', '列入发展计划日期', '列入发展计划时间 列入计划时间'),
  day('form.doneOn', '领取入党志愿书日期', '领取志愿书时间 领取入党志愿书时间 填写志愿书时间'),
  column('form.number', text({ label: '入党志愿书编号', also: ['志愿书编号', '志愿书号'] })),
  day(
    'meeting.doneOn',
    '支部大会通过日期（入党）',
    '入党时间 入党日期 加入中共组织的时间 支部大会通过时间 接收预备党员时间 接收为预备党员时间 成为预备党员时间',
  ),
  day('approval.doneOn', '上级党委审批日期', '党委审批时间 上级党委审批时间 上级党委批准时间 党委批准时间'),
  day('oath.doneOn', '入党宣誓日期', '入党宣誓时间 宣誓时间 宣誓日期'),
  day('conversionApplication.doneOn', '提交转正申请日期', '转正申请时间 提交转正申请时间'),
  day('conversionMeeting.doneOn', '转正日期', '转正时间 转为正式党员时间 支部大会通过转正时间'),
  day('conversionApproval.doneOn', '转正审批日期', '转正审批时间 党委审批转正时间'),
  column('stage', text({ label: '当前发展阶段', also: words('发展阶段 当前阶段 阶段 人员类别') })),
  column('remark', note({ label: '备注' })),
]

export const caseIndex = headingIndex(caseColumns)
export const stepColumns = caseColumns.filter(({ name }) => filledBy(name) !== undefined)
