import { elapsedShare } from '../../../shared/rules/days.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import type { PersonStudy } from './use-person-study.ts'

interface Props {
  readonly study: PersonStudy | undefined
  readonly none: boolean
  readonly error: Error | null
  onAttend(): void
  onExempt(): void
}

/** The year's hours opened: every line, what it counts for and why not; and the years before. */
export function StudyYear({ study, none, error, onAttend, onExempt }: Props) {
  const { year, setYear } = useScope()
  const { mayWrite } = useSession()
  const years = useQuery('quota.years', { quota: 'study-hours' }).data ?? []
  const options = [...new Set([year, ...years])].sort((a, b) => b - a).map(y => ({ value: String(y), label: `${y} 年` }))
  const counted = study?.lines.reduce((sum, line) => sum + line.counted, 0) ?? 0
  return (
    <div className="person-study">
      <Card
        fill
        title="参训记录"
        note={study && `${study.lines.length} 条，计 ${Math.round(counted * 100) / 100} 学时`}
        actions={
          <>
            <span style={{ width: 104 }}>
              <SelectBox small label="年度" value={String(year)} options={options} onChange={next => next && setYear(Number(next))} />
            </span>
            {mayWrite && (
              <Button small icon="exempt" onClick={onExempt}>
                登记免学时
              </Button>
            )}
            {mayWrite && (
              <Button small icon="plus" onClick={onAttend}>
                登记参训
              </Button>
            )}
          </>
        }
      >
        <div className="card-body">
          {error && (
            <div style={{ padding: 16 }}>
              <ErrorBanner error={error} />
            </div>
          )}
          {none && (
            <EmptyState icon="info" title={`不在 ${year} 年的学时指标之内`}>
              学时指标管正式党员和预备党员，入党日期在年末之后的、已转出的不计。
            </EmptyState>
          )}
          {study && study.lines.length > 0 && <Lines study={study} year={year} />}
          {study?.lines.length === 0 && (
            <EmptyState
              icon="book"
              title={`还没有 ${year} 年的参训记录`}
              action={
                mayWrite && (
                  <Button small icon="upload" href="#/import/study">
                    导入学时
                  </Button>
                )
              }
            >
              从支部交来的签到表导入，或在这里登记。
            </EmptyState>
          )}
        </div>
      </Card>
      {study && study.years.length > 0 && <LookBack study={study} known={years} />}
    </div>
  )
}

/** 06-11 至 06-30: all of it lies in the year in view, or says which year it does not. */
function spanText(startsOn: string, endsOn: string, year: number): string {
  const short = (day: string) => (day.startsWith(String(year)) ? day.slice(5) : day)
  return startsOn === endsOn ? short(startsOn) : `${short(startsOn)} 至 ${short(endsOn)}`
}

function Lines({ study, year }: { readonly study: PersonStudy; readonly year: number }) {
  return (
    <table className="table two-lines">
      <thead>
        <tr>
          <th style={{ width: 120 }}>日期</th>
          <th>活动</th>
          <th style={{ width: 56 }}>出勤</th>
          <th className="r" style={{ width: 56 }}>
            学时
          </th>
          <th className="r" style={{ width: 56 }}>
            计入
          </th>
          <th style={{ width: 168 }}>说明</th>
        </tr>
      </thead>
      <tbody>
        {study.lines.toReversed().map(line => (
          <tr key={line.recordId}>
            <td>{spanText(line.startsOn, line.endsOn, year)}</td>
            <td title={line.title}>
              <Link to={`/activities/${line.recordId}`}>{line.title}</Link>
              <div className="t12 ink-3 ellipsis">{[line.kind, line.organizer].filter(Boolean).join(' · ')}</div>
            </td>
            <td className={line.counted === 0 ? 'tone-short' : ''}>{line.state}</td>
            <td className="r">{line.amount}</td>
            <td className={line.counted === 0 ? 'r zero' : 'r bold'}>{line.counted}</td>
            <td className="ink-3" title={line.why ?? ''}>
              {line.why ?? '全部计入'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The last five years, newest first; each opens. */
function LookBack({ study, known }: { readonly study: PersonStudy; readonly known: readonly number[] }) {
  const { year: now, today, setYear } = useScope()
  // A year of which nobody has any hours was not kept here: it says nothing of anyone.
  const years = study.years.filter(y => y.year === now || known.includes(y.year)).toReversed()
  const most = Math.max(1, ...years.map(y => Math.max(y.done, y.target)))
  return (
    <Card title="历年" note="条长为学时，红线为当年指标">
      <ul className="person-years">
        {years.map(({ year, done, target }) => (
          <li key={year}>
            <button type="button" aria-current={year === now} onClick={() => setYear(year)}>
              <span>{year} 年</span>
              <span className="right">{target > 0 ? `${done} / ${target}` : `${done}`}</span>
              <ProgressBar share={done / most} {...(target > 0 ? { elapsed: target / most } : {})} label={`${year} 年 ${done} 学时，指标 ${target}`} />
              <span className="t12 ink-3">{verdict(done, target, elapsedShare(year, today) < 1)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function verdict(done: number, target: number, running: boolean): string {
  if (target === 0) return '免或无指标'
  if (done >= target) return '够数'
  const missing = Math.round((target - done) * 100) / 100
  return running ? `还差 ${missing}` : `差 ${missing}`
}
