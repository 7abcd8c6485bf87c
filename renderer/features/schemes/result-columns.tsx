import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { changeText, gradeTone, gradeWord, type Head, type Outcome, rankText } from './result-words.ts'
import { pointsText, reportPath } from './words.ts'

const dash = <span className="dash">—</span>
const signed = (value: number): string => `${value > 0 ? '+' : '−'}${Math.abs(value)}`

/** The columns of the results: rank, what each group gave, what it comes to, what is proposed and what was decided. */
export const resultColumns = (head: Head): readonly Column<Outcome>[] => [
  { key: 'rank', head: '名次', width: 72, text: rankText, cell: r => (r.rank === null ? dash : <b>{rankText(r)}</b>) },
  {
    key: 'name',
    head: head.rowLabel,
    width: head.subjects === 'people' ? 104 : 216,
    grow: head.subjects !== 'people',
    text: r => r.name,
    cell: r => (
      <Link to={reportPath(head.ballotId, r.row)} className="bold">
        {r.name}
      </Link>
    ),
  },
  {
    key: 'score',
    head: '综合得分',
    width: 112,
    align: 'r',
    text: r => pointsText(r.score),
    cell: r =>
      r.score === null ? (
        dash
      ) : (
        <span className="row result-score">
          {r.provisional && <StatusChip tone="provisional" />}
          <b>{pointsText(r.score)}</b>
        </span>
      ),
  },
  {
    key: 'proposed',
    head: '建议等次',
    width: 144,
    text: r => (r.proposed ? gradeWord(r.proposed) : ''),
    cell: r => <Proposed outcome={r} />,
  },
  {
    key: 'decision',
    head: head.decision.label,
    width: 104,
    text: r => (r.decision ? gradeWord(r.decision.grade) : ''),
    cell: r =>
      r.decision ? (
        <StatusChip tone={gradeTone(r.decision.grade)} icon={r.decision.grade === 'excellent' ? 'star' : 'check'} word={gradeWord(r.decision.grade)} />
      ) : (
        <span className="ink-3">未评定</span>
      ),
  },
  {
    key: 'change',
    head: '比上年',
    width: 96,
    align: 'r',
    text: r => changeText(r, head.scheme.full) ?? '',
    cell: r =>
      changeText(r, head.scheme.full) === null ? (
        dash
      ) : (
        <span title={`${r.earlier?.year ?? ''} 年 ${pointsText(r.earlier?.score ?? null)}`}>{changeText(r, head.scheme.full)}</span>
      ),
  },
  {
    key: 'weighted',
    head: '加权得分',
    width: 88,
    align: 'r',
    text: r => pointsText(r.weighted),
    cell: r => (r.weighted === null ? dash : pointsText(r.weighted)),
  },
  {
    key: 'adjusted',
    head: '加减分',
    width: 72,
    align: 'r',
    text: r => (r.adjusted === 0 ? '' : signed(r.adjusted)),
    cell: r => (r.adjusted === 0 ? dash : <span className={r.adjusted < 0 ? 'tone-short' : ''}>{signed(r.adjusted)}</span>),
  },
  ...(head.groups.length > 1
    ? head.groups.map(({ code, label, weight, hidden, counts }): Column<Outcome> => ({
        key: code,
        head: (
          <span title={`${label}，权重 ${weight}%${hidden ? '，不足 3 张票，不单独显示' : counts ? '' : '，不计入'}`}>
            {label} {weight}%
          </span>
        ),
        width: 112,
        align: 'r',
        text: r => pointsText(r.groups[code] ?? null),
        cell: r => (hidden ? <span className="ink-4">不显示</span> : (r.groups[code] ?? null) === null ? dash : pointsText(r.groups[code] ?? null)),
      }))
    : []),
]

/** What the lines of the scheme propose, and whether its place lies within the cap. */
function Proposed({ outcome: { proposed, place, vetoes } }: { readonly outcome: Outcome }) {
  if (vetoes.length > 0) return <StatusChip tone="short" icon="cross" word={`一票否决${proposed ? ` ${gradeWord(proposed)}` : ''}`} />
  if (!proposed) return dash
  if (place === 'over') return <StatusChip tone="short" icon="warn" word={`${gradeWord(proposed)}，名额外`} />
  if (place === 'tied') return <StatusChip tone="near" icon="warn" word={`${gradeWord(proposed)}，同分争额`} />
  return <span>{gradeWord(proposed)}</span>
}
