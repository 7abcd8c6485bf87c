import type { policiesApi } from '../../../shared/api/policies.ts'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { Column } from '../../ui/columns.ts'
import { StateChip } from './StateChip.tsx'
import { ServerLink } from './ServerLink.tsx'

export type ClauseRow = OutputOf<(typeof policiesApi)['policies.clauses']>[number]

/** Lines of a cell, and the characters that an icon with its gap takes of one. */
const lines = 2
const iconRoom = 2

/** As many as two lines of so many characters hold; the rest is counted. */
export function fitting<T extends { readonly label: string }>(servers: readonly T[], lineLength: number): readonly T[] {
  let [line, left] = [1, lineLength]
  for (const [i, { label }] of servers.entries()) {
    const takes = Math.min(lineLength, label.length + iconRoom)
    if (takes > left) [line, left] = [line + 1, lineLength]
    const more = i < servers.length - 1 ? iconRoom + 2 : 0
    if (line > lines || (line === lines && takes + more > left && i > 0)) return servers.slice(0, i)
    left -= takes
  }
  return servers
}

/** What serves a clause, each opening its own screen. */
function Servers({ row, lineLength }: { readonly row: ClauseRow; readonly lineLength: number }) {
  const { servedBy, unknown } = row
  const shown = fitting(servedBy, lineLength)
  if (servedBy.length === 0 && unknown.length === 0) return <span className="ink-3">没有台账、指标或表</span>
  return (
    <span className="servers">
      {shown.map(server => (
        <ServerLink key={`${server.kind} ${server.name}`} server={server} className="server" size={12} />
      ))}
      {servedBy.length > shown.length && (
        <span className="ink-3" title={servedBy.map(server => server.label).join('、')}>
          另 {servedBy.length - shown.length} 项
        </span>
      )}
      {unknown.length > 0 && (
        <span className="tone-short" title={unknown.join('、')}>
          {unknown.length} 项认不出
        </span>
      )}
    </span>
  )
}

const stateText = ({ state, short }: ClauseRow): string => (state === '欠缺' ? `欠缺 ${short}` : state)

/** The clauses as rows; `all`: of every document, so each says whose it is; `tight` where a drawer takes its room. */
export const clauseColumns = (all: boolean, tight: boolean): readonly Column<ClauseRow>[] => [
  { key: 'code', head: '编号', width: all || !tight ? 96 : 80, cell: row => <span className="ink-2">{row.code}</span>, text: row => row.code },
  {
    key: 'phrase',
    head: '机制',
    width: tight ? 172 : 220,
    grow: true,
    cell: row => {
      const where = all ? row.document : row.section
      return (
        <span className="clause-cell" title={row.phrase}>
          <span className="ellipsis">{row.phrase}</span>
          {where && <span className="t12 ink-3 ellipsis">{where}</span>}
        </span>
      )
    },
    text: row => row.phrase,
  },
  { key: 'number', head: '数量', width: tight ? 108 : 120, cell: row => <b className="clause-number">{row.number ?? ''}</b>, text: row => row.number ?? '' },
  {
    key: 'servedBy',
    head: '由谁承接',
    width: tight ? 188 : 252,
    cell: row => <Servers row={row} lineLength={tight ? 14 : 19} />,
    text: row => row.servedBy.map(server => server.label).join('、'),
  },
  { key: 'state', head: '状态', width: 100, cell: row => <StateChip state={row.state} short={row.short} />, text: stateText },
]
