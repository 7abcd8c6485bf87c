import { appraisalFollowUp, followUpKinds } from '../../../shared/domain/appraisal-follow-up.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** 评议后续: who is still being helped, and what comes next; nothing where nobody is. */
export function FollowUpsLine() {
  const { organizationId, today } = useScope()
  const { data } = useQuery('records.list', {
    type: 'appraisalFollowUp',
    ...(organizationId ? { organizationId } : {}),
    filters: [{ field: 'doneOn', op: 'empty' }],
    limit: 200,
  })
  const open = data?.rows.map(row => appraisalFollowUp.stored.parse(row)) ?? []
  if (open.length === 0) return null
  const dayOf = (f: (typeof open)[number]) => [f.dueOn, f.recheckOn].filter(day => day !== null).toSorted()[0]
  const late = open.filter(f => (dayOf(f) ?? today) < today).length
  const next = open.flatMap(f => (dayOf(f) === undefined ? [] : [{ f, day: dayOf(f) ?? '' }])).toSorted((a, b) => a.day.localeCompare(b.day))[0]
  return (
    <div className="ballot-notices">
      <Banner
        kind={late > 0 ? 'warn' : 'info'}
        icon="clock"
        action={
          <Button small href="#/registers/appraisalFollowUp">
            看后续措施
          </Button>
        }
      >
        <b>
          评议后续措施 {open.length} 项没有办结{late > 0 ? `，其中 ${late} 项已过期` : ''}。
        </b>
        {next && `最近的是 ${next.day}，${data?.titles[next.f.personId] ?? ''}，${followUpKinds[next.f.kind]}。`}
      </Banner>
    </div>
  )
}
