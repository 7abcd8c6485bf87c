import { wordsFor } from '../records/fields.ts'

/** 职务层次, the highest first. */
export const cadreLevels = {
  bureauChief: '厅局级正职',
  bureauDeputy: '厅局级副职',
  divisionChief: '县处级正职',
  divisionDeputy: '县处级副职',
  sectionChief: '乡科级正职',
  sectionDeputy: '乡科级副职',
  middleChief: '中层正职',
  middleDeputy: '中层副职',
  unitHead: '股级',
  staff: '科员及以下',
} as const
export type CadreLevel = keyof typeof cadreLevels

export const cadreLevelWords = wordsFor<CadreLevel>({
  bureauChief: '正厅级 正厅 厅级正职 正厅局级',
  bureauDeputy: '副厅级 副厅 厅级副职 副厅局级',
  divisionChief: '正处级 正处 处级正职 正县级 县级正职 正县处级',
  divisionDeputy: '副处级 副处 处级副职 副县级 县级副职 副县处级',
  sectionChief: '正科级 正科 科级正职 正乡科级',
  sectionDeputy: '副科级 副科 科级副职 副乡科级',
  middleChief: '中层正职干部 中层正 单位中层正职',
  middleDeputy: '中层副职干部 中层副 单位中层副职',
  unitHead: '正股级 副股级 股长',
  staff: '科员 办事员 一般干部 无',
})

/** 干部身份 */
export const cadreIdentities = {
  civil: '公务员',
  reference: '参照公务员法管理',
  institution: '事业编制',
  enterprise: '国有企业人员',
  contract: '聘用人员',
} as const

export const cadreIdentityWords = wordsFor<keyof typeof cadreIdentities>({
  civil: '行政编制 行政',
  reference: '参公 参公管理 参照管理',
  institution: '事业 事业人员 事业单位人员 事业身份',
  enterprise: '国企 企业',
  contract: '聘用 合同制 聘任制',
})

/** 年度考核 of cadres. */
export const yearGrades = {
  excellent: '优秀',
  competent: '称职',
  basic: '基本称职',
  incompetent: '不称职',
  ungraded: '不定等次',
  absent: '未参加考核',
} as const
export type YearGradeName = keyof typeof yearGrades

/** 职位类别 */
export const cadrePostKinds = { team: '领导班子', middle: '内设机构', rank: '职级', other: '其他' } as const

/** 任职方式 */
export const holdingMethods = { appointed: '委任', elected: '选任', examined: '考任', hired: '聘任' } as const

/** 后备库 */
export const poolKinds = { reserve: '后备干部', young: '优秀年轻干部', unit: '股级后备干部', village: '村级后备干部', talent: '专业人才' } as const
export type PoolKind = keyof typeof poolKinds

/** 锻炼交流: where a cadre is sent to grow. */
export const postingKinds = { away: '外派', up: '上挂', down: '下派', rotation: '轮岗交流' } as const

/** 三龄两历一身份 */
export const archiveItems = {
  birth: '出生日期',
  work: '参加工作时间',
  party: '入党时间',
  education: '学历学位',
  resume: '工作经历',
  identity: '干部身份',
} as const
export type ArchiveItemName = keyof typeof archiveItems
export const archiveItemNames = Object.keys(archiveItems) as [ArchiveItemName, ...ArchiveItemName[]]

/** 凡提必审: the three occasions, and whenever else. */
export const archiveOccasions = { motion: '动议初审', inspection: '考察复审', appointment: '任用终审', daily: '日常审核' } as const
