import { useQuery } from '../../api/hooks.ts'

export interface Counts {
  readonly organizations: number
  readonly people: number
  readonly activities: number
}

/** How much is on record; undefined until all three are known. */
export function useCounts(enabled = true): Counts | undefined {
  const organizations = useQuery('records.list', { type: 'organization', limit: 1 }, { enabled })
  const people = useQuery('records.list', { type: 'person', limit: 1 }, { enabled })
  const activities = useQuery('records.list', { type: 'activity', limit: 1 }, { enabled })
  if (!organizations.data || !people.data || !activities.data) return undefined
  return { organizations: organizations.data.total, people: people.data.total, activities: activities.data.total }
}

export const isFurnished = (counts: Counts) => counts.organizations > 0 && counts.people > 0 && counts.activities > 0
