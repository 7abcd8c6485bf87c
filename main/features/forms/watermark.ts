import { roles } from '../../../shared/domain/roles.ts'
import { momentOf } from '../../app/clock.ts'
import type { ActionScope } from '../../app/scopes.ts'

/** 单位　经办人 姓名　2026-11-23 15:20　电脑 GB-01　内部资料: who printed it, when by the clock on the wall, and at which PC; of 监督资料 with the number of this print. */
export function watermarkText({ office, actor, role, ports }: ActionScope, number?: string): string {
  const time = momentOf(ports.clock.now()).slice(0, 16)
  return `${office.name}　${role === 'reader' ? '打印人' : roles[role]} ${actor}　${time}　电脑 ${ports.machine}　${number === undefined ? '内部资料' : `打印号 ${number}　内部资料`}`
}
