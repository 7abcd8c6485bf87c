import type { QuotaPerson } from '../../../shared/api/quota.ts'
import { useScope } from '../../app/scope.tsx'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { Button, IconAction } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { FilterChip, ToggleChip } from '../../ui/FilterChip.tsx'
import type { Selection } from '../../ui/use-selection.ts'
import { inState, type PeopleFilter, quarterWords, type StateFilter, stateWords } from './people-filter.ts'

interface FiltersProps {
  readonly filter: PeopleFilter
  /** Everyone the other conditions leave, for the counts on the chips. */
  readonly people: readonly QuotaPerson[]
  readonly search: string
  onSearch(text: string): void
  onFilter(filter: PeopleFilter): void
}

const chips: readonly StateFilter[] = ['all', 'owing', 'met', 'near', 'short', 'exempt', 'none']

/** Search, the states with their counts, and the conditions a figure brought along. */
export function PeopleFilters({ filter, people, search, onSearch, onFilter }: FiltersProps) {
  const { tree } = useScope()
  const branch = tree.find(node => node.id === filter.organizationId)
  return (
    <div className="tools">
      <FilterBox value={search} placeholder="姓名、拼音首字母、证号后四位" width={264} onChange={onSearch} />
      {chips.map(state => {
        const count = inState(people, state).length
        if (count === 0 && state === 'none' && filter.state !== 'none') return null
        return <ToggleChip key={state} label={stateWords[state]} count={count} on={filter.state === state} onToggle={() => onFilter({ ...filter, state })} />
      })}
      {filter.organizationId && <FilterChip label="党支部" value={branch?.name ?? ''} onClear={() => onFilter({ ...filter, organizationId: undefined })} />}
      {filter.quarter !== undefined && (
        <FilterChip label="已学" value={quarterWords[filter.quarter]} onClear={() => onFilter({ ...filter, quarter: undefined })} />
      )}
      {filter.committee ? (
        <FilterChip label="职务" value="书记和班子成员" onClear={() => onFilter({ ...filter, committee: false })} />
      ) : (
        <ToggleChip label="书记和班子成员" on={false} onToggle={() => onFilter({ ...filter, committee: true })} />
      )}
    </div>
  )
}

interface SelectionProps {
  readonly selection: Selection
  readonly rows: readonly QuotaPerson[]
  readonly year: number
  readonly organizationId: string | undefined
  readonly name: string
}

/** What can be done with those who are ticked. */
export function PeopleSelection({ selection, rows, year, organizationId, name }: SelectionProps) {
  const personIds = [...selection.ids]
  const params = { year, organizationId, personIds }
  return (
    <div className="selection-bar" role="status">
      <b>已选 {personIds.length} 人</b>
      {personIds.length < rows.length && (
        <button type="button" className="link" onClick={() => selection.only(rows.map(p => p.personId))}>
          选中全部 {rows.length} 人
        </button>
      )}
      <span className="space" />
      <ArchiveMenu small personIds={personIds} organizationId={organizationId} name={name} label="打印学习档案" />
      <FormMenu small form="studySummary" params={params} name={`${year}年度培训学习情况统计表 ${name}`} label="导出所选" icon="download" />
      <IconAction icon="cross" title="取消选中 Esc" onClick={selection.clear} />
    </div>
  )
}

interface EmptyProps {
  readonly filter: PeopleFilter
  readonly search: string
  /** Everyone in the organization and year, without any condition. */
  readonly all: number
  readonly year: number
  onReset(): void
}

/** Why nobody is listed, and how to see someone. */
export function PeopleEmpty({ filter, search, all, year, onReset }: EmptyProps) {
  if (all === 0)
    return (
      <EmptyState
        icon="users"
        title={`${year} 年没有应计学时的党员。`}
        action={
          <Button href="#/import/people" icon="upload">
            导入花名册
          </Button>
        }
      >
        学时从花名册上的正式党员和预备党员算起。
      </EmptyState>
    )
  const conditions = [
    filter.state === 'all' ? '' : `状态“${stateWords[filter.state]}”`,
    filter.committee ? '书记和班子成员' : '',
    filter.quarter === undefined ? '' : `已学“${quarterWords[filter.quarter]}”`,
    search ? `“${search}”` : '',
  ]
  return (
    <EmptyState icon="users" title="没有符合条件的人。" action={<Button onClick={onReset}>去掉条件</Button>}>
      去掉{conditions.filter(Boolean).join('、') || '条件'}可看到 {all} 人。
    </EmptyState>
  )
}
