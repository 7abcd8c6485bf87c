import { choice, date, flag, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { cadreLevels, cadreLevelWords, holdingMethods, cadrePostKinds } from './cadre-words.ts'

/** 职位: a post of a unit and how many are to hold it. Who holds it is `postHolding`. */
export const post = defineRecord('post', {
  label: '职位',
  screen: '/cadres/posts',
  serves: ['M029'],
  fields: {
    unit: text({ label: '单位', required: true, also: words('所属单位 单位名称 机构 部门') }),
    title: text({ label: '职位名称', required: true, unique: true, also: words('职位 职务 职务名称 岗位名称'), help: '带单位的全称，如“教育局副局长”' }),
    organizationId: ref('organization', { label: '党组织', also: ['所属党组织'], help: '单位的党组织，选了就随它汇总' }),
    level: choice(cadreLevels, { label: '职务层次', also: words('级别 行政级别'), aliases: cadreLevelWords }),
    kind: choice(cadrePostKinds, {
      label: '职位类别',
      required: true,
      also: ['类别', '职务属性'],
      aliases: wordsFor<keyof typeof cadrePostKinds>({
        team: '班子 领导班子成员 领导职务',
        middle: '中层 内设机构领导职务 中层干部',
        rank: '非领导职务',
        other: '其它',
      }),
    }),
    headcount: integer({ label: '应配人数', required: true, also: words('应配 职数 核定职数 编制数') }),
    termYears: integer({ label: '任期（年）', also: ['任期'] }),
    probation: flag({ label: '实行试用期', also: ['试用期'] }),
    number: integer({ label: '排序号', also: ['排序', '顺序号'] }),
    abolishedOn: date({ label: '撤销日期', also: ['撤销时间'] }),
    remark: note({ label: '备注' }),
  },
  title: 'title',
  key: ['title'],
  list: ['unit', 'title', 'level', 'kind', 'headcount', 'termYears', 'organizationId'],
  form: [
    ['unit', 'title', 'level', 'kind', 'headcount'],
    ['termYears', 'probation', 'organizationId', 'number', 'abolishedOn', 'remark'],
  ],
  standing: true,
})
export type Post = RecordOf<typeof post>

/** 任职: someone holds a post from a day on. The decision's day begins the office, the notice's day the probation (党政领导干部任职试用期暂行规定). */
export const postHolding = defineRecord('postHolding', {
  label: '干部任免',
  topic: 'cadres',
  serves: ['M029'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['干部姓名', '任免人员', '干部'] }),
    title: text({ label: '职务', required: true, also: words('任职职务 任免职务 职位 担任职务') }),
    postId: ref('post', { label: '职位', help: '选了才计入应配、实配', also: ['职位名称'] }),
    unit: text({ label: '所属单位', also: words('单位 任职单位 所在单位') }),
    concurrent: flag({ label: '是否兼任', also: ['兼任', '兼职'] }),
    method: choice(holdingMethods, {
      label: '任职方式',
      also: ['任免方式'],
      aliases: wordsFor<keyof typeof holdingMethods>({
        appointed: '任命 委任制',
        elected: '选举 选任制',
        examined: '考试录用 公开选拔 竞争上岗',
        hired: '聘用 聘任制',
      }),
    }),
    startsOn: date({ label: '任职日期', required: true, also: words('任免日期 任职时间 决定日期 党委常委会日期 起始日期') }),
    noticeOn: date({ label: '任职通知日期', also: words('发文日期 试用任职通知日期') }),
    document: text({ label: '任职文号', also: words('发文号 文号 任免文号') }),
    probationUntil: date({ label: '试用期至', also: words('试用期满日期 试用期截止') }),
    confirmedOn: date({ label: '正式任职日期', also: ['转正日期', '试用期满考核合格日期'], help: '试用期满考核合格，试用期计入任职时间' }),
    termUntil: date({ label: '任期届满', also: words('任期至 任期截止') }),
    endsOn: date({ label: '免职日期', also: words('免职时间 离任日期 结束日期') }),
    endDocument: text({ label: '免职文号' }),
    endReason: text({ label: '免职原因', suggestions: ['职务变动', '到龄免职', '退休', '辞职', '试用期满不合格', '组织处理'] }),
    remark: note({ label: '备注' }),
  },
  title: 'title',
  key: ['personId', 'title', 'startsOn'],
  list: ['personId', 'title', 'unit', 'method', 'startsOn', 'document', 'probationUntil', 'endsOn'],
  form: [
    ['personId', 'title', 'postId', 'unit', 'concurrent', 'method'],
    ['startsOn', 'noticeOn', 'document', 'probationUntil', 'confirmedOn', 'termUntil'],
    ['endsOn', 'endDocument', 'endReason', 'remark'],
  ],
  sections: { personId: '职务', startsOn: '任职', endsOn: '免职' },
  standing: true,
  order: [
    ['startsOn', 'endsOn'],
    ['startsOn', 'probationUntil'],
    ['startsOn', 'confirmedOn'],
    ['startsOn', 'termUntil'],
  ],
})
export type PostHolding = RecordOf<typeof postHolding>
