import type { ReactNode } from 'react'
import type { CallOutput } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import { elapsedShare } from '../../shared/rules/days.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Link } from '../ui/Link.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useNarrow } from '../ui/SidePanel.tsx'
import { QuotaChip } from '../ui/StatusChip.tsx'
import { amountText } from '../ui/say-amount.ts'
import { spanText } from '../attendance/words.ts'
import { basisWord } from './basis.ts'
import { periodLook, periodSays } from './period-look.ts'
import { recordPath, type Terms } from './terms.ts'
import { useBehindPoints } from './use-behind-points.ts'
import './subjects.css'

type Opened = CallOutput<'quota.subject'>
type Line = Opened['lines'][number]

interface Props {
  readonly terms: Terms
  readonly id: string
  readonly year: number
  /** Beside 打开: what else can be done for this subject. */
  readonly foot?: (opened: Opened) => ReactNode
  onClose(): void
  /** To the page of the subject, where one is not there already. */
  onOpen?(): void
}

/** One subject's figure opened: the target and its clause, what counts, what does not and why, and the years before. */
export function SubjectPanel({ terms, id, year, foot, onClose, onOpen }: Props) {
  const { today } = useScope()
  const narrow = useNarrow()
  const behindPoints = useBehindPoints(year)
  const reply = useQuery('quota.subject', { quota: terms.quota, year, subjectId: id })
  if (reply.error)
    return (
      <div className="section">
        <ErrorBanner
          error={reply.error}
          action={
            <Button small onClick={() => void reply.refetch()}>
              重试
            </Button>
          }
        />
      </div>
    )
  if (!reply.data)
    return (
      <div className="section" role="status" aria-label="正在读取">
        <i className="ghost tall" />
        <i className="ghost" />
        <i className="ghost row-ghost" />
      </div>
    )
  const { subject, clause, periods, lines, years } = reply.data
  const counting = lines.filter(l => l.counted > 0)
  const others = lines.filter(l => l.counted === 0)
  return (
    <div className={reply.isPlaceholderData ? 'person-hours stale' : 'person-hours'}>
      <header className="section person-hours-head">
        <div className="row">
          <h3 className="ellipsis">{subject.name}</h3>
          {subject.post && <span className="tag">{subject.post}</span>}
          <span className="space" />
          {!narrow && onOpen && <IconAction icon="cross" title="收起 Esc" onClick={onClose} />}
        </div>
        {subject.kind === 'person' && <p className="t12 ink-3 ellipsis">{subject.organization}</p>}
        <div className="person-hours-sum">
          <b>{amountText(subject.done)}</b>
          <span>{subject.target > 0 ? `/ ${subject.target} ${terms.unit}` : terms.unit}</span>
          <span className="space" />
          <QuotaChip state={subject.state} />
        </div>
        {subject.target > 0 && <ProgressBar share={subject.done / subject.target} elapsed={elapsedShare(year, today)} behindPoints={behindPoints} />}
        <p className="t13">{missingWords(reply.data, terms)}</p>
      </header>
      <div className="person-hours-body">
        {periods.length > 0 && <Periods periods={periods} unit={terms.unit} />}
        <section className="section">
          <h4>指标依据</h4>
          <Basis opened={reply.data} clause={clause} terms={terms} />
        </section>
        <LineList
          terms={terms}
          title="计入"
          sum={counting.reduce((s, l) => s + l.counted, 0)}
          lines={counting}
          year={year}
          none={`还没有计入的${terms.records}。`}
        />
        <LineList terms={terms} title="未计入" lines={others} year={year} none={`没有${terms.missed ? '缺课或' : ''}不计入的记录。`} />
        <section className="section">
          <h4>历年</h4>
          {years.map(y => (
            <div key={y.year} className="person-year">
              <span>{y.year}</span>
              <ProgressBar
                share={y.target > 0 ? y.done / y.target : y.done > 0 ? 1 : 0}
                {...(y.target > 0 ? { elapsed: elapsedShare(y.year, today), behindPoints } : {})}
                height={4}
                label={`${y.year} 年 ${amountText(y.done)} / ${y.target}`}
              />
              <span className="right">
                {amountText(y.done)}
                {y.target > 0 && <i> / {y.target}</i>}
              </span>
            </div>
          ))}
        </section>
      </div>
      <footer className="person-hours-foot">
        {onOpen && (
          <Button icon="go" onClick={onOpen}>
            {subject.kind === 'person' ? '打开档案' : '打开组织'}
          </Button>
        )}
        {foot?.(reply.data)}
      </footer>
    </div>
  )
}

