import { useQuery } from '../../api/hooks.ts'

interface ChosenPerson {
  readonly id: string
  readonly name: string
  readonly organizationId: string | null
}

interface Chosen {
  /** The first few hundred; the count is `ids`'. */
  readonly people: readonly ChosenPerson[]
  readonly branches: readonly { readonly name: string; readonly count: number }[]
  /** 程雅琴、邓文涛等 26 人 */
  readonly sub: string
}

const most = 500

/** Who a batch verb is about, so that its dialog can say so. */
export function useChosen(ids: readonly string[]): Chosen {
  const reply = useQuery('records.list', { type: 'person', filters: [{ field: 'id', op: 'in', value: [...ids] }], limit: most })
  const titles = reply.data?.titles ?? {}
  const people = (reply.data?.rows ?? []).map(row => ({
    id: String(row['id']),
    name: String(row['name']),
    organizationId: typeof row['organizationId'] === 'string' ? row['organizationId'] : null,
  }))
  const counts = new Map<string, number>()
  for (const p of people) {
    const name = p.organizationId ? (titles[p.organizationId] ?? '') : '没有编入党支部'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = people
    .slice(0, 3)
    .map(p => p.name)
    .join('、')
  return {
    people,
    branches: [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 5),
    sub: ids.length > 3 ? `${names}等 ${ids.length} 人` : names,
  }
}
