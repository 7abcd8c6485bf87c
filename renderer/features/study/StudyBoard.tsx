import { useState } from 'react'
import { lastDayOf, yearOf } from '../../../shared/rules/days.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BranchMatrix } from './BranchMatrix.tsx'
import { type MonthAsked, MonthDialog } from './MonthDialog.tsx'
import { PeopleMatrix } from './PeopleMatrix.tsx'
import { ShortPanel } from './ShortPanel.tsx'
import { StudyFigures } from './StudyFigures.tsx'
import { monthsBegun } from './trend.ts'
import { TrendCard } from './TrendCard.tsx'
import { quota } from './words.ts'

interface Props {
  readonly board: CallOutput<'quota.board'>
  /** The board of another year or organization, while the one asked for is on the way. */
  readonly stale: boolean
  readonly warnWithin: number
  readonly behindPoints: number
}

/** The figures, the trend, the heat map and who is short. */
export function StudyBoard({ board, stale, warnWithin, behindPoints }: Props) {
  const scope = useScope()
  const { mayWrite } = useSession()
  const [month, setMonth] = useState<MonthAsked>()
  const { year, organizationId, today } = scope
  const isBranch = scope.organization !== undefined && !scope.tree.some(node => node.parentId === scope.organizationId)
  const short = useQuery('quota.people', { quota, year, organizationId, states: ['short'] })
  const own = useQuery('quota.people', { quota, year, organizationId, months: true }, { enabled: isBranch })
  const begun = monthsBegun(year, today)
  const ahead = year > yearOf(today)
  const { elapsed } = board
  const to = (filter?: string) => (filter ? `/study/people?${filter}` : '/study/people')
  const personTo = (id: string, filter = '') => to(`${filter}${filter && '&'}person=${encodeURIComponent(id)}`)
  if (board.total.members === 0)
    return (
      <div className={stale ? 'study-body stale' : 'study-body'} aria-busy={stale}>
        <Card>
          <NoPeople year={year} name={scope.name} mayWrite={mayWrite} />
        </Card>
      </div>
    )
  return (
    <div className={stale ? 'study-body stale' : 'study-body'} aria-busy={stale}>
      <StudyFigures
        board={board}
        period={ahead ? 'ahead' : today > lastDayOf(year) ? 'over' : 'running'}
        warnWithin={warnWithin}
        behindPoints={behindPoints}
        to={to}
      />
      {ahead ? (
        <Card>
          <NotBegun year={year} required={board.total.required} />
        </Card>
      ) : (
        <div className="study-columns">
          <div className="study-work">
            {board.total.amount === 0 ? (
              <Card>
                <NoHours year={year} mayWrite={mayWrite} />
              </Card>
            ) : (
              <TrendCard
                board={board}
                today={today}
                quarterTo={step => to(`quarter=${step}`)}
                onMonth={m => setMonth({ month: m, name: scope.name, organizationId })}
              />
            )}
            {isBranch ? (
              <PeopleMatrix
                people={own.data?.people}
                branch={scope.name}
                begun={begun}
                elapsed={elapsed}
                behindPoints={behindPoints}
                personTo={personTo}
                onPerson={p => navigate(personTo(p.personId))}
                onMonth={(p, m) => setMonth({ month: m, name: p.name, personId: p.personId })}
              />
            ) : (
              <BranchMatrix
                branches={board.organizations}
                begun={begun}
                elapsed={elapsed}
                behindPoints={behindPoints}
                peopleTo={(id, owing) => to(`organization=${encodeURIComponent(id)}${owing ? '&owing=1' : ''}`)}
                onBranch={b => navigate(to(`organization=${encodeURIComponent(b.id)}`))}
                onMonth={(b, m) => setMonth({ month: m, name: b.name, organizationId: b.id, mean: { hours: b.months[m - 1] ?? 0, of: b.required } })}
              />
            )}
          </div>
          <ShortPanel
            people={short.data?.people}
            year={year}
            elapsed={elapsed}
            behindPoints={behindPoints}
            organizationId={organizationId}
            scopeName={scope.name}
            to={id => (id === undefined ? to('state=short') : personTo(id, 'state=short'))}
            onPerson={p => navigate(personTo(p.personId, 'state=short'))}
          />
        </div>
      )}
      <MonthDialog asked={month} year={year} onClose={() => setMonth(undefined)} />
    </div>
  )
}

function NoPeople({ year, name, mayWrite }: { readonly year: number; readonly name: string; readonly mayWrite: boolean }) {
  return (
    <EmptyState
      icon="users"
      title={`${name}还没有 ${year} 年的党员。`}
      action={
        mayWrite && (
          <Button icon="upload" href="#/import/people">
            导入花名册
          </Button>
        )
      }
    >
      学时从花名册上的正式党员和预备党员算起。先导入党组织和花名册。
    </EmptyState>
  )
}

/** Nobody is short of anything before the first day: what will be due is said, and no verdict. */
function NotBegun({ year, required }: { readonly year: number; readonly required: number }) {
  return (
    <EmptyState icon="clock" title={`${year} 年度还没有开始。`}>
      到时应学 {required} 人，按现在的花名册和已定的指标算。{year}-01-01 起的参训计入，之前不评达标。
    </EmptyState>
  )
}

function NoHours({ year, mayWrite }: { readonly year: number; readonly mayWrite: boolean }) {
  return (
    <EmptyState
      icon="table"
      title={`还没有 ${year} 年的参训记录。`}
      action={
        mayWrite && (
          <span className="row">
            <Button icon="upload" href="#/import/study">
              导入签到表
            </Button>
            <Button icon="plus" href="#/activities/new">
              登记活动
            </Button>
          </span>
        )
      }
    >
      从支部交来的签到表导入，或登记活动。
    </EmptyState>
  )
}
