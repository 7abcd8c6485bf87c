import type { Person } from '../../../shared/domain/person.ts'
import { procedureNames } from '../../../shared/domain/procedure-case.ts'
import { boards, casePath } from '../../../shared/procedures/boards.ts'
import { useQuery } from '../../api/hooks.ts'
import { CaseChip } from '../../procedures/CaseChip.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'

const onTheWay = boards.membership.subjects

/** 卷宗: where the procedures about someone stand. For whoever is on the way to membership it says so where there is none. */
export function PersonCases({ personId, category }: { readonly personId: string; readonly category: Person['category'] }) {
  const { data, error } = useQuery('case.ofPerson', { personId })
  if (error)
    return (
      <Card title="卷宗">
        <div className="profile-side-body">
          <ErrorBanner error={error} />
        </div>
      </Card>
    )
  if (!data || (data.length === 0 && !onTheWay.includes(category))) return null
  return (
    <Card
      title="卷宗"
      note={data.length === 0 ? '还没有' : undefined}
      actions={
        data.length === 0 && (
          <Link to={`${boards.membership.path}/new`} className="link t12">
            去立卷
          </Link>
        )
      }
    >
      {data.length > 0 && (
        <ul className="person-cases profile-side-body">
          {data.map(({ id, procedure, phase, step, state, openedOn, closedOn, outcome }) => (
            <li key={id}>
              <div className="row">
                <Link to={casePath(procedure, id)}>
                  {procedureNames[procedure]} · {phase}
                </Link>
                <span className="space" />
                <CaseChip state={state} />
              </div>
              <p className="t12 ink-3 ellipsis">{closedOn === null ? `下一步：${step || '无'}，${openedOn} 立卷` : `${closedOn} ${outcome ?? ''}`}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
