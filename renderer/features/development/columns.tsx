import { stageNames, stages } from '../../../shared/rules/development.ts'
import type { GridColumn } from '../../ui/grid-cells.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { Count } from './Count.tsx'
import { figureWord, type Opened, perCent, type Row } from './words.ts'

const dash = <span className="dash">—</span>

interface Tools {
  readonly elapsed: number
  readonly opened: Opened | undefined
  readonly total: Row
  /** What the total is of; undefined for the whole office. */
  readonly scope: string | undefined
  /** Whether an own number of the row may be typed. */
  readonly editable: boolean
  onOpen(opened: Opened): void
  onScope(id: string): void
}

/** One row a unit, the head first: numbers to type, and figures that open down to the people. */
export function boardColumns({ elapsed, opened, total, scope, editable, onOpen, onScope }: Tools): readonly GridColumn<Row>[] {
  const isTotal = (row: Row) => row === total
  const count = (figure: Opened['figure'], head: string, of: (row: Row) => number, width: number, tone?: string): GridColumn<Row> => ({
    key: figure,
    head,
    width,
    align: 'r',
    cell: row => {
      const asked: Opened = { figure, organizationId: isTotal(row) ? scope : row.id || undefined, name: row.name, ...(row.self ? { self: true } : {}) }
      const on = opened?.figure === figure && opened.organizationId === asked.organizationId && opened.month === undefined && opened.self === asked.self
      return <Count count={of(row)} label={`${row.name}，${figureWord(figure)}`} tone={tone} on={on} onOpen={() => onOpen(asked)} />
    },
  })
  return [
    {
      key: 'name',
      head: '党组织',
      width: 196,
      grow: true,
      cell: row => {
        if (row.self) return <span className="ink-2">{row.name}</span>
        if (isTotal(row)) return <b>合计　{row.name}</b>
        if (row.below === 0) return <span title={row.name}>{row.name}</span>
        return (
          <button type="button" className="dev-name ellipsis" title={`看${row.name}的下级`} onClick={() => onScope(row.id)}>
            {row.name}
          </button>
        )
      },
    },
    {
      key: 'planned',
      head: '年度计划',
      width: 84,
      align: 'r',
      ...(editable ? { edit: { kind: 'number' as const } } : {}),
      value: row => (row.own ? String(row.own.planned) : ''),
      cell: row => {
        if (row.planned === null) return dash
        if (row.own === null)
          return (
            <span className="ink-3" title="下级合计，本级没有定数">
              {row.planned}
            </span>
          )
        const differs = row.sum !== null && row.sum !== row.own.planned
        return (
          <span className={differs ? 'dev-differs' : ''} title={differs ? `下级合计 ${row.sum}` : undefined}>
            {row.own.planned}
          </span>
        )
      },
    },
    count('received', '已接收', row => row.happened.received, 64),
    {
      key: 'share',
      head: '完成',
      width: 112,
      cell: row =>
        row.planned ? (
          <span className="dev-rate">
            <ProgressBar
              share={row.happened.received / row.planned}
              elapsed={elapsed}
              height={4}
              label={`已接收 ${row.happened.received} / 计划 ${row.planned}`}
            />
            <span>{perCent(row.happened.received, row.planned)}</span>
          </span>
        ) : (
          dash
        ),
    },
    ...stageNames.map(name => count(name, stages[name].replace('入党', ''), row => row.stages[name], 76)),
    count('converted', '转正', row => row.happened.converted, 52),
    count('left', '终止', row => row.happened.left, 52),
    count('overdue', '逾期', row => row.overdue, 52, 'tone-short'),
    {
      key: 'pool',
      head: '队伍规模',
      width: 84,
      align: 'r',
      ...(editable ? { edit: { kind: 'number' as const, aside: true } } : {}),
      value: row => (row.own?.pool === null || row.own === null ? '' : String(row.own.pool)),
      cell: row =>
        row.pool === null ? (
          dash
        ) : (
          <span className={row.own?.pool === null || row.own === null ? 'ink-3' : row.stages.activist < row.pool ? 'tone-soon' : ''}>{row.pool}</span>
        ),
    },
    {
      key: 'lag',
      head: '进度',
      width: 76,
      cell: row =>
        row.self || (row.planned === null && row.lag.length === 0) ? (
          dash
        ) : (
          <span title={row.lag.join('\n')}>
            {row.lag.length > 0 ? (
              <StatusChip tone="short" word="滞后" />
            ) : row.planned !== null && row.happened.received > row.planned ? (
              <StatusChip tone="near" word="超计划" />
            ) : (
              <StatusChip tone="met" word="正常" />
            )}
          </span>
        ),
    },
  ]
}
