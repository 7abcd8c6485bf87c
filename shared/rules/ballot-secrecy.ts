/** A group with fewer papers than this is shown only in the total: three people know too well who wrote what. */
export const fewestShown = 3

interface Counted {
  readonly code: string
  readonly valid: number
}

/**
 * The groups whose own figures are not shown. Those with fewer than 3 papers; and where what is hidden would follow from the total less
 * what is shown, or hides too few together, the smallest of the others as well.
 */
export function hiddenGroups(groups: readonly Counted[]): ReadonlySet<string> {
  const counted = groups.filter(group => group.valid > 0).toSorted((a, b) => a.valid - b.valid)
  const hidden = counted.filter(group => group.valid < fewestShown)
  if (hidden.length === 0) return new Set()
  const others = counted.slice(hidden.length)
  const papers = () => hidden.reduce((sum, group) => sum + group.valid, 0)
  while (others.length > 0 && (hidden.length < 2 || papers() < fewestShown)) {
    const next = others.shift()
    if (next) hidden.push(next)
  }
  return new Set(hidden.map(group => group.code))
}
