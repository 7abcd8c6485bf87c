import type { policiesApi } from '../../../shared/api/policies.ts'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import { linksIn } from '../../../shared/serving.ts'
import type { ReadScope } from '../../app/scopes.ts'
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

/** The clauses of one document, in its order, each with what serves it. */
export async function clausesOf(scope: ReadScope, policyId: string): Promise<Clauses> {
  const standing = await standingIn(scope)
  const rows = await scope.db
    .selectFrom('clause')
    .select(['id', 'version', 'code', 'section', 'phrase', 'number', 'text', 'verified', 'mechanism', 'links'])
    .where('policyId', '=', policyId)
    .where('voidedAt', 'is', null)
    .execute()
  const clauses: Clauses = []
  for (const row of rows) clauses.push({ ...row, unknown: [...linksIn(row.links).unknown], ...(await standing(row.mechanism, row.links)) })
  return clauses.sort((a, b) => orderOf(a.code).localeCompare(orderOf(b.code)))
}
