import { daysBetween } from './days.ts'
import { type DeadlineGround, longestExtension, type PetitionFacts } from './supervision-deadlines.ts'

/** Something to look at again: a warning with its clause, nothing that stops anybody. */
export interface Caution {
  readonly message: string
  readonly clause: string
}

/** 延期 of a 求决 to later than may be. */
export function extensionCaution(p: PetitionFacts, ground: Pick<DeadlineGround, 'parameters'>): Caution | null {
  const longest = p.extendedTo === null ? null : longestExtension(p, ground)
  if (!longest || p.extendedTo === null || p.extendedTo <= longest.day) return null
  const { day, rule } = longest
  return { message: `延期至 ${p.extendedTo}，超过最长期限 ${day}，请核对`, clause: rule.clause ?? '' }
}

/** So many days apart, and a 诫勉 in either register is taken for one and the same. */
const apart = 31

/** Whether two decisions on 诫勉 of one person, one kept as 处分和组织处理 and one as 提醒函询诫勉, lie so near that they may be one. */
export const maybeSame = (a: string, b: string): boolean => Math.abs(daysBetween(a, b)) <= apart

const registers = { sanction: '处分和组织处理', admonition: '提醒函询诫勉' } as const

/** What is said where one is found in the other register. */
export const sameCaution = (register: keyof typeof registers, on: string): Caution => ({
  message: `${registers[register]}里有 ${on} 的诫勉，可能是同一次，核对后只留一条，影响期不重复计算`,
  clause: '',
})
