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
import { FormMenu } from '../../forms/FormMenu.tsx'
import { type CellAsked, MonthDialog, monthOfSubject } from '../../quotas/MonthDialog.tsx'
import { OrganizationMatrix } from '../../quotas/OrganizationMatrix.tsx'
import { ShortPanel } from '../../quotas/ShortPanel.tsx'
import { SubjectMatrix } from '../../quotas/SubjectMatrix.tsx'
import { monthsBegun } from '../../quotas/trend.ts'
import { TrendCard } from '../../quotas/TrendCard.tsx'
import { StudyFigures } from './StudyFigures.tsx'
import { quota, terms } from './words.ts'
import '../../quotas/board.css'

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
  const [month, setMonth] = useState<CellAsked>()
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
      <div className={stale ? 'quota-body stale' : 'quota-body'} aria-busy={stale}>
        <Card>
          <NoPeople year={year} name={scope.name} mayWrite={mayWrite} />
        </Card>
      </div>
    )
  return (
    <div className={stale ? 'quota-body stale' : 'quota-body'} aria-busy={stale}>
      <StudyFigures
        board={board}
        period={ahead ? 'ahead' : today > lastDayOf(year) ? 'over' : 'running'}
        warnWithin={warnWithin}
        behindPoints={behindPoints}
        to={to}
      />
      {ahead ? (
        <Card className="study-ahead">
          <NotBegun year={year} due={board.total.members - board.total.exempt} />
        </Card>
      ) : (
        <div className="quota-columns">
          <div className="quota-work">
            {board.total.amount === 0 ? (
              <Card>
                <NoHours year={year} mayWrite={mayWrite} />
              </Card>
            ) : (
              <TrendCard
                board={board}
                terms={terms}
                today={today}
                quarterTo={step => to(`quarter=${step}`)}
                onMonth={m => setMonth({ month: m, name: scope.name, organizationId })}
              />
            )}
            {isBranch ? (
              <SubjectMatrix
                subjects={own.data?.people}
                terms={terms}
                place={scope.name}
                begun={begun}
                elapsed={elapsed}
                behindPoints={behindPoints}
                subjectTo={personTo}
                onOpen={p => navigate(personTo(p.subjectId))}
                onMonth={(p, m) => setMonth(monthOfSubject(p, year, m))}
              />
            ) : (
              <OrganizationMatrix
                terms={terms}
                organizations={board.organizations}
                row="支部"
                head="党支部"
                holds="当月人均学时"
                begun={begun}
                elapsed={elapsed}
                behindPoints={behindPoints}
                peopleTo={(id, owing) => to(`organization=${encodeURIComponent(id)}${owing ? '&owing=1' : ''}`)}
                onOpen={b => navigate(to(`organization=${encodeURIComponent(b.id)}`))}
                onMonth={(b, m) => setMonth({ month: m, name: b.name, organizationId: b.id, mean: { amount: b.months[m - 1] ?? 0, of: b.required } })}
              />
            )}
          </div>
          <ShortPanel
            terms={terms}
            subjects={short.data?.people}
            title="未达标"
            year={year}
            elapsed={elapsed}
            behindPoints={behindPoints}
            actions={
              <FormMenu
                small
                form="studyShort"
                params={{ year, organizationId, personIds: (short.data?.people ?? []).map(p => p.personId) }}
                name={`${year}年未达标人员名单 ${scope.name}`}
                label="按支部打印"
                disabled={(short.data?.people ?? []).length === 0}
              />
            }
            empty={
              <EmptyState icon="check" title="没有未达标的人">
                应学的人都已达标，或差额在临期以内。
              </EmptyState>
            }
            to={id => (id === undefined ? to('state=short') : personTo(id, 'state=short'))}
            onOpen={p => navigate(personTo(p.subjectId, 'state=short'))}
          />
        </div>
      )}
      <MonthDialog terms={terms} asked={month} year={year} onClose={() => setMonth(undefined)} />
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
function NotBegun({ year, due }: { readonly year: number; readonly due: number }) {
  return (
    <EmptyState icon="clock" title={`${year} 年度还没有开始。`}>
      到时应学 {due} 人，按现在的花名册算。{year}-01-01 起的参训计入，之前不评达标。
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
