import { z } from 'zod'
import { clauseChecks, policyLevels, policyStatuses } from '../domain/policy.ts'
import { keysOf } from '../records/keys.ts'
import { clauseStates } from '../rules/clause-states.ts'
import { serverKinds } from '../serving.ts'
import { query } from './endpoint.ts'

const state = z.enum(clauseStates)

const server = z.object({
  kind: z.enum(keysOf(serverKinds)),
  name: z.string(),
  label: z.string(),
  /** Has records, counts or prints of this office. */ inUse: z.boolean(),
  /** A quota's subjects short now. */ short: z.int(),
})

const standing = {
  servedBy: z.array(server),
  state,
  /** Subjects short now, by the quota that has most; 0 in every other state. */
  short: z.int(),
}

const totals = z.object({ 正常: z.int(), 欠缺: z.int(), 未启用: z.int(), 尚无: z.int() })
export type ClauseTotals = z.infer<typeof totals>

export const policiesApi = {
  /** Each of the 178 mechanisms of the five documents, served or not. */
  'policies.coverage': query(
    z.strictObject({}),
    z.object({
      totals,
      mechanisms: z.array(z.object({ id: z.string(), document: z.string(), phrase: z.string(), number: z.string().nullable(), ...standing })),
    }),
  ),
  /** The documents in force here, with how many of their clauses stand how. */
  'policies.list': query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        title: z.string(),
        number: z.string().nullable(),
        issuer: z.string().nullable(),
        issuedOn: z.string().nullable(),
        effectiveOn: z.string().nullable(),
        level: z.enum(keysOf(policyLevels)),
        status: z.enum(keysOf(policyStatuses)),
        source: z.string().nullable(),
        file: z.string().nullable(),
        remark: z.string().nullable(),
        clauses: z.int(),
        totals,
      }),
    ),
  ),
  /** The clauses of one document; of every document, in the order of the list, without it. */
  'policies.clauses': query(
    z.strictObject({ policyId: z.string().optional() }),
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        policyId: z.string(),
        document: z.string(),
        code: z.string(),
        section: z.string().nullable(),
        phrase: z.string(),
        number: z.string().nullable(),
        text: z.string(),
        verified: z.enum(keysOf(clauseChecks)),
        mechanism: z.string().nullable(),
        links: z.string().nullable(),
        /** Links that name nothing of this program. */ unknown: z.array(z.string()),
        ...standing,
      }),
    ),
  ),
}
