import { attachment, choice, date, integer, month, note, ref, text, words } from '../records/fields.ts'
import { defineLines, defineRecord, type LineOf, type RecordOf } from '../records/record.ts'
import { cadreIdentities, cadreIdentityWords, cadreLevels, cadreLevelWords, yearGrades } from './cadre-words.ts'

const degrees = ['博士', '硕士', '学士']
const educations = ['研究生', '大学', '大专', '中专', '高中']

/**
 * 干部信息: what the 任免审批表 asks about a person beside what `person` holds, one record a person. Name, sex, birth, nation,
 * 籍贯 and the day of joining the Party stand in `person` and nowhere else.
 */
export const cadre = defineRecord('cadre', {
  label: '干部信息',
  screen: '/cadres',
  serves: ['M005', 'M029'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, unique: true, also: ['干部姓名', '干部'] }),
    unit: text({ label: '所在单位', also: words('单位 工作单位 任职单位 部门 所在部门') }),
    currentPost: note({ label: '现任职务', also: words('职务 所在单位及职务 现任单位及职务 工作单位及职务 单位及职务 现职务 任职') }),
    level: choice(cadreLevels, { label: '职务层次', also: words('级别 职级层次 行政级别 干部级别 职务级别'), aliases: cadreLevelWords }),
    postSince: date({ label: '任现职务时间', also: words('现职务始任时间 任现职时间 现任职务时间 任职时间 现职务任职时间') }),
    levelSince: date({ label: '任现层次时间', also: words('任同级职务时间 现级别时间 任现级别时间 任该级职务时间'), help: '首次任现职务层次的时间' }),
    rank: text({
      label: '职级',
      also: words('现职级 公务员职级 职员等级'),
      suggestions: ['一级调研员', '一级主任科员', '二级主任科员', '一级科员', '六级职员', '七级职员'],
    }),
    rankSince: date({ label: '任现职级时间', also: words('现职级始任时间 职级时间 现职级时间') }),
    identity: choice(cadreIdentities, { label: '干部身份', also: words('身份 编制性质 人员身份 编制'), aliases: cadreIdentityWords }),
    managedBy: text({ label: '管理权限', also: words('管理单位 干部管理权限 管理机关'), suggestions: ['省管', '市管', '县管', '校管', '单位自管'] }),
    number: integer({ label: '排序号', also: words('排序 干部排序 顺序号'), help: '名册按此排列，小的在前' }),
    birthPlace: text({ label: '出生地' }),
    startedWork: month({ label: '参加工作时间', also: words('参工时间 参加工作日期 参加工作年月 工作时间') }),
    parties: text({ label: '民主党派', also: words('参加民主党派 党派'), suggestions: words('民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 无党派') }),
    health: text({ label: '健康状况', also: ['健康'], suggestions: ['健康', '一般', '较差'] }),
    professionalTitle: text({ label: '专业技术职务', also: words('职称 专业技术职称 专业技术资格') }),
    expertise: text({ label: '熟悉专业有何专长', also: words('专长 特长 熟悉专业 专业专长 熟悉专业及专长') }),
    major: text({ label: '所学专业', also: ['专业', '最高学历专业'] }),
    fullTimeEducation: text({ label: '全日制学历', also: ['全日制教育', '全日制教育学历'], suggestions: educations }),
    fullTimeDegree: text({ label: '全日制学位', also: ['全日制教育学位'], suggestions: degrees }),
    fullTimeSchool: text({ label: '全日制毕业院校系及专业', also: words('全日制毕业院校 全日制院校 全日制教育毕业院校系及专业 全日制学历毕业院校系及专业') }),
    fullTimeDegreeSchool: text({ label: '全日制学位毕业院校系及专业', help: '与学历不同校时填' }),
    inServiceEducation: text({ label: '在职学历', also: ['在职教育', '在职教育学历'], suggestions: educations }),
    inServiceDegree: text({ label: '在职学位', also: ['在职教育学位'], suggestions: degrees }),
    inServiceSchool: text({ label: '在职毕业院校系及专业', also: words('在职毕业院校 在职院校 在职教育毕业院校系及专业 在职学历毕业院校系及专业') }),
    inServiceDegreeSchool: text({ label: '在职学位毕业院校系及专业', help: '与学历不同校时填' }),
    gradesText: note({ label: '年度考核结果', also: ['年度考核情况', '近三年年度考核结果'], help: '逐年登记后按年份打印，这里只存表上的原文' }),
    ageLimit: integer({ label: '改革前任职年龄界限', help: '留空按男 60、女 55 计算到龄' }),
    retiresOn: month({ label: '到龄年月', also: words('到龄时间 退休年月'), help: '留空由出生年月推算；另有规定的填规定的年月' }),
    leftOn: date({ label: '退出管理日期', also: words('退休日期 调出日期 退出日期'), help: '退休、调出、辞职后填，不再列入名册' }),
    leftReason: text({ label: '退出原因', suggestions: ['退休', '调出', '辞去公职', '开除', '去世'] }),
    photo: attachment({ label: '照片' }),
    remark: note({ label: '备注' }),
    proposedPost: note({ label: '拟任职务', also: ['拟任'] }),
    removedPost: note({ label: '拟免职务', also: ['拟免'] }),
    reason: note({ label: '任免理由' }),
    reportedBy: note({ label: '呈报单位', help: '留空导出时写本单位' }),
    approval: note({ label: '审批机关意见' }),
    administration: note({ label: '行政机关任免意见' }),
    filledBy: text({ label: '填表人', help: '留空写导出的人' }),
    agesOn: date({ label: '计算年龄时间', help: '留空按打印、导出当天' }),
    filledOn: date({ label: '填表时间', help: '留空按打印、导出当天' }),
    /** The `.lrmx` it was read from, without the photo that is kept: what the program has no field for is written back from it. */
    sheetFile: attachment({ label: '导入的任免表文件' }),
  },
  title: 'personId',
  key: ['personId'],
  list: ['personId', 'unit', 'currentPost', 'level', 'postSince', 'rank', 'rankSince', 'startedWork', 'major', 'professionalTitle'],
  form: [
    ['personId', 'unit', 'currentPost', 'level', 'postSince', 'levelSince', 'rank', 'rankSince', 'identity', 'managedBy', 'number'],
    ['birthPlace', 'startedWork', 'parties', 'health', 'professionalTitle', 'expertise', 'major'],
    [
      'fullTimeEducation',
      'fullTimeDegree',
      'fullTimeSchool',
      'fullTimeDegreeSchool',
      'inServiceEducation',
      'inServiceDegree',
      'inServiceSchool',
      'inServiceDegreeSchool',
    ],
    ['gradesText', 'ageLimit', 'retiresOn', 'leftOn', 'leftReason', 'photo', 'sheetFile', 'remark'],
    ['proposedPost', 'removedPost', 'reason', 'reportedBy', 'approval', 'administration', 'filledBy', 'agesOn', 'filledOn'],
  ],
  sections: { personId: '职务', birthPlace: '基本情况', fullTimeEducation: '学历学位', gradesText: '其他', proposedPost: '本次任免呈报' },
  standing: true,
  order: [['postSince', 'leftOn']],
})
export type Cadre = RecordOf<typeof cadre>

