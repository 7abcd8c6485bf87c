import { wordsFor } from '../records/fields.ts'

/** 问题类别: one list for what is asked about, admonished for, reported and found, so that the same kind is seen again. The first seven stand in 诫勉谈话和函询暂行办法（2005）第三条. */
export const problemKinds = {
  politics: '政治纪律',
  centralism: '民主集中制',
  duty: '履行职责',
  vanity: '形象工程、弄虚作假',
  personnel: '选人用人',
  integrity: '廉洁自律',
  personalReport: '个人有关事项报告',
  style: '作风问题',
  family: '配偶子女和身边工作人员',
  conduct: '品行操守',
  other: '其他',
} as const
export type ProblemKind = keyof typeof problemKinds

export const problemWords = wordsFor<ProblemKind>({
  politics: '政治纪律和政治规矩 政治立场 违反政治纪律',
  centralism: '执行民主集中制 民主集中制不严 不执行民主集中制 班子团结',
  duty: '履职不力 工作不力 不担当不作为 不作为 履职尽责 失职渎职',
  vanity: '形象工程 弄虚作假 政绩工程 形式主义',
  personnel: '用人失察 干部人事 违规用人 干部选拔任用',
  integrity: '廉政 廉洁 廉洁纪律 违反廉洁纪律 经济问题 贪污贿赂',
  personalReport: '个人事项 个人事项报告 不如实报告个人有关事项 漏报瞒报',
  style: '作风 四风 四风问题 群众纪律 官僚主义 享乐主义',
  family: '配偶子女 亲属子女 家风 身边工作人员',
  conduct: '道德品行 生活作风 生活纪律 品行',
  other: '其它',
})

/** 发现渠道: how the organization came to know. */
export const supervisionChannels = {
  assessment: '干部考察考核',
  tour: '巡视巡察',
  audit: '审计',
  petition: '信访举报',
  personalReport: '个人有关事项查核',
  appraisal: '民主测评',
  daily: '日常监督',
  transferred: '纪检监察等机关移交',
  other: '其他',
} as const
export type SupervisionChannel = keyof typeof supervisionChannels

export const channelWords = wordsFor<SupervisionChannel>({
  assessment: '考察 考核 年度考核 干部考察 考察考核',
  tour: '巡视 巡察 巡视巡察反馈 巡察反馈 巡视反馈',
  audit: '经济责任审计 离任审计 审计反馈',
  petition: '信访 举报 群众举报 来信来访 12380',
  personalReport: '个人事项查核 个人有关事项报告 抽查核实',
  appraisal: '测评 民主评议',
  daily: '日常管理 日常了解 平时了解',
  transferred: '移交 纪委移交 有关部门移交 部门移交 其他机关移交',
  other: '其它',
})
