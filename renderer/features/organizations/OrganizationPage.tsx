import { useState } from 'react'
import { organization } from '../../../shared/domain/organization.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { type PageProps, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { QuotaStrip } from '../../quotas/QuotaStrip.tsx'
import { clockText } from '../../records/HistoryDialog.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Members } from './Members.tsx'
import { OrganizationDialogs, type Doing } from './OrganizationDialogs.tsx'
import { OrganizationFacts } from './OrganizationFacts.tsx'
import { OrganizationHead } from './OrganizationHead.tsx'
import { PlanTab } from './PlanTab.tsx'
import { TermText } from './TermChip.tsx'
import { kindWord } from './tree.ts'
import './organizations.css'

type Page = CallOutput<'organization.page'>
type Tab = 'facts' | 'plan'

/** One organization: facts, committee, what is below it, what happened to it. */
export function OrganizationPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const [doing, setDoing] = useState<Doing>()
  const [tab, setTab] = useKept<Tab>('tab', 'facts')
  const reply = useQuery('organization.page', { id }, { keep: false })
  const record = useQuery('records.get', { type: 'organization', id }, { keep: false })
  if (record.error) {
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <ErrorBanner
          error={record.error}
          action={
            <Button small href="#/organizations">
              回到党组织
            </Button>
          }
        />
      </div>
    )
  }
  if (!record.data) return null
  const kept = organization.stored.parse(record.data.record)
  // A voided organization has left the tree; its record can still be seen, and restored.
  if (kept.voidedAt) {
    return (
      <div className="page">
        <Crumbs items={[{ label: '党组织', to: '/organizations' }, { label: kept.name }]} />
        <Banner
          kind="warn"
          icon="exempt"
          action={
            <Button small icon="undo" onClick={() => setDoing('restore')}>
              恢复
            </Button>
          }
        >
          <b>{kept.name}已作废。</b>理由：{kept.voidReason}。内容和历史都保留。
        </Banner>
        <div style={{ marginTop: 16 }}>
          <OrganizationFacts record={kept} titles={record.data.titles} />
        </div>
        <OrganizationDialogs record={kept} page={undefined} doing={doing} onClose={() => setDoing(undefined)} />
      </div>
    )
  }
  if (reply.error)
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <ErrorBanner error={reply.error} />
      </div>
    )
  if (!reply.data) return null
  const { node, path } = reply.data
  return (
    <div className="page">
      <Crumbs items={[{ label: '党组织', to: '/organizations' }, ...path.map(p => ({ label: p.name, to: `/organizations/${p.id}` })), { label: node.name }]} />
      <OrganizationHead page={reply.data} onDo={setDoing} />
      <div className="organization-tabs">
        <Tabs<Tab>
          label="党组织"
          value={tab}
          tabs={[
            { value: 'facts', label: '概况' },
            { value: 'plan', label: '年度计划' },
          ]}
          onChange={setTab}
        />
      </div>
      {tab === 'plan' && <PlanTab id={id} name={node.name} branches={node.branchesBelow} />}
      {tab === 'facts' && (
        <div className="organization-page">
          <div className="organization-main">
            <OrganizationFacts record={kept} titles={record.data.titles} onEdit={() => setDoing('edit')} onHistory={() => setDoing('history')} />
            <Children page={reply.data} />
            {node.members > 0 && <Members id={id} members={node.members} />}
          </div>
          <aside className="organization-side">
            <Quotas id={id} />
            <Committee page={reply.data} />
            <History page={reply.data} />
          </aside>
        </div>
      )}
      <OrganizationDialogs record={kept} page={reply.data} doing={doing} onClose={() => setDoing(undefined)} />
    </div>
  )
}

/** What the organization itself owes: meetings, reports, checks. */
function Quotas({ id }: { readonly id: string }) {
  const { year } = useScope()
  return (
    <Card title={`${year} 年指标`} note="考核这个组织本身的">
      <div className="organization-quotas">
        <QuotaStrip subjectId={id} none="没有考核这个组织的指标" />
      </div>
    </Card>
  )
}

function Committee({ page: { committee } }: { readonly page: Page }) {
  return (
    <Card title="班子" note={committee.length > 0 ? `${committee.length} 人，来自人员的党内职务` : ''}>
      {committee.length === 0 && (
        <EmptyState icon="users" title="没有登记班子">
          在人员的“党内职务”里填书记、副书记或委员，就会出现在这里。
        </EmptyState>
      )}
      <ul className="organization-children padded">
        {committee.map(c => (
          <li key={c.personId}>
            <Link to={`/people/${c.personId}`}>{c.name}</Link>
            <span className="ink-3">{c.post}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Children({ page: { node, children } }: { readonly page: Page }) {
  const { today } = useScope()
  if (node.kind === 'branch' && children.length === 0) return null
  return (
    <Card title="下级组织" note={`${children.length} 个`} fill>
      {children.length === 0 ? (
        <EmptyState icon="tree" title="还没有下级组织">
          按 N 新增，或从组织名册导入。
        </EmptyState>
      ) : (
        <div className="card-body">
          <table className="table">
            <thead>
              <tr>
                <th>名称</th>
                <th style={{ width: 72 }}>类别</th>
                <th style={{ width: 88 }}>书记</th>
                <th className="r" style={{ width: 72 }}>
                  党员
                </th>
                <th style={{ width: 192 }}>届满日期</th>
              </tr>
            </thead>
            <tbody>
              {children.map(child => (
                <tr key={child.id} className={child.closedOn && child.closedOn <= today ? 'void' : ''}>
                  <td>
                    <Link to={`/organizations/${child.id}`}>{child.name}</Link>
                  </td>
                  <td>{kindWord(child.kind)}</td>
                  <td>{child.secretary ?? <span className="ink-3">—</span>}</td>
                  <td className={child.membersBelow === 0 ? 'r zero' : 'r'}>{child.membersBelow}</td>
                  <td>
                    <TermText termEndsOn={child.termEndsOn} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

function History({ page: { history } }: { readonly page: Page }) {
  return (
    <Card title="沿革" note={`${history.length} 条`} fill>
      <ol className="organization-history card-body">
        {history.map(line => (
          <li key={`${line.at}${line.text}`}>
            <span className="t12 ink-3">
              {clockText(line.at)}　{line.actor}
            </span>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
