import type { QuotaSubject } from '../../../shared/api/quota.ts'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Selection } from '../../ui/use-selection.ts'
import { quarterWords, stateWord, type SubjectFilter } from '../../quotas/subject-filter.ts'
import { terms } from './words.ts'

interface SelectionProps {
  readonly selection: Selection
  readonly rows: readonly QuotaSubject[]
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
        <button type="button" className="link" onClick={() => selection.only(rows.map(p => p.subjectId))}>
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
  readonly filter: SubjectFilter
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
    filter.state === 'all' ? '' : `状态“${stateWord(filter.state, terms)}”`,
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
