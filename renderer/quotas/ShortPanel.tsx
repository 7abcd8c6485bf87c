import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { QuotaSubject } from '../../shared/api/quota.ts'
import { Card } from '../ui/Card.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable, type Sort } from '../ui/DataTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { sortSubjects } from './subject-order.ts'
import { useMissed } from './use-missed.ts'
import { amountText } from '../ui/say-amount.ts'
import type { Terms } from './terms.ts'

interface Props {
  readonly terms: Terms
  /** Undefined while they are on the way: nothing is said of them then. */
  readonly subjects: readonly QuotaSubject[] | undefined
  /** 未达标, 进行中: what they are. */
  readonly title: string
  readonly year: number
  readonly elapsed: number
  readonly behindPoints: number
  /** At the right of the head: what can be done with all of them. */
  readonly actions?: ReactNode
  /** Between head and list: what narrows it. */
  readonly tools?: ReactNode
  readonly empty: ReactNode
  /** The list of all of them, and of one in it. */
  to(id?: string): string
  onOpen(subject: QuotaSubject): void
}

const rowHeight = 44
const orders: Readonly<Record<string, string>> = { missed: '缺课', share: '完成', name: '姓名' }
const nobody: readonly QuotaSubject[] = []

/** Whose missing counts are asked for: all when the list is ordered by them, else those near the top. */
const asked = (subjects: readonly QuotaSubject[], sort: Sort) => (sort.field === 'missed' ? subjects : subjects.slice(0, 200)).map(p => p.subjectId)

/** 未达标: who is short, by how much, and how many activities they missed. */
export function ShortPanel({ terms, subjects: listed, title, year, elapsed, behindPoints, actions, tools, empty, to, onOpen }: Props) {
  const subjects = listed ?? nobody
  const [sort, setSort] = useState<Sort>({ field: 'missing', descending: true })
  const [current, setCurrent] = useState(-1)
  const [top, setTop] = useState(0)
  const { frame, height } = useHeight()
  const byMissing = useMemo(() => sortSubjects(subjects, { field: 'missing', descending: true }), [subjects])
  const missed = useMissed(terms, year, asked(byMissing, sort))
  const rows =
    sort.field === 'missed'
      ? sortSubjects(subjects, sort, subjects, missed)
      : sort.field === 'missing' && sort.descending
        ? byMissing
        : sortSubjects(subjects, sort)
  const rest = height > 0 ? Math.max(0, rows.length - Math.floor((top + height - 36) / rowHeight)) : 0
  const all: readonly (Column<QuotaSubject> | undefined)[] = [
    {
      key: 'name',
      head: terms.of === 'people' ? '姓名' : terms.subject,
      width: 132,
      grow: true,
      sortable: true,
      text: p => p.name,
      cell: p => (
        <Link to={to(p.subjectId)} className="short-name">
          <b>{p.name}</b>
          {p.post && <span className="clause"> {p.post}</span>}
          {p.kind === 'person' && <span className="clause ellipsis">{p.organization}</span>}
        </Link>
      ),
    },
    {
      key: 'share',
      head: `${terms.done} / 指标`,
      width: 88 + (terms.done.length - 2) * 12,
      align: 'r',
      sortable: true,
      text: p => `${p.done}/${p.target}`,
      cell: p => (
        <span className="short-done">
          <span>
            {amountText(p.done)}
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
      cell: p => <b className={p.state === 'short' ? 'tone-short' : 'tone-soon'}>{amountText(p.missing)}</b>,
    },
    terms.missed && {
      key: 'missed',
      head: '缺课',
      width: 60,
      align: 'r',
      sortable: true,
      text: p => String(missed[p.subjectId] ?? ''),
      cell: p => <Missed times={missed[p.subjectId]} to={to(p.subjectId)} />,
    },
  ]
  const columns = all.filter(column => column !== undefined)
  return (
    <div ref={frame} className="short-frame">
      <Card fill className="short-card" title={title} note={listed && `${subjects.length} ${terms.head}，按${orders[sort.field] ?? '差额'}`} actions={actions}>
        {tools}
        <DataTable
          label={title}
          columns={columns}
          pinned={0}
          count={rows.length}
          rowAt={i => rows[i]}
          idOf={p => p.subjectId}
          sort={sort}
          onSort={setSort}
          rowHeight={rowHeight}
          footless
          empty={listed && empty}
          current={current}
          onCurrent={setCurrent}
          onOpen={onOpen}
          scroll={{ top: 0, keep: setTop }}
        />
        <footer className="short-rest">
          {listed && (rest > 0 ? `其余 ${rest} ${terms.head}` : `共 ${rows.length} ${terms.head}`)}
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
