import { isMeetingKind } from '../../shared/domain/meeting.ts'
import type { Column } from '../ui/columns.ts'
import { Link } from '../ui/Link.tsx'
import { kindWord, spanText } from './words.ts'

interface Held {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly startsOn: string
  readonly endsOn: string
}

/** A meeting opens with its minutes, anything else with its attendance alone. */
export const activityPath = ({ id, kind }: Pick<Held, 'id' | 'kind'>): string => `/${isMeetingKind(kind) ? 'meetings' : 'activities'}/${encodeURIComponent(id)}`

/** When, what and of which kind: the first columns of every list of activities. */
export const firstColumns = (year: number): readonly Column<Held>[] => [
  { key: 'startsOn', head: '日期', width: 148, sortable: true, cell: r => spanText(r.startsOn, r.endsOn, year) },
  {
    key: 'name',
    head: '活动',
    width: 200,
    grow: true,
    sortable: true,
    text: r => r.name,
    cell: r => (
      <Link to={activityPath(r)} className="bold study-name" title={r.name}>
        {r.name}
      </Link>
    ),
  },
  { key: 'kind', head: '类型', width: 96, cell: r => kindWord(r.kind) },
]
