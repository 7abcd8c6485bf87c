import { useState } from 'react'
import type { QuotaAbout, QuotaSubject } from '../../../shared/api/quota.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import type { CallOutput } from '../../api/client.ts'
import { type CellAsked, MonthDialog } from '../../quotas/MonthDialog.tsx'
import { boardPath, type Terms } from '../../quotas/terms.ts'
import { TrendCard } from '../../quotas/TrendCard.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BehindPanel } from './BehindPanel.tsx'
import { BoardFigures } from './BoardFigures.tsx'
import { Matrix } from './Matrix.tsx'
import '../../quotas/board.css'
import './quotas.css'

interface Props {
  readonly about: QuotaAbout
  readonly terms: Terms
  readonly board: CallOutput<'quota.board'>
  /** The board of another year or organization, while the one asked for is on the way. */
  readonly stale: boolean
}

/** The figures, the map of organizations by month or period, and who has not made it. */
export function Board({ about, terms, board, stale }: Props) {
  const { year, organizationId, today, name } = useScope()
  const [cell, setCell] = useState<CellAsked>()
  const to = (filter?: string) => boardPath(terms.quota, filter ? `/list?${filter}` : '/list')
  const ahead = year > yearOf(today)
  const body = () => {
    if (board.clauses.length === 0) return <NotInUse about={about} year={year} />
    if (board.total.members === 0) return <NoSubjects circle={about.circle} name={name} year={year} />
    if (ahead) return <NotBegun year={year} />
    return (
      <>
        <BoardFigures board={board} terms={terms} to={to} />
        <div className="quota-columns">
          <div className="quota-work">
            {about.counts === 'sum' && about.period === 'year' && board.total.amount > 0 && (
              <TrendCard
                board={board}
                terms={terms}
                today={today}
                quarterTo={step => to(`quarter=${step}`)}
                onMonth={month => setCell({ month, name, organizationId })}
              />
            )}
            <Matrix about={about} terms={terms} board={board} to={to} onCell={setCell} />
          </div>
          <BehindPanel
            terms={terms}
            board={board}
            to={to}
            onOpen={(subject: QuotaSubject, filter) => navigate(to(`${filter}&subject=${encodeURIComponent(subject.subjectId)}`))}
          />
        </div>
      </>
    )
  }
  return (
    <div className={stale ? 'quota-body stale' : 'quota-body'} aria-busy={stale}>
      {body()}
      <MonthDialog terms={terms} asked={cell} year={year} onClose={() => setCell(undefined)} />
    </div>
  )
}

function NotInUse({ about, year }: { readonly about: QuotaAbout; readonly year: number }) {
  const parameter = about.parameters[0]
  const to = about.own
    ? `#/quotas/${encodeURIComponent(about.name)}/edit`
    : `#/settings?tab=parameters${parameter ? `&parameter=${encodeURIComponent(parameter)}` : ''}`
  return (
    <Card>
      <EmptyState icon="gauge" title={`${year} 年没有启用“${about.label}”。`} action={<Button href={to}>{about.own ? '修改自定指标' : '登记指标值'}</Button>}>
        指标值和依据登记以后，从生效之日起考核{about.circle}。
      </EmptyState>
    </Card>
  )
}

function NoSubjects({ circle, name, year }: { readonly circle: string; readonly name: string; readonly year: number }) {
  return (
    <Card>
      <EmptyState icon="users" title={`${name} ${year} 年没有${circle}。`}>
        这项指标考核{circle}。换一个党组织或年度，或先核对花名册和组织名册。
      </EmptyState>
    </Card>
  )
}

function NotBegun({ year }: { readonly year: number }) {
  return (
    <Card>
      <EmptyState icon="clock" title={`${year} 年度还没有开始。`}>
        {year}-01-01 起的记录计入，之前不评达标。
      </EmptyState>
    </Card>
  )
}
