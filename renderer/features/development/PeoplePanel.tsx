import { lagged } from './lagged.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Link } from '../../ui/Link.tsx'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { dayShort } from '../../ui/say-date.ts'
import { figureWord, type Opened, type Row } from './words.ts'

interface Props {
  readonly opened: Opened
  /** The unit's row, for why it lags. */
  readonly row: Row | undefined
  readonly mayWrite: boolean
  onClose(): void
}

/** So many names are shown; a list longer than that is for the boards of cases and people. */
const most = 200

/** The people behind a figure, each with the day that put him there; and why the unit lags. */
export function PeoplePanel({ opened, row, mayWrite, onClose }: Props) {
  const { year, today } = useScope()
  const narrow = useNarrow()
  const { figure, organizationId, month, self = false } = opened
  const reply = useQuery('development.people', { year, organizationId, figure, self, limit: most, ...(month === undefined ? {} : { month }) }, { keep: false })
  const { rows = [], total = 0 } = reply.data ?? {}
  const lag = row?.lag ?? []
  return (
    <div className="dev-panel">
      <header className="section">
        <div className="row">
          <h3 className="ellipsis">{figureWord(figure)}</h3>
          {reply.data && <span className="tag">{total} 人</span>}
          <span className="space" />
          {!narrow && <IconAction icon="cross" title="收起 Esc" onClick={onClose} />}
        </div>
        <p className="t12 ink-3 ellipsis">
          {opened.name}，{year} 年{month === undefined ? '' : ` ${month} 月`}
        </p>
      </header>
      <ErrorBanner error={reply.error} />
      {lag.length > 0 && row && (
        <section className="section dev-lag">
          <h4>滞后</h4>
          {lag.map(reason => (
            <p key={reason} className="t13">
              {reason}
            </p>
          ))}
          {mayWrite && row.id !== '' && <Link to={lagged(row, today)}>登记重点管理</Link>}
        </section>
      )}
      <ul className="section dev-people">
        {rows.map(one => (
          <li key={one.key}>
            <Link to={one.caseId === null ? `/people/${one.personId ?? ''}` : `/cases/${one.caseId}`} className="bold study-name">
              {one.name}
            </Link>
            <span className="ellipsis ink-2" title={one.organization}>
              {one.organization || '没有所在党支部'}
            </span>
            <span className="ink-3 t12">{one.on === null ? one.stage : dayShort(one.on, today)}</span>
          </li>
        ))}
        {reply.data && total === 0 && <li className="ink-3">没有人。</li>}
        {total > rows.length && <li className="ink-3">另有 {total - rows.length} 人，选下级党组织再看。</li>}
      </ul>
    </div>
  )
}
