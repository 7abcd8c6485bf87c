import type { OrganizationNode } from '../../../shared/api/people.ts'
import { organizationKinds } from '../../../shared/domain/organization.ts'

export const kindWord = (kind: string): string => Object.entries(organizationKinds).find(([key]) => key === kind)?.[1] ?? kind

export interface TreeRow {
  readonly node: OrganizationNode
  readonly parents: boolean
  readonly open: boolean
  /** What tells it from another of the same name. */
  readonly under: string | null
}

/** Names that more than one organization bears. */
export function ambiguousNames(tree: readonly OrganizationNode[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of tree) {
    if (seen.has(name)) twice.add(name)
    seen.add(name)
  }
  return twice
}

/** The rows in sight: everything under an open parent; while searching, what was found and what stands above it. */
export function rowsOf(tree: readonly OrganizationNode[], closed: ReadonlySet<string>, found: ReadonlySet<string> | undefined): readonly TreeRow[] {
  const byId = new Map(tree.map(node => [node.id, node]))
  const parents = new Set(tree.map(node => node.parentId))
  const twice = ambiguousNames(tree)
  const kept = found && withAncestors(byId, found)
  const hidden = new Set<string>()
  const rows: TreeRow[] = []
  for (const node of tree) {
    if (kept && !kept.has(node.id)) continue
    const open = kept !== undefined || !closed.has(node.id)
    const inside = node.parentId !== null && hidden.has(node.parentId)
    if (inside || !open) hidden.add(node.id)
    if (!inside)
      rows.push({ node, parents: parents.has(node.id), open, under: twice.has(node.name) && node.parentId ? (byId.get(node.parentId)?.name ?? null) : null })
  }
  return rows
}

function withAncestors(byId: ReadonlyMap<string, OrganizationNode>, ids: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const id of ids) {
    for (let at = byId.get(id); at && !all.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined) all.add(at.id)
  }
  return all
}
