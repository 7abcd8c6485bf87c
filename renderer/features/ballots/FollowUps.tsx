import { useState } from 'react'
import { type AppraisalFollowUp, appraisalFollowUp, followUpKinds } from '../../../shared/domain/appraisal-follow-up.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'

/** The day that comes next: the limit, or looking at him again. */
const nextDay = ({ dueOn, recheckOn, result }: AppraisalFollowUp): string | null =>
  [dueOn, result === null ? recheckOn : null].filter(day => day !== null).toSorted()[0] ?? null

const byDay = (a: AppraisalFollowUp, b: AppraisalFollowUp): number => (nextDay(a) ?? '9').localeCompare(nextDay(b) ?? '9')

/** 评议后续: who is still being helped and what comes next; nothing where nobody is. */
export function FollowUps() {
  const { organizationId, today } = useScope()
  const [open, setOpen] = useState(false)
  const { data } = useQuery('records.list', {
    type: 'appraisalFollowUp',
    ...(organizationId ? { organizationId } : {}),
    filters: [{ field: 'doneOn', op: 'empty' }],
    limit: 200,
  })
  const found = data?.rows.map(row => appraisalFollowUp.stored.parse(row)).toSorted(byDay) ?? []
  if (!data || found.length === 0) return null
  const late = found.filter(f => (nextDay(f) ?? today) < today).length
  return (
    <>
      <span className="space" />
      <Button icon="clock" title="评议为基本合格、不合格以后的谈话、改正、帮带和复评" onClick={() => setOpen(true)}>
        后续措施 {data.total}
        {late > 0 && <span className="tone-short">（过期 {late}）</span>}
      </Button>
      <Dialog open={open} size={720} title={`没有办结的评议后续措施 ${data.total} 项`} sub="按最近要办的日期排列。" onClose={() => setOpen(false)}>
        <ul className="follow-ups">
          {found.map(f => {
            const day = nextDay(f)
            return (
              <li key={f.id}>
                <Link to={`/registers/appraisalFollowUp?record=${encodeURIComponent(f.id)}`} className="link bold">
                  {data.titles[f.personId] ?? ''}
                </Link>
                <span>{ballotGrades[f.grade]}</span>
                <span>{followUpKinds[f.kind]}</span>
                <span className="ink-3 ellipsis">{f.helperId === null ? '' : `帮带人 ${data.titles[f.helperId] ?? ''}`}</span>
                <span>{day === null ? <span className="ink-3">没有定日期</span> : `${day === f.dueOn ? '期限' : '复评'} ${day}`}</span>
                <span>{day !== null && day < today ? <StatusChip tone="overdue" /> : null}</span>
              </li>
            )
          })}
        </ul>
      </Dialog>
    </>
  )
}
