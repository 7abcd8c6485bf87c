import { useState } from 'react'
import { navigate } from '../../app/router.ts'
import { Card } from '../../ui/Card.tsx'
import type { Column } from '../../ui/columns.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import type { Line, Listing } from './board-lists.ts'

const columnsOf = (head: string): readonly Column<Line>[] => [
  {
    key: 'name',
    head: '姓名或编号',
    width: 200,
    grow: true,
    text: line => [line.name, line.beside, line.under].filter(Boolean).join(' '),
    cell: line => (
      <Link to={line.to} className="short-name" title={line.under}>
        <b>{line.name}</b>
        {line.beside && <span className="clause"> {line.beside}</span>}
        <span className="clause ellipsis">{line.under}</span>
      </Link>
    ),
  },
  { key: 'right', head, width: 92, align: 'r', text: line => line.right, cell: line => <b className={line.late ? 'sup-late' : 'regular'}>{line.right}</b> },
]

/** The records behind the figure that was opened; each opens in its register. */
export function ListingCard({ listing }: { readonly listing: Listing }) {
  const [current, setCurrent] = useState(-1)
  const { title, note, head, lines, none } = listing
  return (
    <Card fill title={title} note={note} className="short-frame">
      <DataTable
        footless
        label={title}
        columns={columnsOf(head)}
        pinned={0}
        rowHeight={44}
        count={lines.length}
        rowAt={i => lines[i]}
        idOf={line => line.key}
        current={current}
        onCurrent={setCurrent}
        onOpen={line => navigate(line.to)}
        empty={<EmptyState icon="check" title={none} />}
      />
    </Card>
  )
}
