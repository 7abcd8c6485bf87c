import { personCategories } from '../../../shared/domain/person.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { choiceCondition } from '../../records/conditions.ts'
import type { ListState } from '../../records/use-list-state.ts'

type Category = keyof typeof personCategories

/** 在册党员 386 人 · 发展对象 26 人 · 积极分子 35 人; each narrows the list to those it counts. */
export function PeopleCounts({ state }: { readonly state: ListState }) {
  const { members, organizationId } = useScope()
  const show = (...categories: readonly Category[]) => state.setCondition('category', choiceCondition('category', personCategories, categories))
  const candidates = useCount('candidate', organizationId)
  const activists = useCount('activist', organizationId)
  return (
    <span className="people-counts">
      <button type="button" onClick={() => show('full', 'probationary')}>
        在册党员 {members} 人
      </button>
      {' · '}
      <button type="button" onClick={() => show('candidate')}>
        发展对象 {candidates} 人
      </button>
      {' · '}
      <button type="button" onClick={() => show('activist')}>
        积极分子 {activists} 人
      </button>
    </span>
  )
}

function useCount(category: Category, organizationId: string | undefined): number {
  const where = organizationId ? { organizationId } : {}
  return useQuery('records.list', { type: 'person', filters: [{ field: 'category', op: 'is', value: category }], limit: 1, ...where }).data?.total ?? 0
}
