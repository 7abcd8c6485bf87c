import type { ClauseTotals } from '../../shared/api/policies.ts'
import { shippedQuota } from '../../shared/quotas/index.ts'
import type { ClauseState } from '../../shared/rules/clause-states.ts'
import { linksIn, type Server, type ServerKind, serversOf } from '../../shared/serving.ts'
import type { ReadScope } from '../app/scopes.ts'
import { inUse } from './in-use.ts'
import { shortNow } from './short-now.ts'

export interface Standing {
  readonly servedBy: { readonly kind: ServerKind; readonly name: string; readonly label: string; readonly inUse: boolean; readonly short: number }[]
  readonly state: ClauseState
  readonly short: number
}

/** What serves a clause and how that stands: asked for many clauses, each server is looked up once. */
export async function standingIn(scope: ReadScope): Promise<(mechanism: string | null, links: string | null) => Promise<Standing>> {
  const using = inUse(scope)
  const short = await shortNow(scope)
  const chosen = await linkedByMechanism(scope)
  return async (mechanism, links) => {
    const same = mechanism === null ? [] : [...serversOf(mechanism), ...(chosen.get(mechanism) ?? [])]
    const serving = new Set([...same, ...linksIn(links).linked])
    if (serving.size === 0) return { servedBy: [], state: '尚无', short: 0 }
    const servedBy: Standing['servedBy'] = []
    for (const server of serving)
      servedBy.push({ kind: server.kind, name: server.name, label: server.label, inUse: await usedFor(server, serving, using), short: 0 })
    if (!servedBy.some(server => server.inUse)) return { servedBy, state: '未启用', short: 0 }
    const counted: Standing['servedBy'] = []
    for (const server of servedBy) counted.push(server.kind === 'quota' ? { ...server, short: await short(server.name) } : server)
    const most = Math.max(...counted.map(server => server.short))
    return { servedBy: counted, state: most > 0 ? '欠缺' : '正常', short: most }
  }
}

/**
 * A register that is kept for many things serves one of them only when there is something of it: 活动 of any kind are no 积极分子培训班. Where quotas
 * over the register serve the same clause, what they count says so.
 */
async function usedFor(server: Server, serving: ReadonlySet<Server>, using: (server: Server) => Promise<boolean>): Promise<boolean> {
  if (!(await using(server))) return false
  const counting = server.kind === 'record' ? [...serving].filter(other => other.kind === 'quota' && shippedQuota(other.name)?.measure.of === server.name) : []
  if (counting.length === 0) return true
  for (const quota of counting) if (await using(quota)) return true
  return false
}

export function totalsOf(standings: readonly Pick<Standing, 'state'>[]): ClauseTotals {
  const totals = { 正常: 0, 欠缺: 0, 未启用: 0, 尚无: 0 }
  for (const { state } of standings) totals[state] += 1
  return totals
}

/** What the office itself says serves a mechanism, in the clauses of whichever document. */
async function linkedByMechanism({ db }: ReadScope): Promise<ReadonlyMap<string, readonly Server[]>> {
  const rows = await db
    .selectFrom('clause')
    .select(['mechanism', 'links'])
    .where('voidedAt', 'is', null)
    .where('mechanism', 'is not', null)
    .where('links', 'is not', null)
    .where('policyId', 'in', policies => policies.selectFrom('policy').select('id').where('voidedAt', 'is', null))
    .execute()
  const linked = new Map<string, Server[]>()
  for (const { mechanism, links } of rows) if (mechanism) linked.set(mechanism, [...(linked.get(mechanism) ?? []), ...linksIn(links).linked])
  return linked
}
