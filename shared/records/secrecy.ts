import { keysOf } from './keys.ts'

/** 监督资料的类别: who is granted one opens its records; nobody has any by his role. */
export const secretClasses = {
  sanction: '处分和组织处理',
  admonition: '提醒、函询、诫勉',
  personalReport: '个人有关事项报告',
  petition: '信访举报',
  oversight: '监督检查和整改',
  integrity: '廉政档案',
} as const
export type SecretClass = keyof typeof secretClasses
export const secretClassNames = keysOf(secretClasses)
