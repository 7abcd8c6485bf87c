import { type ReactNode, useCallback, useMemo } from 'react'
import { quotaStates, type QuotaAbout, type QuotaSubject } from '../../shared/api/quota.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import { periodLabel } from '../../shared/rules/periods.ts'
import { Card } from '../ui/Card.tsx'
import type { Sort } from '../ui/DataTable.tsx'
import { futureHatch } from '../ui/heat.ts'
import { Link } from '../ui/Link.tsx'
import { amountText } from '../ui/say-amount.ts'
import { QuotaChip } from '../ui/StatusChip.tsx'
import { type HeatCell, type HeatColumn, HeatTable } from './HeatTable.tsx'
import { periodLook, periodSays } from './period-look.ts'
import { sortSubjects } from './subject-order.ts'
import type { Terms } from './terms.ts'
import './subjects.css'

type Period = NonNullable<QuotaSubject['periods']>[number]

interface Props {
  readonly title: string
  readonly note: ReactNode
  readonly terms: Terms
  readonly span: QuotaAbout['period']
  readonly year: number
  readonly subjects: readonly QuotaSubject[]
  readonly sort: Sort
  onSort(sort: Sort): void
  subjectTo(id: string): string
  onOpen(subject: QuotaSubject): void
  onPeriod(subject: QuotaSubject, period: Period & { readonly label: string }): void
}

/** The periods of a subject; the year itself where it is one. */
function periodsOf(subject: QuotaSubject, year: number): readonly Period[] {
  if (subject.periods && subject.periods.length > 0) return subject.periods
  return [{ from: firstDayOf(year), until: lastDayOf(year), done: subject.done, target: subject.target, state: subject.state }]
}

const styles = { met: 'ok', near: 'soon', short: 'short', exempt: 'free', open: undefined, none: undefined } as const

/** 组织 × 期: every period made, missing, open or not due, by colour and by sign. */
export function PeriodCard({ title, note, terms, span, year, subjects, sort, onSort, subjectTo, onOpen, onPeriod }: Props) {
  const sample = subjects.find(s => s.periods && s.periods.length > 0)
  const labels = useMemo(() => (sample ? periodsOf(sample, year).map(p => periodLabel(span, p)) : [`${year} 年`]), [sample, span, year])
  const rows = useMemo(() => {
    const at = Number(/^m(\d+)$/.exec(sort.field)?.[1] ?? 0)
    if (at === 0) return sortSubjects(subjects, sort)
    const sign = sort.descending ? -1 : 1
    const done = (s: QuotaSubject) => periodsOf(s, year)[at - 1]?.done ?? 0
    return sortSubjects(subjects, { field: 'name', descending: false }).toSorted((a, b) => (done(a) - done(b)) * sign)
  }, [subjects, sort, year])
  const heads = useMemo(() => labels.map(label => ({ label, sortable: true })), [labels])
  const cellOf = useCallback(
    (subject: QuotaSubject, i: number): HeatCell => {
      const period = periodsOf(subject, year)[i]
      if (!period) return { text: '', says: '', style: {}, disabled: true }
      const look = periodLook(period.state)
      const tone = styles[period.state]
      const amount = period.done > 0 && (period.target !== 1 || period.done > 1 || period.state === 'none') ? amountText(period.done, 1) : ''
      return {
        text: `${look.sign}${look.sign && amount ? ' ' : ''}${amount}`,
        says: `${subject.name} ${labels[i] ?? ''}：${periodSays(period, terms.unit)}`,
        style: tone
          ? { background: `var(--${tone}-wash)`, color: `var(--${tone})`, fontWeight: 600 }
          : period.state === 'none'
            ? { background: futureHatch, color: 'var(--ink-3)' }
            : { background: 'var(--h0)', color: 'var(--ink-3)' },
      }
    },
    [labels, year, terms.unit],
  )
  const before: readonly HeatColumn<QuotaSubject>[] = [
    {
      key: 'name',
      head: terms.of === 'people' ? '姓名' : '党组织',
      width: labels.length > 1 ? '22%' : '56%',
      sortable: true,
      cell: s => (
        <span className="heat-name ellipsis" title={s.name}>
          <Link to={subjectTo(s.subjectId)}>{s.name}</Link>
          {s.post && <span className="t12 ink-3"> {s.post}</span>}
        </span>
      ),
    },
  ]
  const after: readonly HeatColumn<QuotaSubject>[] = [
    terms.several
      ? { key: 'kept', head: '按期', width: 60, align: 'r', sortable: true, cell: s => (s.due > 0 ? `${s.kept}/${s.due}` : <span className="dash">—</span>) }
      : { key: 'done', head: terms.done, width: 72, align: 'r', sortable: true, cell: s => amountText(s.done) },
    { key: 'state', head: '状态', width: 92, sortable: true, cell: s => <QuotaChip state={s.state} /> },
  ]
  return (
    <Card fill className="matrix" title={title} note={note} actions={<PeriodKey />}>
      <HeatTable
        label={title}
        rows={rows}
        idOf={s => s.subjectId}
        {...{ heads, cellOf, before, after, sort, onSort, onOpen }}
        onCell={(subject, i) => {
          const period = periodsOf(subject, year)[i]
          if (period) onPeriod(subject, { ...period, label: labels[i] ?? '' })
        }}
      />
    </Card>
  )
}

/** ✓ 达标 ✕ 未达标 ◷ 临期 ○ 进行中 */
function PeriodKey() {
  return (
    <span className="period-key">
      {(['met', 'short', 'near', 'open'] as const).map(state => (
        <span key={state} className={periodLook(state).className}>
          <b>{periodLook(state).sign}</b> {quotaStates[state]}
        </span>
      ))}
    </span>
  )
}
