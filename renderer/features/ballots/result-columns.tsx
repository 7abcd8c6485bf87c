import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { blankKey } from '../../../shared/ballots/kind.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { Grade } from '../../ballots/Grade.tsx'
import type { GridColumn } from '../../ui/grid-cells.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Fact, factColumns, whoColumns } from './count-columns.tsx'
import type { CountLine } from './count-content.ts'
import type { ResultRow } from './proposals.ts'

export interface ResultLine extends CountLine {
  readonly result: ResultRow
  readonly grade: BallotGrade | null
  readonly reason: string
  readonly advice: string
}

/** The result of each row with what people concluded of it: figures as they were counted, then what is typed. */
export function resultColumns(
  kind: BallotKind,
  plan: Plan,
  lines: readonly ResultLine[],
  facts: ReadonlyMap<number, readonly Fact[]>,
  narrow: boolean,
  editable: boolean,
): readonly GridColumn<ResultLine>[] {
  const item = plan.items.at(-1)
  const shown = plan.items.find(({ key }) => key === 'overall') ?? item
  const scored = plan.items.some(({ points }) => points !== null)
  const ranked = kind.ranked !== 'none'
  const who = whoColumns(kind, { ...plan, items: plan.items.slice(0, 1) }, lines)
  const columns: GridColumn<ResultLine>[] = [...who, ...factColumns(lines, facts, narrow ? 0 : 1)]
  if (!scored && shown) {
    const options = [
      ...shown.options.map(option => ({ key: option.key, label: option.label })),
      ...(plan.blankFollows ? [] : [{ key: blankKey, label: plan.blank.label }]),
    ]
    columns.push(
      ...options.map(({ key, label }): GridColumn<ResultLine> => ({
        key: `votes ${key}`,
        head: label,
        width: narrow ? 84 : 92,
        align: 'r',
        cell: ({ result }) => (
          <Votes votes={result.total.votes[shown.key]?.[key] ?? 0} share={(result.weighted?.[shown.key] ?? result.total.shares[shown.key])?.[key]} />
        ),
      })),
    )
  }
  if (scored || lines.some(({ result }) => result.score !== null))
    columns.push({ key: 'score', head: '得分', width: 72, align: 'r', cell: ({ result }) => (result.score === null ? '' : <b>{result.score.toFixed(2)}</b>) })
  if (ranked) columns.push({ key: 'rank', head: '名次', width: 56, align: 'r', cell: ({ result }) => result.rank ?? '' })
  if (lines.some(({ result }) => result.findings.length > 0))
    columns.push({ key: 'finding', head: '', width: 32, cell: ({ result }) => <Found findings={result.findings} /> })
  columns.push({
    key: 'grade',
    head: kind.decision.label,
    width: 108,
    ...(editable ? { edit: { kind: 'choice' as const, options: kind.decision.grades.map(value => ({ value, label: ballotGrades[value] })) } } : {}),
    value: line => line.grade ?? '',
    text: line => (line.grade === null ? '' : ballotGrades[line.grade]),
    cell: line => <Grade grade={line.grade} asks={editable} />,
  })
  columns.push({
    key: 'reason',
    head: '理由',
    width: 96,
    grow: true,
    ...(editable ? { edit: { kind: 'text' as const, aside: true } } : {}),
    value: line => line.reason,
    text: line => line.reason,
    cell: line => line.reason,
  })
  if (!narrow)
    columns.push({
      key: 'advice',
      head: '奖惩建议',
      width: 112,
      ...(editable ? { edit: { kind: 'text' as const, aside: true } } : {}),
      value: line => line.advice,
      text: line => line.advice,
      cell: line => line.advice,
    })
  return columns
}

const Votes = ({ votes, share }: { readonly votes: number; readonly share: number | undefined }) =>
  votes === 0 ? (
    <span className="zero">0</span>
  ) : (
    <>
      {votes}
      {share !== undefined && <span className="share">{share.toFixed(1)}%</span>}
    </>
  )

function Found({ findings }: { readonly findings: ResultRow['findings'] }) {
  const tones = findings.map(finding => finding.tone)
  const says = findings.map(finding => finding.message).join('\n')
  if (tones.includes('warn'))
    return (
      <span title={says}>
        <Icon name="warn" size={14} className="tone-short" />
      </span>
    )
  if (tones.includes('good'))
    return (
      <span title={says}>
        <Icon name="check" size={14} className="tone-ok" />
      </span>
    )
  return null
}
