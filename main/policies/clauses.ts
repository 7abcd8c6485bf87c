import type { policiesApi } from '../../shared/api/policies.ts'
import type { OutputOf } from '../../shared/api/endpoint.ts'
import { type Policy, policyLevels } from '../../shared/domain/policy.ts'
import { linksIn } from '../../shared/serving.ts'
import type { ReadScope } from '../app/scopes.ts'
import { standingIn } from './standing.ts'

type Clauses = OutputOf<(typeof policiesApi)['policies.clauses']>

const articles = '零一二三四五六七八九十百'

/** 第二十条 comes before 第一百零三条, 摘 2 before 摘 10; what carries no number keeps its place in the alphabet. */
export function orderOf(code: string): string {
  const chinese = /^第([零一二三四五六七八九十百]+)/.exec(code)?.[1]
  if (chinese) return `1 ${String(valueOf(chinese)).padStart(4, '0')}`
  return `2 ${code.replaceAll(/\d+/g, digits => digits.padStart(6, '0'))}`
}

function valueOf(chinese: string): number {
  let [total, digit] = [0, 0]
  for (const character of chinese) {
    const value = articles.indexOf(character)
    if (value < 10) digit = value
    else {
      total += (digit || 1) * (value === 10 ? 10 : 100)
      digit = 0
    }
  }
  return total + digit
}

/** The clauses of one document, or of all, each in the order of its document, with what serves it. */
export async function clausesOf(scope: ReadScope, policyId: string | undefined): Promise<Clauses> {
  const standing = await standingIn(scope)
  let found = scope.db
    .selectFrom('clause as c')
    .innerJoin('policy as p', 'p.id', 'c.policyId')
    .select(['c.id', 'c.version', 'c.policyId', 'p.title as document', 'p.level'])
    .select(['c.code', 'c.section', 'c.phrase', 'c.number', 'c.text', 'c.verified', 'c.mechanism', 'c.links'])
    .where('c.voidedAt', 'is', null)
    .where('p.voidedAt', 'is', null)
  if (policyId !== undefined) found = found.where('c.policyId', '=', policyId)
  const rows = await found.execute()
  rows.sort((a, b) => levelOrder(a.level) - levelOrder(b.level) || a.policyId.localeCompare(b.policyId) || orderOf(a.code).localeCompare(orderOf(b.code)))
  const clauses: Clauses = []
  for (const { level: _, ...row } of rows) clauses.push({ ...row, unknown: [...linksIn(row.links).unknown], ...(await standing(row.mechanism, row.links)) })
  return clauses
}

/** What the office itself carries out comes first. */
export const levelOrder = (level: Policy['level']): number => Object.keys(policyLevels).indexOf(level)