/** 简历: one period. `until` stays empty for what goes on; 其间 stands in brackets in further lines of `content`. */
export const resumePeriod = defineLines('resumePeriod', {
  label: '简历',
  parent: 'cadre',
  fields: {
    number: integer({ label: '序号', required: true }),
    since: month({ label: '起' }),
    until: month({ label: '止' }),
    content: note({ label: '学习、工作经历', required: true }),
  },
  key: ['number'],
})
export type ResumePeriod = LineOf<typeof resumePeriod>

/** 家庭主要成员及重要社会关系. The age is never kept: it follows from the month of birth. */
export const familyMember = defineLines('familyMember', {
  label: '家庭成员',
  parent: 'cadre',
  fields: {
    number: integer({ label: '序号', required: true }),
    relation: text({ label: '称谓', required: true, suggestions: words('丈夫 妻子 儿子 女儿 父亲 母亲 岳父 岳母 公公 婆婆 哥哥 弟弟 姐姐 妹妹') }),
    name: text({ label: '姓名', required: true }),
    born: month({ label: '出生年月' }),
    politics: text({ label: '政治面貌', suggestions: words('中共党员 中共预备党员 共青团员 民建会员 民盟盟员 群众') }),
    work: note({ label: '工作单位及职务' }),
  },
  key: ['number'],
})
export type FamilyMember = LineOf<typeof familyMember>

/** 年度考核: one year's grade. */
export const yearGrade = defineLines('yearGrade', {
  label: '年度考核',
  parent: 'cadre',
  fields: {
    year: integer({ label: '年度', required: true }),
    grade: choice(yearGrades, { label: '等次', required: true }),
    remark: text({ label: '说明' }),
  },
  key: ['year'],
})
export type YearGrade = LineOf<typeof yearGrade>

/** 奖惩: as the sheet tells it, one a line. */
export const reward = defineLines('reward', {
  label: '奖惩',
  parent: 'cadre',
  fields: {
    number: integer({ label: '序号', required: true }),
    kind: choice({ honour: '奖励', sanction: '惩处' }, { label: '类别', required: true }),
    given: month({ label: '时间' }),
    content: note({ label: '内容', required: true }),
  },
  key: ['number'],
})
export type Reward = LineOf<typeof reward>
