import type { ReactNode } from 'react'
import { navigate } from '../app/router.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBox } from '../ui/FilterBox.tsx'
import { ToggleChip } from '../ui/FilterChip.tsx'
import type { IconName } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { activityPath } from './first-columns.tsx'
import type { ActivityList } from './use-activity-list.ts'
import { VoidedActivities } from './VoidedActivities.tsx'

interface Listed {
  readonly id: string
  readonly kind: string
}

interface Props<K extends string, R extends Listed> {
  readonly list: ActivityList<K>
  readonly className?: string
  readonly title: string
  readonly sub: string | undefined
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly pinned: number
  readonly rows: {
    readonly total: number
    readonly loading: boolean
    rowAt(index: number): R | undefined
    show(first: number, last: number): void
  }
  readonly error: unknown
  readonly searchWidth: number
  /** Narrows the list by kind. */
  readonly kinds: ReactNode
  /** Forms of what is listed, for whoever may read it. */
  readonly prints?: ReactNode
  /** Another way in than the form: an import. */
  readonly otherWay?: ReactNode
  readonly foot?: ReactNode
  /** Where there is none at all, and what to do about it. */
  readonly none: { readonly icon?: IconName; readonly title: string; readonly says: string }
  /** The form over the list. */
  readonly children: ReactNode
}

/** A list of activities of the year with its search, its kinds, what was voided and the way to a new one. */
export function ActivityListPage<K extends string, R extends Listed>(props: Props<K, R>) {
  const { list, className = 'page', title, sub, label, columns, pinned, rows, error, searchWidth, kinds, prints, otherWay, foot, none, children } = props
  const { of, mayWrite, year, kind, search, voided } = list
  return (
    <div className={className}>
      <PageHead
        title={title}
        sub={sub}
        actions={
          (prints || mayWrite) && (
            <>
              {prints}
              {mayWrite && otherWay}
              {mayWrite && (
                <Button kind="primary" icon="plus" keys="N" onClick={list.add}>
                  登记{of.what}
                </Button>
              )}
            </>
          )
        }
      />
      <ErrorBanner error={error} />
      <div className="tools">
        <FilterBox value={search} placeholder={`${of.what}名称`} width={searchWidth} onChange={list.setSearch} />
        {kinds}
        {list.lost > 0 && <ToggleChip label="已作废" count={list.lost} on={voided} onToggle={() => list.setVoided(!voided)} />}
      </div>
      <Card fill label={label} style={{ flex: 1 }}>
        {voided ? (
          <VoidedActivities
            what={of.what}
            year={year}
            search={search}
            kinds={kind ? [kind] : of.kinds}
            organizationId={of.held ? list.organizationId : undefined}
          />
        ) : (
          <DataTable
            leads
            label={label}
            columns={columns}
            pinned={pinned}
            count={rows.total}
            rowAt={rows.rowAt}
            idOf={r => r.id}
            onView={rows.show}
            sort={list.sort}
            onSort={list.setSort}
            unit="次"
            scroll={list.scroll}
            current={list.current}
            onCurrent={list.setCurrent}
            onOpen={r => navigate(activityPath(r))}
            foot={foot}
            empty={rows.loading ? <span /> : <Nothing list={list} none={none} otherWay={otherWay} />}
          />
        )}
      </Card>
      {list.adding && children}
    </div>
  )
}

function Nothing<K extends string>({ list, none, otherWay }: Pick<Props<K, Listed>, 'list' | 'none' | 'otherWay'>) {
  const { of, conditions, mayWrite } = list
  const reset = () => {
    list.setKind(null)
    list.setSearch('')
  }
  if (conditions.length > 0)
    return (
      <EmptyState title={`没有符合条件的${of.what}。`} action={<Button onClick={reset}>去掉条件</Button>}>
        去掉{conditions.join('、')}再看。
      </EmptyState>
    )
  const add = (
    <Button icon="plus" onClick={list.add}>
      登记{of.what}
    </Button>
  )
  const ways = otherWay ? (
    <span className="row">
      {otherWay}
      {add}
    </span>
  ) : (
    add
  )
  return (
    <EmptyState {...(none.icon && { icon: none.icon })} title={none.title} action={mayWrite && ways}>
      {none.says}
    </EmptyState>
  )
}
