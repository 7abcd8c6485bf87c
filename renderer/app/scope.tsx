import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { OrganizationNode } from '../../shared/api/people.ts'
import { yearOf } from '../../shared/rules/days.ts'
import { useQuery } from '../api/hooks.ts'
import { noteScope, notedScope, useSpot } from './router.ts'
import { useSession } from './session.tsx'

/** The organization and the year that every figure on every screen obeys. */
export interface Scope {
  /** Undefined for the whole office. */
  readonly organizationId: string | undefined
  readonly organization: OrganizationNode | undefined
  /** Its name; the office's where none is chosen. */
  readonly name: string
  readonly branches: number
  readonly members: number
  readonly year: number
  /** The office's day, ISO. */
  readonly today: string
  /** Every organization in tree order. */
  readonly tree: readonly OrganizationNode[]
  setOrganization(id: string | undefined): void
  setYear(year: number): void
}

const ScopeContext = createContext<Scope | undefined>(undefined)

const none: readonly OrganizationNode[] = []

export function ScopeProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const { entry } = useSpot()
  const [organizationId, setOrganization] = useState(() => notedScope().organizationId)
  const [year, setYear] = useState(() => notedScope().year ?? yearOf(session.today))
  const reply = useQuery('organization.tree', {}, { enabled: session.mayRead })
  const tree = reply.data ?? none

  useEffect(() => noteScope(organizationId, year), [entry, organizationId, year])

  const scope = useMemo<Scope>(() => {
    const organization = tree.find(node => node.id === organizationId)
    const roots = organization ? [organization] : tree.filter(node => node.parentId === null)
    return {
      organizationId: organization?.id,
      organization,
      name: organization?.name ?? session.office,
      branches: roots.reduce((sum, node) => sum + node.branchesBelow, 0),
      members: roots.reduce((sum, node) => sum + node.membersBelow, 0),
      year,
      today: session.today,
      tree,
      setOrganization,
      setYear,
    }
  }, [tree, organizationId, year, session.office, session.today])

  return <ScopeContext value={scope}>{children}</ScopeContext>
}

/** 当前组织与年度, as chosen in the top bar. */
export function useScope(): Scope {
  const scope = use(ScopeContext)
  if (!scope) throw new Error('useScope outside the frame')
  return scope
}
