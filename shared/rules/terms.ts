import { addMonths, addYears } from './days.ts'

/** Years of a term by kind of body, where the record says none (《关于党的基层组织任期的意见》): 党委 5, 总支和支部 3, 村和社区 5. */
const usual: Readonly<Record<string, number>> = { committee: 5, workCommittee: 5, generalBranch: 3, branch: 3 }
const longer: readonly (string | null)[] = ['village', 'community']

interface Body {
  readonly kind: string
  readonly unitKind: string | null
  readonly electedOn: string | null
  readonly termYears: number | null
}

export interface Term {
  /** The day on which it is over. */
  readonly endsOn: string
  readonly years: number
  /** The years are not on file; the usual ones were taken. */
  readonly assumed: boolean
}

/** 届满: when the term of a body's committee ends. None without the day of its election, and for 党小组. */
export function termOf({ kind, unitKind, electedOn, termYears }: Body): Term | undefined {
  const by = longer.includes(unitKind) && kind !== 'group' ? 5 : usual[kind]
  const years = termYears ?? by
  if (electedOn === null || years === undefined) return undefined
  return { endsOn: addYears(electedOn, years), years, assumed: termYears === null }
}

/** 预备期满: a year from the day of the branch's resolution (党章); where the roster has no such day, none. */
export const probationEnd = (joinedOn: string): string => addMonths(joinedOn, 12)
