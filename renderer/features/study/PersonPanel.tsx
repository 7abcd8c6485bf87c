import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { elapsedShare, lastDayOf } from '../../../shared/rules/days.ts'
import { useParametersOn } from '../../app/parameters.ts'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button, IconAction } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { basisWord } from './ClausesDialog.tsx'
import { hours, spanText } from '../../attendance/words.ts'
import { quota } from './words.ts'

type Opened = CallOutput<'quota.subject'>
type Line = Opened['lines'][number]

interface Props {
  readonly id: string
  readonly year: number
  onClose(): void
  onOpen(): void
}

/** One person's figure opened: the target and its clause, what counts, what does not and why, and the years before. */
export function PersonPanel({ id, year, onClose, onOpen }: Props) {
  const { today } = useScope()
  const narrow = useNarrow()
  const behindPoints = useParametersOn(lastDayOf(year))('study.behindPoints', 12)
  const reply = useQuery('quota.subject', { quota, year, subjectId: id })
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
  const { subject: person, clause, lines, years } = reply.data
  const counting = lines.filter(l => l.counted > 0)
  const others = lines.filter(l => l.counted === 0)
  return (
    <div className={reply.isPlaceholderData ? 'person-hours stale' : 'person-hours'}>
      <header className="section person-hours-head">
        <div className="row">
          <h3 className="ellipsis">{person.name}</h3>
          {person.post && <span className="tag">{person.post}</span>}
          <span className="space" />
          {!narrow && <IconAction icon="cross" title="收起 Esc" onClick={onClose} />}
        </div>
        <p className="t12 ink-3 ellipsis">{person.organization}</p>
        <div className="person-hours-sum">
          <b>{hours(person.done)}</b>
          <span>{person.target > 0 ? `/ ${person.target} 学时` : '学时'}</span>
          <span className="space" />
          <QuotaChip state={person.state} />
        </div>
        {person.target > 0 && <ProgressBar share={person.done / person.target} elapsed={elapsedShare(year, today)} behindPoints={behindPoints} />}
        <p className="t13">{missingWords(reply.data)}</p>
      </header>
      <div className="person-hours-body">
        <section className="section">
          <h4>指标依据</h4>
          <Basis opened={reply.data} clause={clause} />
        </section>
        <LineList title="计入" sum={counting.reduce((s, l) => s + l.counted, 0)} lines={counting} year={year} none="还没有计入的参训记录。" />
        <LineList title="未计入" lines={others} year={year} none="没有缺课或不计入的记录。" />
        <section className="section">
          <h4>历年</h4>
          {years.map(y => (
            <div key={y.year} className="person-year">
              <span>{y.year}</span>
              <ProgressBar
                share={y.target > 0 ? y.done / y.target : y.done > 0 ? 1 : 0}
                {...(y.target > 0 ? { elapsed: elapsedShare(y.year, today), behindPoints } : {})}
                height={4}
                label={`${y.year} 年 ${hours(y.done)} / ${y.target}`}
              />
              <span className="right">
                {hours(y.done)}
                {y.target > 0 && <i> / {y.target}</i>}
              </span>
            </div>
          ))}
        </section>
      </div>
      <footer className="person-hours-foot">
        <Button icon="go" onClick={onOpen}>
          打开档案
        </Button>
        <ArchiveMenu personIds={[id]} name={person.name} label="学习档案" />
      </footer>
    </div>
  )
}

function missingWords({ subject: person, lines }: Opened): string {
  if (person.exempt) return `免学时：${person.exemptReason ?? ''}`
  if (person.target === 0) return '本年度没有适用的指标'
  const missed = lines.filter(l => l.why?.endsWith('不计学时')).length
  if (person.met) return person.done > person.target ? `超出 ${hours(person.done - person.target)} 学时` : '正好够数'
  return `差 ${hours(person.missing)} 学时${missed > 0 ? `，缺课 ${missed} 次` : '，没有缺课记录'}`
}

function Basis({ opened, clause }: { readonly opened: Opened; readonly clause: Opened['clause'] }) {
  if (!clause)
    return (
      <p className="t13 ink-2">
        没有在本年度有效的指标。到<Link to="/settings">参数与设置</Link>登记。
      </p>
    )
  return (
    <>
      <p className="t13">
        {opened.subject.targetLabel}：每年 {clause.value} {clause.unit}
        {clause.amount === clause.value ? '' : `，折 ${clause.amount} 学时`}，自 {clause.startsOn} 起
      </p>
      <p className="clause">
        <span className="tag">{basisWord(clause.basis)}</span> {clause.clause ?? '没有记下条款'}
      </p>
    </>
  )
}

function LineList({
  title,
  sum,
  lines,
  year,
  none,
}: {
  readonly title: string
  readonly sum?: number
  readonly lines: readonly Line[]
  readonly year: number
  readonly none: string
}) {
  return (
    <section className="section">
      <h4>
        {title} {lines.length > 0 && `${lines.length} 次`}
        {sum !== undefined && sum > 0 && `，${hours(sum)} 学时`}
      </h4>
      {lines.length === 0 && <p className="t12 ink-3">{none}</p>}
      <ul>
        {lines.map(l => (
          <li key={l.recordId} className="person-line">
            <span className="t12 ink-3">{l.startsOn.slice(5)}</span>
            <span className="person-line-what">
              <Link to={`/activities/${encodeURIComponent(l.recordId)}`} className="person-line-title">
                {l.title}
              </Link>
              <span className="clause">
                {[l.kind, l.startsOn === l.endsOn ? '' : spanText(l.startsOn, l.endsOn, year), l.why?.startsWith(l.state) ? '' : l.state, l.why]
                  .filter(Boolean)
                  .join('，')}
              </span>
            </span>
            <b className={l.counted > 0 ? '' : 'zero'}>{hours(l.counted)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
