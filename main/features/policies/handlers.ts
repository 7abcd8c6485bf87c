import type { policiesApi } from '../../../shared/api/policies.ts'
import { mechanismDocuments } from '../../../shared/policies/index.ts'
import type { Handlers } from '../../app/handlers.ts'
import { clausesOf, levelOrder } from '../../policies/clauses.ts'
import { type Standing, standingIn, totalsOf } from '../../policies/standing.ts'

export const policiesHandlers: Handlers<keyof typeof policiesApi> = {
  async 'policies.coverage'(scope) {
    const standing = await standingIn(scope)
    const mechanisms = []
    for (const { title, clauses } of mechanismDocuments) {
      for (const { code, phrase, number } of clauses) mechanisms.push({ id: code, document: title, phrase, number, ...(await standing(code, null)) })
    }
    return { totals: totalsOf(mechanisms), mechanisms }
  },

  async 'policies.list'(scope) {
    const standing = await standingIn(scope)
    const clauses = await scope.db.selectFrom('clause').select(['policyId', 'mechanism', 'links']).where('voidedAt', 'is', null).execute()
    const byPolicy = new Map<string, Standing[]>()
    for (const { policyId, mechanism, links } of clauses) {
      const own = byPolicy.get(policyId) ?? []
      own.push(await standing(mechanism, links))
      byPolicy.set(policyId, own)
    }
    const policies = await scope.db
      .selectFrom('policy')
      .select(['id', 'version', 'title', 'number', 'issuer', 'issuedOn', 'effectiveOn', 'level', 'status', 'source', 'file', 'remark'])
      .where('voidedAt', 'is', null)
      .orderBy('id')
      .execute()
    policies.sort((a, b) => levelOrder(a.level) - levelOrder(b.level))
    return policies.map(row => {
      const standings = byPolicy.get(row.id) ?? []
      return { ...row, clauses: standings.length, totals: totalsOf(standings) }
    })
  },

  async 'policies.clauses'(scope, { policyId }) {
    return clausesOf(scope, policyId)
  },
}
