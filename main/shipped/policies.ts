import { clause, policy } from '../../shared/domain/policy.ts'
import type { Draft } from '../../shared/records/record.ts'
import { mechanismDocuments, nationalRules } from '../../shared/policies/index.ts'
import type { WriteScope } from '../app/scopes.ts'
import type { Shipment } from './shipment.ts'

type PolicyDraft = Draft<(typeof policy)['fields']>
type ClauseDraft = Omit<Draft<(typeof clause)['fields']>, 'policyId'>

interface Shipped {
  readonly policy: PolicyDraft
  readonly clauses: readonly ClauseDraft[]
}

const blank = { number: null, issuer: null, issuedOn: null, effectiveOn: null, source: null, file: null, remark: null }

const documents: readonly Shipped[] = mechanismDocuments.map(({ clauses, ...about }) => ({
  policy: { ...blank, ...about, level: 'own', status: 'inForce' },
  clauses: clauses.map(c => ({ ...c, verified: 'checked', mechanism: c.code, links: null })),
}))

const rules: readonly Shipped[] = nationalRules.map(({ title, issuer, issuedOn, superseded, remark, clauses }) => ({
  policy: { ...blank, title, issuer, issuedOn, remark: remark ?? null, level: 'national', status: superseded ? 'superseded' : 'inForce' },
  clauses: clauses.map(({ code, phrase, number, text, open, mechanism }) => ({
    code,
    section: null,
    phrase,
    number: number ?? null,
    text,
    verified: open ? 'open' : 'checked',
    mechanism: mechanism ?? null,
    links: null,
  })),
}))

/** 制度: the five documents and the national rules. A document is known by its source, a rule by its title; what the office edited or voided stays so. */
export const policyShipment: Shipment = {
  name: 'policies',
  version: 1,
  async ship(scope) {
    for (const shipped of [...documents, ...rules]) await take(scope, shipped)
  },
}

async function take({ db, store }: WriteScope, shipped: Shipped): Promise<void> {
  const { source, title } = shipped.policy
  const [column, mark] = source === null ? (['title', title] as const) : (['source', source] as const)
  const kept = await db.selectFrom('policy').select(['id', 'voidedAt']).where(column, '=', mark).orderBy('createdAt').limit(1).executeTakeFirst()
  if (kept?.voidedAt) return
  const policyId = kept?.id ?? store.create(policy, shipped.policy).id
  const codes = new Set((await db.selectFrom('clause').select('code').where('policyId', '=', policyId).execute()).map(row => row.code))
  for (const draft of shipped.clauses) if (!codes.has(draft.code)) store.create(clause, { ...draft, policyId })
}
