import { useEffect, useMemo, useRef, useState } from 'react'
import type { QuotaPerson } from '../../../shared/api/quota.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Column } from '../../ui/columns.ts'
import { DataTable, type Sort } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { sortPeople } from './people-order.ts'
import { useMissed } from './use-missed.ts'
import { hours } from '../../attendance/words.ts'

interface Props {
  /** Undefined while they are on the way: nothing is said of them then. */
  readonly people: readonly QuotaPerson[] | undefined
  readonly year: number
  readonly elapsed: number
  readonly behindPoints: number
  readonly organizationId: string | undefined
  readonly scopeName: string
  /** The list of all of them, and of one person in it. */
  to(personId?: string): string
  onPerson(person: QuotaPerson): void
}

const rowHeight = 44
const nobody: readonly QuotaPerson[] = []

/** Whose missing counts are asked for: all when the list is ordered by them, else those near the top. */
const asked = (people: readonly QuotaPerson[], sort: Sort) => (sort.field === 'missed' ? people : people.slice(0, 200)).map(p => p.personId)

/** 未达标: who is short, by how much, and how many activities they missed. */
export function ShortPanel({ people: listed, year, elapsed, behindPoints, organizationId, scopeName, to, onPerson }: Props) {
  const people = listed ?? nobody
  const [sort, setSort] = useState<Sort>({ field: 'missing', descending: true })
  const [current, setCurrent] = useState(-1)
  const [top, setTop] = useState(0)
  const { frame, height } = useHeight()
  const byMissing = useMemo(() => sortPeople(people, { field: 'missing', descending: true }), [people])
  const missed = useMissed(year, asked(byMissing, sort))
  const rows =
    sort.field === 'missed' ? sortPeople(people, sort, people, missed) : sort.field === 'missing' && sort.descending ? byMissing : sortPeople(people, sort)
  const rest = height > 0 ? Math.max(0, rows.length - Math.floor((top + height - 36) / rowHeight)) : 0
  const columns: readonly Column<QuotaPerson>[] = [
    {
      key: 'name',
      head: '姓名',
      width: 132,
      grow: true,
      sortable: true,
      text: p => p.name,
      cell: p => (
        <Link to={to(p.personId)} className="short-name">
          <b>{p.name}</b>
          {p.post && <span className="clause"> {p.post}</span>}
          <span className="clause ellipsis">{p.organization}</span>
        </Link>
      ),
    },
    {
      key: 'share',
      head: '已学 / 指标',
      width: 88,
      align: 'r',
      sortable: true,
      text: p => `${p.done}/${p.target}`,
      cell: p => (
        <span className="short-done">
          <span>
            {hours(p.done)}
            <i>/ {p.target}</i>
          </span>
          <ProgressBar share={p.done / p.target} elapsed={elapsed} behindPoints={behindPoints} height={3} />
        </span>
      ),
    },
    {
      key: 'missing',
      head: '差',
      width: 44,
      align: 'r',
      sortable: true,
      text: p => String(p.missing),
      cell: p => <b className="tone-short">{hours(p.missing)}</b>,
    },
    {
      key: 'missed',
      head: '缺课',
      width: 60,
      align: 'r',
      sortable: true,
      text: p => String(missed[p.personId] ?? ''),
      cell: p => <Missed times={missed[p.personId]} to={to(p.personId)} />,
    },
  ]
  const empty = listed && (
    <EmptyState icon="check" title="没有未达标的人">
      应学的人都已达标，或差额在临期以内。
    </EmptyState>
  )
  return (
    <div ref={frame} className="short-frame">
      <Card
        fill
        className="short-card"
        title="未达标"
        note={
          listed && `${people.length} 人，按${sort.field === 'missed' ? '缺课' : sort.field === 'share' ? '完成' : sort.field === 'name' ? '姓名' : '差额'}`
        }
        actions={
          <FormMenu
            small
            form="studyShort"
            params={{ year, organizationId, personIds: people.map(p => p.personId) }}
            name={`${year}年未达标人员名单 ${scopeName}`}
            label="按支部打印"
            disabled={people.length === 0}
          />
        }
      >
        <DataTable
          label="未达标"
          columns={columns}
          pinned={0}
          count={rows.length}
          rowAt={i => rows[i]}
          idOf={p => p.personId}
          sort={sort}
          onSort={setSort}
          rowHeight={rowHeight}
          footless
          empty={empty}
          current={current}
          onCurrent={setCurrent}
          onOpen={onPerson}
          scroll={{ top: 0, keep: setTop }}
        />
        <footer className="short-rest">
          {listed && (rest > 0 ? `其余 ${rest} 人` : `共 ${rows.length} 人`)}
          <span className="space" />
          <Link to={to()} className="row short-all">
            全部打开
            <Icon name="right" size={14} />
          </Link>
        </footer>
      </Card>
    </div>
  )
}

/** 缺课: none is pale and opens nothing. */
function Missed({ times, to }: { readonly times: number | undefined; readonly to: string }) {
  if (times === undefined) return null
  return times === 0 ? <span className="zero">0 次</span> : <Link to={to}>{times} 次</Link>
}

/** How high the list is now, to say how many are below its edge. */
function useHeight() {
  const frame = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const list = frame.current?.querySelector('.table-scroll')
    if (!list || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setHeight(list.clientHeight))
    observer.observe(list)
    return () => observer.disconnect()
  }, [])
  return { frame, height }
}
