import { type SchemeTemplate, scored } from './template.ts'

const document = '《关于保持共产党员先进性长效机制的实施方案》二、2'

/** What a member is scored for. The document fixes who scores, not what: these are proposals, taken from what it asks of members elsewhere. */
const indicators: readonly (readonly [area: string, name: string, points: number, rule: string, evidence: string])[] = [
  ['学习教育', '参加集中学习', 10, '按时参加，完成年度学时；缺一次酌减。', '学时台账'],
  ['学习教育', '自学和学习笔记', 8, '有计划、有笔记、有体会；学用结合。', '学习笔记检查'],
  ['学习教育', '理论和业务水平', 7, '政治觉悟、业务技能高于一般群众。', '考试、竞赛成绩'],
  ['组织生活', '参加三会一课和主题党日', 10, '按时参加，积极发言；无故缺席酌减。', '会议签到'],
  ['组织生活', '批评与自我批评', 5, '组织生活会上查摆问题具体，整改到位。', '组织生活会记录'],
  ['履行义务', '完成党组织分配的工作', 10, '按要求、按时完成；承担急难任务的从优。', '支部记录'],
  ['履行义务', '按时足额交纳党费', 5, '每月按时足额主动交纳。', '党费台账'],
  ['岗位业绩', '本职工作实绩', 15, '对照岗位职责和年度目标。', '年度考核'],
  ['岗位业绩', '示范带头作用', 10, '示范岗、责任区、服务承诺落实情况。', '设岗定责台账'],
  ['联系群众', '联系和帮扶师生', 10, '结对帮扶有次数、有记录、有效果。', '联系群众台账'],
  ['作风纪律', '遵守纪律和廉洁自律', 10, '遵守党纪国法、规章制度和职业道德。', '纪检、人事情况'],
]

export const performanceScheme: SchemeTemplate = {
  code: 'performance',
  name: '党员量化考核方案',
  about: '四类考评人，四个等次，满分 100',
  target: 'member',
  source: document,
  remark:
    '考评人的四类、四个等次、“以一般党员互评和同学考评为基本依据”出自文件；指标和分值、权重、分数线 90、75、60、一票否决事项文件没有写明，参照有的单位的做法预置，按本单位的办法改。',
  cutOffs: { excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 },
  items: indicators.map(([area, name, points, rule, evidence], i) => scored(i, area, name, points, rule, evidence)),
  groups: [
    { code: 'leaders', label: '领导考评', weight: 20, parameter: 'performance.leaders' },
    { code: 'cadres', label: '干部考评', weight: 20, parameter: 'performance.cadres' },
    { code: 'members', label: '党员互评', weight: 30, parameter: 'performance.members' },
    { code: 'students', label: '同学考评', weight: 30, parameter: 'performance.students' },
  ],
  vetoes: ['触犯法律', '受到党纪、政务处分', '未按规定交纳党费', '一个学期不参加党组织活动'],
}

const goods = ['领导班子好', '队伍素质好', '制度建设好', '工作业绩好', '群众反映好'] as const
const leads = ['带头学习讲政治', '带头干事谋发展', '带头创新建佳绩', '带头服务比奉献', '带头自律树形象'] as const

export const fiveLeadsScheme: SchemeTemplate = {
  code: 'fiveLeads',
  name: '“五好”“五带头”党支部测评方案',
  about: '五好 5 项、五带头 5 项',
  target: 'organization',
  source: document,
  remark: '十项的名称出自文件；分值按各项相同预置，可改。文件没有写明由谁测评、分数线多少，没有预置。',
  cutOffs: { excellentFrom: null, qualifiedFrom: null, basicFrom: null },
  items: [...goods.map((name, i) => scored(i, '五好', name, 10, null)), ...leads.map((name, i) => scored(goods.length + i, '五带头', name, 10, null))],
  groups: [],
  vetoes: [],
}
