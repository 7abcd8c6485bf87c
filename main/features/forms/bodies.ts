import type { ReadScope } from '../../app/scopes.ts'

interface Body {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly phone: string | null
}
export type Bodies = ReadonlyMap<string, Body>

/** Every organization by its id: who is above whom. */
export async function bodiesOf(db: ReadScope['db']): Promise<Bodies> {
  const rows = await db.selectFrom('organization').select(['id', 'name', 'kind', 'parentId', 'phone']).where('voidedAt', 'is', null).execute()
  return new Map(rows.map(body => [body.id, body]))
}

const committees: ReadonlySet<string> = new Set(['committee', 'workCommittee'])

/** The 党委 that a body is or is under; nothing where none is on file. */
export function committeeOver(id: string, bodies: Bodies): string {
  for (let body = bodies.get(id); body; body = bodies.get(body.parentId ?? '')) if (committees.has(body.kind)) return body.name
  return ''
}
