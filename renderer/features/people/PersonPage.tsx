import { useState } from 'react'
import type { Person } from '../../../shared/domain/person.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import type { Titles } from '../../records/shown-text.ts'
import { useWalk } from '../../records/walk.ts'
import { WalkSteps } from '../../records/WalkSteps.tsx'
import { BallotHistory } from '../../ballots/BallotHistory.tsx'
import { QuotaStrip } from '../../quotas/QuotaStrip.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Changes } from './Changes.tsx'
import { Facts } from './Facts.tsx'
import { Hints } from './Hints.tsx'
import { PersonCases } from './PersonCases.tsx'
import { PersonDialogs, type Doing } from './PersonDialogs.tsx'
import { PersonHead } from './PersonHead.tsx'
import { readPerson, recordHints } from './person-words.ts'
import { QuotaRow } from './QuotaRow.tsx'
import { StudyYear } from './StudyYear.tsx'
import { Timeline } from './Timeline.tsx'
import { useChanges } from './use-changes.ts'
import { studyHint, usePersonStudy } from './use-person-study.ts'
import './people.css'

const tabs = ['timeline', 'facts', 'study', 'changes'] as const
type Tab = (typeof tabs)[number]
const tabOf = (name: string | null): Tab => tabs.find(tab => tab === name) ?? 'timeline'

/** One person: what happened, what is on file, the year's hours, offices and moves. */
export function PersonPage({ params, query }: PageProps) {
  const id = params['id'] ?? ''
  const reply = useQuery('records.get', { type: 'person', id }, { keep: false })
  if (reply.error) {
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <ErrorBanner
          error={reply.error}
          action={
            <Button small href="#/people">
              回到名册
            </Button>
          }
        />
      </div>
    )
  }
  return reply.data ? <Loaded person={readPerson(reply.data.record)} titles={reply.data.titles} from={tabOf(query.get('tab'))} /> : null
}

function Loaded({ person: p, titles, from }: { readonly person: Person; readonly titles: Titles; readonly from: Tab }) {
  const { year, today, organizationId } = useScope()
  const { mayWrite } = useSession()
  const [tab, show] = useKept<Tab>('tab', from)
  const [doing, setDoing] = useState<Doing>()
  const [editing, setEditing] = useState(false)
  const { study, missed, none, error } = usePersonStudy(p.id, year)
  const timeline = useQuery('person.timeline', { id: p.id }, { keep: false })
  const changes = useChanges(p.id)
  const walk = useWalk('person', p.id, { type: 'person', ...(organizationId ? { organizationId } : {}) })
  const go = (id: string | undefined) => id && navigate(`/people/${id}${tab === 'timeline' ? '' : `?tab=${tab}`}`, { replace: true })
  // The neighbours are asked for beforehand, so that [ and ] turn pages instead of waiting.
  useQuery('records.get', { type: 'person', id: walk.previous ?? '' }, { enabled: walk.previous !== undefined })
  useQuery('records.get', { type: 'person', id: walk.next ?? '' }, { enabled: walk.next !== undefined })
  useActions([
    { name: '上一人', keys: '[', when: () => walk.previous !== undefined, perform: () => go(walk.previous) },
    { name: '下一人', keys: ']', when: () => walk.next !== undefined, perform: () => go(walk.next) },
  ])
  const hint = studyHint({ study, missed })
  const hints = [...(hint ? [hint] : []), ...recordHints(p, today)]
  const branch = p.organizationId ? [{ label: titles[p.organizationId] ?? '', to: `/organizations/${p.organizationId}` }] : []
  return (
    <div className="page">
      <Crumbs items={[{ label: '组织与人员', to: '/people' }, ...branch, { label: p.name }]}>
        <WalkSteps walk={walk} go={go} />
      </Crumbs>
      {p.voidedAt && (
        <div style={{ marginBottom: 8 }}>
          <Banner
            kind="warn"
            icon="exempt"
            action={
              mayWrite && (
                <Button small icon="undo" onClick={() => setDoing('restore')}>
                  恢复
                </Button>
              )
            }
          >
            <b>这条人员已作废。</b>理由：{p.voidReason}。不在列表和统计中，内容和历史都保留。
          </Banner>
        </div>
      )}
      <PersonHead person={p} titles={titles} quiet={tab === 'facts' && editing} onDo={setDoing} />
      <Tabs<Tab>
        label="人员档案"
        value={tab}
        onChange={show}
        tabs={[
          { value: 'timeline', label: '时间线', count: timeline.data?.length },
          { value: 'facts', label: '基本信息' },
          { value: 'study', label: '学时', count: study?.lines.length },
          { value: 'changes', label: '任职与变动', count: changes.count },
        ]}
      />
      <div className="profile-page">
        {tab === 'timeline' && <Timeline items={timeline.data} onHistory={() => setDoing('history')} onChanges={() => show('changes')} />}
        {(tab === 'facts' || editing) && (
          <div className="person-facts-frame" hidden={tab !== 'facts'}>
            <Facts key={p.id} person={p} titles={titles} editing={editing} onEditing={setEditing} onHistory={() => setDoing('history')} />
          </div>
        )}
        {tab === 'study' && <StudyYear study={study} none={none} error={error} onAttend={() => setDoing('attend')} onExempt={() => setDoing('exemption')} />}
        {tab === 'changes' && <Changes person={p} changes={changes} onDo={setDoing} />}
        <aside className="profile-side">
          <Card
            title={`${year} 年指标`}
            actions={
              <button type="button" className="link t12" onClick={() => show('study')}>
                历年
              </button>
            }
          >
            <div className="profile-side-body">
              {study && <QuotaRow study={study} year={year} tall onOpen={() => show('study')} />}
              {none && <p className="t13 ink-3">不在 {year} 年的学时指标之内</p>}
              <ErrorBanner error={error} />
              <QuotaStrip subjectId={p.id} without={['study-hours']} />
            </div>
          </Card>
          <PersonCases personId={p.id} category={p.category} />
          <Card title="提示" note={hints.length > 0 ? `${hints.length} 条，程序只提示，结论由人作出` : '没有要提示的'}>
            {hints.length > 0 && (
              <div className="profile-side-body">
                <Hints hints={hints} />
              </div>
            )}
          </Card>
          <BallotHistory personId={p.id} />
        </aside>
      </div>
      <PersonDialogs person={p} titles={titles} doing={doing} onClose={() => setDoing(undefined)} />
    </div>
  )
}