function missingWords({ subject: person, lines }: Opened, { free, unit, missed: counted }: Terms): string {
  if (person.exempt) return `${free}：${person.exemptReason ?? ''}`
  if (person.target === 0) return '本年度没有适用的指标'
  const missed = lines.filter(l => l.why?.endsWith('不计学时')).length
  if (person.met) return person.done > person.target ? `超出 ${amountText(person.done - person.target)} ${unit}` : '正好够数'
  const lack = !counted ? '' : missed > 0 ? `，缺课 ${missed} 次` : '，没有缺课记录'
  return `差 ${amountText(person.missing)} ${unit}${lack}`
}

interface BasisProps {
  readonly opened: Opened
  readonly clause: Opened['clause']
  readonly terms: Terms
}

function Basis({ opened, clause, terms }: BasisProps) {
  if (!clause)
    return (
      <p className="t13 ink-2">
        没有在本年度有效的指标。到<Link to="/settings">参数与设置</Link>登记。
      </p>
    )
  return (
    <>
      <p className="t13">
        {opened.subject.targetLabel}：{terms.every} {clause.value} {clause.unit}
        {clause.amount === clause.value ? '' : `，折 ${clause.amount} ${terms.unit}`}，自 {clause.startsOn} 起
      </p>
      <p className="clause">
        <span className="tag">{basisWord(clause.basis)}</span> {clause.clause ?? '没有记下条款'}
      </p>
    </>
  )
}

function LineList({
  terms,
  title,
  sum,
  lines,
  year,
  none,
}: {
  readonly terms: Terms
  readonly title: string
  readonly sum?: number
  readonly lines: readonly Line[]
  readonly year: number
  readonly none: string
}) {
  return (
    <section className="section">
      <h4>
        {title} {lines.length > 0 && `${lines.length} ${terms.missed ? '次' : '条'}`}
        {sum !== undefined && sum > 0 && `，${amountText(sum)} ${terms.unit}`}
      </h4>
      {lines.length === 0 && <p className="t12 ink-3">{none}</p>}
      <ul>
        {lines.map(l => (
          <li key={l.recordId} className="person-line">
            <span className="t12 ink-3">{l.startsOn.slice(5)}</span>
            <span className="person-line-what">
              <Link to={recordPath(terms, l.recordType, l.recordId)} className="person-line-title">
                {l.title}
              </Link>
              <span className="clause">
                {[l.kind, l.startsOn === l.endsOn ? '' : spanText(l.startsOn, l.endsOn, year), l.why?.startsWith(l.state) ? '' : l.state, l.why]
                  .filter(Boolean)
                  .join('，')}
              </span>
            </span>
            <b className={l.counted > 0 ? '' : 'zero'}>{amountText(l.counted)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The periods of the year, each with its sign. */
function Periods({ periods, unit }: { readonly periods: Opened['periods']; readonly unit: string }) {
  return (
    <section className="section">
      <h4>各期</h4>
      <ol className="periods">
        {periods.map(period => {
          const look = periodLook(period.state)
          return (
            <li key={period.from} className={look.className} title={periodSays(period, unit)}>
              <span>{period.label}</span>
              <b>
                <span aria-hidden>{look.sign}</span>
                <span className="visually-hidden">{periodSays(period, unit)}</span>
              </b>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
