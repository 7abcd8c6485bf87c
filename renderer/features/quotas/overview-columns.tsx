import { isTopic, topics } from '../../../shared/records/topics.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { basisWord } from '../../quotas/basis.ts'
import { boardPath } from '../../quotas/terms.ts'
import { rateText } from '../../quotas/words.ts'
import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { amountText } from '../../ui/say-amount.ts'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { type Overview, stateOf } from './overview.ts'

const dash = <span className="dash">—</span>
const topicWord = (row: Overview): string => (isTopic(row.topic) ? topics[row.topic] : '')

/** 32 学时; 32、56 学时 where it depends on who one is, 32—96 学时 where there are more. */
export function targetText({ clauses, unit }: Pick<Overview, 'clauses' | 'unit'>): string {
  const amounts = [...new Set(clauses.map(c => c.amount))].sort((a, b) => a - b)
  const words = amounts.map(a => amountText(a))
  if (words.length === 0) return ''
  return `${words.length > 2 ? `${words[0]}—${words.at(-1)}` : words.join('、')} ${unit}`
}

/** 国家规定; 本单位文件等 where the numbers come from several. */
function basisOf({ clauses }: Overview): string {
  const [first, ...others] = [...new Set(clauses.map(c => basisWord(c.basis)))]
  return first === undefined ? '' : `${first}${others.length > 0 ? '等' : ''}`
}

const perCent = (part: number, whole: number): string => (whole > 0 ? `${rateText(part, whole) ?? ''}%` : '')

const count = (key: 'short' | 'near' | 'open', head: string, tone: string): Column<Overview> => ({
  key,
  head,
  width: 64,
  align: 'r',
  sortable: true,
  text: row => String(row[key]),
  cell: row => (row[key] > 0 ? <Link to={listPath(row, key)}>{<b className={tone}>{row[key]}</b>}</Link> : <span className="zero">0</span>),
})

/** The list of those in one state. */
export const listPath = (row: Overview, state: string): string =>
  row.name === 'study-hours' ? `/study/people?state=${state}` : boardPath(row.name, `/list?state=${state}`)

/** One row a quota. The topic is said where it begins; `grouped` while the rows stand by topic. */
export function overviewColumns(grouped: boolean, topicAbove: (row: Overview) => string | undefined): readonly Column<Overview>[] {
  return [
    {
      key: 'topic',
      head: '类别',
      width: 80,
      sortable: true,
      text: topicWord,
      cell: row => (grouped && topicAbove(row) === row.topic ? '' : <span className={grouped ? 'bold' : 'ink-2'}>{topicWord(row)}</span>),
    },
    {
      key: 'label',
      head: '指标',
      width: 156,
      grow: true,
      sortable: true,
      text: row => row.label,
      cell: row => (
        <Link to={boardPath(row.name)} className="bold study-name" title={row.label}>
          {row.label}
          {row.own && <span className="tag"> 自定</span>}
        </Link>
      ),
    },
    { key: 'circle', head: '考核对象', width: 120, text: row => row.circle, cell: row => <span title={row.circle}>{row.circle}</span> },
    { key: 'period', head: '周期', width: 64, text: row => spanLabels[row.period], cell: row => spanLabels[row.period] },
    {
      key: 'target',
      head: '指标值与依据',
      width: 168,
      text: targetText,
      cell: row => (
        <span className="quota-target" title={row.clauses.map(c => `${c.label}：${c.clause ?? '没有记下条款'}`).join('\n')}>
          {targetText(row)} {basisOf(row) && <span className="tag">{basisOf(row)}</span>}
        </span>
      ),
    },
    {
      key: 'required',
      head: '应考核',
      width: 72,
      align: 'r',
      sortable: true,
      text: row => String(row.required),
      cell: row => (row.required > 0 ? row.required : <span className="zero">0</span>),
    },
    {
      key: 'rate',
      head: '达标率',
      width: 128,
      sortable: true,
      text: row => perCent(row.met, row.required),
      cell: row =>
        row.required > 0 ? (
          <span className="quota-rate">
            <ProgressBar share={row.met / row.required} label={`达标 ${row.met} / ${row.required}`} />
            <span>{perCent(row.met, row.required)}</span>
          </span>
        ) : (
          dash
        ),
    },
    {
      key: 'kept',
      head: '按期率',
      width: 72,
      align: 'r',
      sortable: true,
      text: row => (hasPeriods(row) ? perCent(row.kept, row.due) : ''),
      cell: row => (hasPeriods(row) && row.due > 0 ? <span title={`到期 ${row.due} 期，完成 ${row.kept} 期`}>{perCent(row.kept, row.due)}</span> : dash),
    },
    count('short', '未达标', 'tone-short'),
    count('near', '临期', 'tone-soon'),
    count('open', '进行中', ''),
    {
      key: 'state',
      head: '状态',
      width: 88,
      sortable: true,
      text: row => stateOf(row),
      cell: row => (stateOf(row) === 'none' ? <span className="ink-3 t12">没有对象</span> : <QuotaChip state={stateOf(row)} />),
    },
  ]
}

const hasPeriods = ({ period }: Overview) => period !== 'year' && period !== 'fiveYears'
