import type { CallOutput } from '../api/client.ts'
import type { PastedName } from './paste-names.ts'
import type { Match } from './roll.ts'

/** What became of a pasted name. Where there is any doubt nobody is chosen. */
export interface MatchedName {
  readonly pasted: PastedName
  readonly outcome: 'one' | 'several' | 'none'
  /** Where the outcome is one, the first is meant; others bear the same name elsewhere. */
  readonly candidates: readonly Match[]
  /** Why it needs a look. */
  readonly why: string
}

/** The texts to ask for: numbers first, names for those that a number does not settle. */
export const textsOf = (pasted: readonly PastedName[]): string[] =>
  [...new Set(pasted.flatMap(p => [p.idNumber, p.name ?? p.text]).filter(t => t !== null && t !== ''))].filter(t => t !== null).map(t => t.slice(0, 60))

/** Each pasted name with the people it can mean in the whole office. One who alone bears it among the organizer's people (`near`) is meant; they come first in any case. */
export function matchNames(pasted: readonly PastedName[], reply: CallOutput<'people.match'>, near: CallOutput<'people.match'> = []): readonly MatchedName[] {
  const found = new Map(reply.map(r => [r.text, r.matches]))
  const close = new Set(near.flatMap(r => r.matches.map(m => m.id)))
  return pasted.map(p => {
    const byNumber = p.idNumber === null ? [] : (found.get(p.idNumber) ?? [])
    const named = found.get((p.name ?? p.text).slice(0, 60)) ?? []
    const here = named.filter(m => close.has(m.id))
    const byName = [...here, ...named.filter(m => !close.has(m.id))]
    const [owner] = byNumber
    if (owner && p.name !== null && owner.name !== p.name)
      return { pasted: p, outcome: 'several', candidates: [owner, ...byName], why: `证号属于${owner.name}，与姓名不符` }
    if (owner) return { pasted: p, outcome: 'one', candidates: [owner], why: '' }
    if (p.idNumber !== null && byName.length > 0) return { pasted: p, outcome: 'several', candidates: byName, why: '证号不在册，按姓名找到' }
    if (byName.length === 1) return { pasted: p, outcome: 'one', candidates: byName, why: '' }
    if (here.length === 1) return { pasted: p, outcome: 'one', candidates: byName, why: `${byName.length} 人同名` }
    if (byName.length > 1) return { pasted: p, outcome: 'several', candidates: byName, why: `${byName.length} 人同名` }
    return { pasted: p, outcome: 'none', candidates: [], why: p.idNumber === null ? '名册里没有' : '姓名和证号都没有' }
  })
}
