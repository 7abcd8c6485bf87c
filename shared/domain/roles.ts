import { keysOf } from '../records/keys.ts'

/**
 * 三员分立: nobody holds two of 系统管理员, 安全保密管理员 and 安全审计员, and none of these sees business records.
 * Who was entered and not granted anything yet is 待授权.
 */
export const roles = {
  clerk: '经办人',
  head: '部长',
  reader: '只读',
  admin: '系统管理员',
  security: '安全保密管理员',
  auditor: '安全审计员',
  none: '待授权',
} as const
export type Role = keyof typeof roles
export const roleNames = keysOf(roles)
/** Whose role this program gave may be read from a file of another version. */
export const isRole = (name: string): name is Role => Object.hasOwn(roles, name)
