import type { QuotaPerson } from '../../../shared/api/quota.ts'
import { partyRoleOf } from '../../../shared/rules/roles.ts'

export type StateFilter = 'all' | 'owing' | QuotaPerson['state']

/** What a list of people is held to. */
export interface PeopleFilter {
  readonly state: StateFilter
  /** An organization below the one of the top bar. */
  readonly organizationId: string | undefined
  /** 书记和班子成员 only. */
  readonly committee: boolean
  /** 0 to 3: quarters of the target not yet reached; 4: made. */
  readonly quarter: number | undefined
}

export const stateWords: Readonly<Record<StateFilter, string>> = {
  all: '全部',
  owing: '应学',
  met: '达标',
  near: '临期',
  short: '未达标',
  open: '进行中',
  exempt: '免',
  none: '无指标',
}
export const quarterWords = ['不到四分之一', '四分之一到一半', '一半到四分之三', '四分之三以上', '已够数'] as const

const isState = (word: string | null): word is StateFilter => word !== null && word in stateWords

/** The filter that an address asks for: `?state=short`, `?organization=…&owing=1`, `?role=committee`, `?quarter=0`. */
export function filterFrom(query: URLSearchParams): PeopleFilter {
  const state = query.get('state')
  const quarter = query.get('quarter')
  return {
    state: isState(state) ? state : query.has('owing') || query.get('role') === 'committee' ? 'owing' : 'all',
    organizationId: query.get('organization') ?? undefined,
    committee: query.get('role') === 'committee',
    quarter: quarter !== null && /^[0-4]$/.test(quarter) ? Number(quarter) : undefined,
  }
}

const owes = (p: QuotaPerson) => p.state !== 'exempt' && p.state !== 'none'
const quarterOf = (p: QuotaPerson): number | undefined => (!owes(p) ? undefined : p.met ? 4 : Math.min(3, Math.floor((p.done / p.target) * 4)))

/** Everything but the state, so that the chips can count what each state would leave. */
export function beforeState(
  people: readonly QuotaPerson[],
  { committee, quarter }: PeopleFilter,
  found: ReadonlySet<string> | undefined,
): readonly QuotaPerson[] {
  return people.filter(
    p => (!found || found.has(p.personId)) && (!committee || partyRoleOf(p.post) !== 'none') && (quarter === undefined || quarterOf(p) === quarter),
  )
}

export const inState = (people: readonly QuotaPerson[], state: StateFilter): readonly QuotaPerson[] =>
  state === 'all' ? people : people.filter(p => (state === 'owing' ? owes(p) : p.state === state))
