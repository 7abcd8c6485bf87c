import { roles } from '../../../shared/domain/roles.ts'
import type { ActionScope } from '../../app/scopes.ts'

/** 单位　经办人 姓名　2026-11-23 15:20　电脑 GB-01　内部资料: who printed it, when by the clock on the wall, and at which PC. */
export function watermarkText({ office, actor, role, ports }: ActionScope): string {
  const at = new Date(ports.clock.now())
  const two = (n: number) => String(n).padStart(2, '0')
  const time = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
  return `${office.name}　${role === 'reader' ? '打印人' : roles[role]} ${actor}　${time}　电脑 ${ports.machine}　内部资料`
}
