import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import { type WatchedKind, watchedKinds } from '../../../shared/rules/supervision-figures.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import type { Listed } from './board-lists.ts'
import type { SecretClass } from '../../../shared/records/secrecy.ts'

interface Props {
  readonly board: SupervisionBoard
  readonly grants: readonly SecretClass[]
  readonly listed: Listed
  readonly today: string
  onList(listed: Listed): void
}

/** How the year stands: what was done, what is owed, what came again, who was not talked with. Each opens its records. */
export function BoardFigures({ board, grants, listed, today, onList }: Props) {
  const totals = new Map(board.kinds.map(kind => [kind.kind, kind]))
  const idsOf = (...kinds: readonly WatchedKind[]) => kinds.flatMap(kind => totals.get(kind)?.months.flat() ?? [])
  const handled = idsOf('remind', 'inquiry', 'admonish')
  const records = (title: string, ids: readonly string[]) => ({
    value: ids.length,
    unit: '件',
    onOpen: () => onList({ of: 'records', title, ids }),
    pressed: listed.of === 'records' && listed.title === title,
  })
  const sums = (['remind', 'inquiry', 'admonish'] as const).map(kind => `${watchedKinds[kind]} ${totals.get(kind)?.total ?? 0}`).join('　')
  const openSub = (kind: WatchedKind) => {
    const found = totals.get(kind)
    return found && found.total > 0 ? `未办结 ${found.open}，去年同期 ${found.before}` : `去年同期 ${found?.before ?? 0}`
  }
  const { without, people } = board.talks
  return (
    <FigureStrip>
      {grants.includes('admonition') && <Figure label="提醒函询诫勉" {...records('提醒函询诫勉', handled)} sub={sums} />}
      {grants.includes('petition') && <Figure label="信访举报" {...records('信访举报', idsOf('petition'))} sub={openSub('petition')} />}
      {grants.includes('oversight') && <Figure label="监督发现问题" {...records('监督发现问题', idsOf('oversight'))} sub={openSub('oversight')} />}
      <Figure
        label="逾期未办"
        icon="warn"
        {...(board.overdue.length > 0 ? { tone: 'short' as const } : {})}
        value={board.overdue.length}
        unit="项"
        sub={board.unclear.length > 0 ? `另有 ${board.unclear.length} 件说明不清楚` : '回复、报告、办结和整改'}
        pressed={listed.of === 'overdue'}
        onOpen={() => onList({ of: 'overdue' })}
      />
      {board.reports && board.reports.people > 0 && (
        <Figure
          label="个人事项未交"
          icon="warn"
          {...(board.reports.without.length > 0 && board.reports.dueOn < today ? { tone: 'short' as const } : {})}
          value={board.reports.without.length}
          unit={`/ ${board.reports.people} 人`}
          sub={`${board.reports.year} 年度报告，${board.reports.dueOn.slice(5)} 前`}
          bar={{ share: (board.reports.people - board.reports.without.length) / board.reports.people }}
          pressed={listed.of === 'reports'}
          onOpen={() => onList({ of: 'reports' })}
        />
      )}
      <Figure
        label="同类问题重复"
        icon="turn"
        {...(board.repeated.length > 0 ? { tone: 'soon' as const } : {})}
        value={board.repeated.length}
        unit="人次"
        sub={`${board.repeatYears} 年内同一人同类`}
        pressed={listed.of === 'repeated'}
        onOpen={() => onList({ of: 'repeated' })}
      />
      <Figure
        label="没有谈话"
        icon="clock"
        value={without.length}
        unit={`/ ${people} 人`}
        sub="领导干部，当年没有谈话记录"
        bar={{ share: people === 0 ? 0 : (people - without.length) / people }}
        pressed={listed.of === 'untalked'}
        onOpen={() => onList({ of: 'untalked' })}
      />
    </FigureStrip>
  )
}
