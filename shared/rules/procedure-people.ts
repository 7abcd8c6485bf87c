import type { Step } from '../procedures/procedure.ts'
import type { Remark } from './procedure-remarks.ts'

/** Someone on the roster, as far as it matters for what only a full member may do. Days that are not known are null. */
export interface Member {
  readonly category: string
  readonly fullMemberOn: string | null
  /** 停止党籍, 已出党 and since when. */
  readonly membershipState: string | null
  readonly membershipOn: string | null
  /** 失联 and since when. */
  readonly mobility: string | null
  readonly mobilityOn: string | null
  /** 限期改正: from the day it was approved to the day it ended; `until` is null while it lasts. */
  readonly correcting: readonly { readonly from: string; readonly until: string | null }[]
}

/** The names that a step gives, each once. */
export const namesIn = (people: string | null): readonly string[] => [...new Set((people ?? '').split(/[、，,;；\s]+/).filter(Boolean))]

/** Who was asked for: how many names, and that they are full members on that day. `members` says who is on the roster by name. */
export function peopleRemarks(
  { label, clause, asks = [] }: Step,
  people: string | null,
  day: string,
  members: ReadonlyMap<string, readonly Member[]>,
): readonly Remark[] {
  const ask = asks.find(({ kind }) => kind === 'people')
  if (!ask) return []
  const say = (message: string): Remark => ({ code: 'people', message: `${label}：${message}`, clause })
  const names = namesIn(people)
  const { atLeast = 0, atMost = Infinity } = ask
  const asked = atMost === atLeast ? ` ${atLeast} 名` : atMost === Infinity ? `至少 ${atLeast} 名` : ` ${atLeast} 至 ${atMost} 名`
  const count = names.length >= atLeast && names.length <= atMost ? [] : [say(`${ask.label}写了 ${names.length} 名，应为${asked}`)]
  if (!ask.fullMembers) return count
  return [
    ...count,
    ...names.flatMap(name => {
      const why = unfit(members.get(name) ?? [], day)
      return why === null ? [] : [say(`${name}${why}，应为正式党员`)]
    }),
  ]
}

/** Why nobody of this name could do it on that day; null where one could, or where the roster does not know the name. */
function unfit(namesakes: readonly Member[], day: string): string | null {
  const reasons = namesakes.map(member => unfitOn(member, day))
  return reasons.some(reason => reason === null) ? null : (reasons[0] ?? null)
}

const begun = (since: string | null, day: string): boolean => since !== null && since <= day

function unfitOn({ category, fullMemberOn, membershipState, membershipOn, mobility, mobilityOn, correcting }: Member, day: string): string | null {
  if (category !== 'full') return '在花名册里不是正式党员'
  if (fullMemberOn !== null && day < fullMemberOn) return `到 ${fullMemberOn} 才转正`
  if (membershipState === 'suspended' && begun(membershipOn, day)) return `自 ${membershipOn} 停止党籍`
  if (membershipState === 'left' && begun(membershipOn, day)) return `已于 ${membershipOn} 出党`
  if (mobility === 'lost' && begun(mobilityOn, day)) return `自 ${mobilityOn} 失联`
  const term = correcting.find(({ from, until }) => from <= day && (until === null || day <= until))
  return term ? `自 ${term.from} 限期改正` : null
}
