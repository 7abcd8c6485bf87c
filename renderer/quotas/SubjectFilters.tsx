import { useScope } from '../app/scope.tsx'
import type { QuotaSubject } from '../../shared/api/quota.ts'
import { FilterBox } from '../ui/FilterBox.tsx'
import { FilterChip, ToggleChip } from '../ui/FilterChip.tsx'
import { inState, quarterWords, type StateFilter, stateWord, type SubjectFilter } from './subject-filter.ts'
import type { Terms } from './terms.ts'

interface Props {
  readonly terms: Terms
  readonly filter: SubjectFilter
  /** Everyone the other conditions leave, for the counts on the chips. */
  readonly subjects: readonly QuotaSubject[]
  readonly search: string
  onSearch(text: string): void
  onFilter(filter: SubjectFilter): void
}

const chips: readonly StateFilter[] = ['all', 'owing', 'met', 'near', 'short', 'open', 'exempt', 'none']
/** Shown only where someone is in them, or one has asked for them. */
const rare: readonly StateFilter[] = ['open', 'none']

/** Search, the states with their counts, and the conditions a figure brought along. */
export function SubjectFilters({ terms, filter, subjects, search, onSearch, onFilter }: Props) {
  const { tree } = useScope()
  const people = terms.of === 'people'
  const organization = tree.find(node => node.id === filter.organizationId)
  return (
    <div className="tools">
      <FilterBox value={search} placeholder={people ? '姓名、拼音首字母、证号后四位' : '名称、拼音首字母'} width={264} onChange={onSearch} />
      {chips.map(state => {
        const count = inState(subjects, state).length
        if (count === 0 && rare.includes(state) && filter.state !== state) return null
        return (
          <ToggleChip key={state} label={stateWord(state, terms)} count={count} on={filter.state === state} onToggle={() => onFilter({ ...filter, state })} />
        )
      })}
      {filter.organizationId && (
        <FilterChip label={people ? '党支部' : '党组织'} value={organization?.name ?? ''} onClear={() => onFilter({ ...filter, organizationId: undefined })} />
      )}
      {filter.quarter !== undefined && (
        <FilterChip label={terms.done} value={quarterWords[filter.quarter]} onClear={() => onFilter({ ...filter, quarter: undefined })} />
      )}
      {!people ? null : filter.committee ? (
        <FilterChip label="职务" value="书记和班子成员" onClear={() => onFilter({ ...filter, committee: false })} />
      ) : (
        <ToggleChip label="书记和班子成员" on={false} onToggle={() => onFilter({ ...filter, committee: true })} />
      )}
    </div>
  )
}
