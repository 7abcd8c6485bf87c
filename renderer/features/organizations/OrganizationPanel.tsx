import { useQuery } from '../../api/hooks.ts'
import { useSettled } from '../../records/use-list.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { MembersLink } from './MembersLink.tsx'
import { TermText } from './TermChip.tsx'
import { kindWord } from './tree.ts'

/** The organization selected in the tree, at a glance. */
export function OrganizationPanel({ id: wanted, onOpen }: { readonly id: string; onOpen(): void }) {
  const id = useSettled(wanted, 100)
  const reply = useQuery('organization.page', { id })
  if (reply.error)
    return (
      <div className="section">
        <ErrorBanner error={reply.error} />
      </div>
    )
  if (!reply.data) return null
  const { node, path, committee, children } = reply.data
  return (
    <div className="organization-panel">
      <header>
        <h2>{node.name}</h2>
        <p className="t12 ink-3">{[kindWord(node.kind), path.map(p => p.name).join(' › ')].filter(Boolean).join(' · ')}</p>
      </header>
      <div className="organization-panel-body">
        <section className="section">
          <dl className="organization-facts">
            <dt>党员</dt>
            <dd>
              <MembersLink id={node.id} members={node.membersBelow} />
              {node.members !== node.membersBelow && <span className="ink-3">，其中本级 {node.members} 人</span>}
            </dd>
            {node.kind !== 'branch' && (
              <>
                <dt>党支部</dt>
                <dd>{node.branchesBelow} 个</dd>
              </>
            )}
            <dt>本届当选</dt>
            <dd>{node.electedOn ?? '—'}</dd>
            <dt>届满</dt>
            <dd>
              <TermText termEndsOn={node.termEndsOn} dash={node.electedOn ? '没有登记任期年限' : '没有登记当选日期'} />
            </dd>
            {node.closedOn && (
              <>
                <dt>撤销</dt>
                <dd>{node.closedOn}</dd>
              </>
            )}
          </dl>
        </section>
        <section className="section">
          <h4>
            班子 <span className="ink-3">{committee.length}</span>
          </h4>
          {committee.length === 0 && <p className="t13 ink-3">人员的“党内职务”里没有登记书记或委员</p>}
          <dl className="organization-facts">
            {committee.map(c => (
              <div key={c.personId} className="organization-fact">
                <dt className="ellipsis" title={c.post}>
                  {c.post}
                </dt>
                <dd>
                  <Link to={`/people/${c.personId}`}>{c.name}</Link>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {children.length > 0 && (
          <section className="section">
            <h4>
              下级组织 <span className="ink-3">{children.length}</span>
            </h4>
            <ul className="organization-children">
              {children.map(child => (
                <li key={child.id}>
                  <Link to={`/organizations/${child.id}`} className="ellipsis">
                    {child.name}
                  </Link>
                  <span className="ink-3">{child.membersBelow} 人</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer>
        <span className="organization-panel-open">
          <Button icon="go" onClick={onOpen}>
            打开
          </Button>
        </span>
        <MembersLink id={node.id} members={node.membersBelow} kind="button" />
      </footer>
    </div>
  )
}
