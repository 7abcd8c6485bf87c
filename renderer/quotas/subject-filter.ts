import { quotaStates, type QuotaSubject } from '../../shared/api/quota.ts'
import { partyRoleOf } from '../../shared/rules/roles.ts'
import type { Terms } from './terms.ts'

export type StateFilter = 'all' | 'owing' | QuotaSubject['state']

/** What a list of subjects is held to. */
export interface SubjectFilter {
  readonly state: StateFilter
  /** An organization below the one of the top bar. */
  readonly organizationId: string | undefined
  /** 书记和班子成员 only. */
  readonly committee: boolean
  /** 0 to 3: quarters of the target not yet reached; 4: made. */
  readonly quarter: number | undefined
}

const words = { ...quotaStates, all: '全部' } as const

/** 全部, 应学, 未达标. */
export const stateWord = (state: StateFilter, terms: Terms): string => (state === 'owing' ? terms.owed : words[state])
export const quarterWords = ['不到四分之一', '四分之一到一半', '一半到四分之三', '四分之三以上', '已够数'] as const

const isState = (word: string | null): word is StateFilter => word !== null && (word in words || word === 'owing')

/** The filter that an address asks for: `?state=short`, `?organization=…&owing=1`, `?role=committee`, `?quarter=0`. */
export function filterFrom(query: URLSearchParams): SubjectFilter {
  const state = query.get('state')
  const quarter = query.get('quarter')
  return {
    state: isState(state) ? state : query.has('owing') || query.get('role') === 'committee' ? 'owing' : 'all',
    organizationId: query.get('organization') ?? undefined,
    committee: query.get('role') === 'committee',
    quarter: quarter !== null && /^[0-4]$/.test(quarter) ? Number(quarter) : undefined,
  }
}

const owes = (p: QuotaSubject) => p.state !== 'exempt' && p.state !== 'none'
const quarterOf = (p: QuotaSubject): number | undefined => (!owes(p) ? undefined : p.met ? 4 : Math.min(3, Math.floor((p.done / p.target) * 4)))

/** Everything but the state, so that the chips can count what each state would leave. */
export function beforeState(
  subjects: readonly QuotaSubject[],
  { committee, quarter }: SubjectFilter,
  found: ReadonlySet<string> | undefined,
): readonly QuotaSubject[] {
  return subjects.filter(
    p => (!found || found.has(p.subjectId)) && (!committee || partyRoleOf(p.post) !== 'none') && (quarter === undefined || quarterOf(p) === quarter),
  )
}

export const inState = (subjects: readonly QuotaSubject[], state: StateFilter): readonly QuotaSubject[] =>
  state === 'all' ? subjects : subjects.filter(p => (state === 'owing' ? owes(p) : p.state === state))
