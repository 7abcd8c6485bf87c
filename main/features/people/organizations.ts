import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { OrganizationNode, peopleApi } from '../../../shared/api/people.ts'
import { organization } from '../../../shared/domain/organization.ts'
import { AppError } from '../../../shared/errors.ts'
import { addDays, addYears } from '../../../shared/rules/days.ts'
import { partyRoleOf } from '../../../shared/rules/roles.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { membersIn } from '../../quotas/members.ts'
import { historyOf } from '../../records/history.ts'
import { officers } from '../../quotas/officers.ts'

type Db = ReadScope['db']
type Page = OutputOf<(typeof peopleApi)['organization.page']>

/** Every organization, parents before their children, with living members counted alone and below. */
export async function organizationTree({ db, today }: Pick<ReadScope, 'db' | 'today'>, closed: boolean): Promise<OrganizationNode[]> {
  let all = db.selectFrom('organization').selectAll().where('voidedAt', 'is', null).orderBy('createdAt').orderBy('id')
  if (!closed) all = all.where(e => e.or([e('closedOn', 'is', null), e('closedOn', '>', today)]))
  const rows = await all.execute()
  const known = new Set(rows.map(row => row.id))
  const members = await memberCounts(db)
  const holders = await officers(db, today)
  const children = new Map<string | null, typeof rows>()
  for (const row of rows) {
    const parent = row.parentId && known.has(row.parentId) ? row.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), row])
  }
  const nodes: OrganizationNode[] = []
  const visit = (row: (typeof rows)[number], depth: number): OrganizationNode => {
    const own = members.get(row.id) ?? 0
    const node = {
      id: row.id,
      version: row.version,
      parentId: row.parentId,
      name: row.name,
      kind: row.kind,
      depth,
      members: own,
      membersBelow: own,
      branchesBelow: row.kind === 'branch' ? 1 : 0,
      secretary: holders.get(row.id)?.find(o => partyRoleOf(o.post) === 'secretary')?.name ?? null,
      officers: holders.get(row.id)?.length ?? 0,
      electedOn: row.electedOn,
      termEndsOn: row.electedOn && row.termYears ? addDays(addYears(row.electedOn, row.termYears), -1) : null,
      closedOn: row.closedOn,
    }
    nodes.push(node)
    for (const child of children.get(row.id) ?? []) {
      const below = visit(child, depth + 1)
      node.membersBelow += below.membersBelow
      node.branchesBelow += below.branchesBelow
    }
    return node
  }
  for (const root of children.get(null) ?? []) visit(root, 0)
  return nodes
}

/** One organization with its place, its committee, what is below it and what happened to it. */
export async function organizationPage(scope: ReadScope, id: string): Promise<Page> {
  const tree = await organizationTree(scope, true)
  const byId = new Map(tree.map(node => [node.id, node]))
  const node = byId.get(id)
  if (!node) throw new AppError('record.notFound', { label: '党组织' })
  const path: { id: string; name: string }[] = []
  for (let at = node.parentId ? byId.get(node.parentId) : undefined; at; at = at.parentId ? byId.get(at.parentId) : undefined)
    path.unshift({ id: at.id, name: at.name })
  const history = await historyOf(scope, organization, id)
  return {
    node,
    path,
    committee: ((await officers(scope.db, scope.today)).get(id) ?? []).map(({ id: personId, name, post }) => ({ personId, name, post })),
    children: tree.filter(n => n.parentId === id),
    history: history.flatMap(({ at, actor, changes, created }) => {
      const text = changes.map(c => (c.before ? `${c.label}：${c.before} 改为 ${c.after || '空'}` : `${c.label}：${c.after}`)).join('；')
      return text ? [{ at, actor, text: created ? `登记。${text}` : text }] : []
    }),
  }
}

async function memberCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await membersIn(db)
    .select(['organizationId', e => e.fn.countAll<number>().as('n')])
    .groupBy('organizationId')
    .execute()
  return new Map(rows.flatMap(row => (row.organizationId ? [[row.organizationId, row.n]] : [])))
}
