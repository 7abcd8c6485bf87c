import { useMemo } from 'react'
import type { OrganizationNode } from '../../../shared/api/people.ts'
import { useQuery } from '../../api/hooks.ts'
import { useSettled } from '../../records/use-list.ts'

/** The organizations a typed text means: by a part of the name, 拼音 or initials. Undefined while nothing is typed. */
export function useFound(text: string, tree: readonly OrganizationNode[]): ReadonlySet<string> | undefined {
  const asked = useSettled(text.trim())
  const reply = useQuery('records.titles', { type: 'organization', search: asked, limit: 50 }, { enabled: asked !== '' })
  const hits = reply.data
  const typed = asked !== '' && text.trim() !== ''
  return useMemo(
    () => (typed ? new Set([...tree.filter(node => node.name.includes(asked)).map(node => node.id), ...(hits ?? []).map(hit => hit.id)]) : undefined),
    [typed, asked, tree, hits],
  )
}
