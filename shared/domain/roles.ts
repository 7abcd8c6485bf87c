/** 三员分立: nobody holds two of the last three, and none of these sees business records. */
export const roles = { clerk: '经办人', head: '部长', reader: '只读', admin: '系统管理员', security: '安全保密管理员', auditor: '安全审计员' } as const
export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as readonly Role[]
