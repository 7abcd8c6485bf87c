import { useState } from 'react'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { navigate, type PageProps, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { BallotHistory } from '../../ballots/BallotHistory.tsx'
import { QuotaStrip } from '../../quotas/QuotaStrip.tsx'
import { AskedBars } from '../../records/FormBars.tsx'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { useWalk } from '../../records/walk.ts'
import { WalkSteps } from '../../records/WalkSteps.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ArchiveTab } from './ArchiveTab.tsx'
import { CadreHead } from './CadreHead.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { GradesTab } from './GradesTab.tsx'
import { LinesCard } from './LinesCard.tsx'
import { PhotoDialog } from './PhotoDialog.tsx'
import { RecordsCard } from './RecordsCard.tsx'
import { ResumeTab } from './ResumeTab.tsx'
import { SheetTab } from './SheetTab.tsx'
import { useCadre, type WholeCadre } from './use-cadre.ts'
import { VoidCadre } from './VoidCadre.tsx'
import './cadres.css'

const tabs = ['resume', 'sheet', 'family', 'grades', 'posts', 'growth', 'archive'] as const
type Tab = (typeof tabs)[number]
const tabOf = (name: string | null): Tab => tabs.find(tab => tab === name) ?? 'resume'
export type Doing = 'sheet' | 'photo' | 'history' | 'void'

/** One cadre: what the 任免审批表 says, posts held, growth, personal file, and what is to be looked at. */
export function CadrePage({ params, query }: PageProps) {
  const { id, person } = params
  const { data, error } = useCadre(id === undefined ? { personId: person ?? '' } : { cadreId: id })
  if (error)
    return (
      <div className="page cadre-missing">
        <ErrorBanner
          error={error}
          action={
            <Button small href="#/cadres">
              回到干部信息
            </Button>
          }
        />
      </div>
    )
  if (!data) return null
  return data.record ? <Loaded key={data.record.id} whole={data} record={data.record} from={tabOf(query.get('tab'))} /> : <NoSheet whole={data} />
}

/** Someone of whom no sheet was begun. */
function NoSheet({ whole: { person } }: { readonly whole: WholeCadre }) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [creating, setCreating] = useState(false)
  return (
    <div className="page">
      <Crumbs items={[{ label: '干部信息', to: '/cadres' }, { label: person.name }]} />
      <Card>
        <EmptyState
          icon="briefcase"
          title={`${person.name}还没有干部信息`}
          action={
            mayWrite && (
              <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
                登记干部信息
              </Button>
            )
          }
        >
          登记后才有简历、家庭成员、任免审批表。
        </EmptyState>
      </Card>
      {creating && (
        <RecordDialog
          type="cadre"
          title={`登记${person.name}的干部信息`}
          fixed={['personId', 'photo', 'sheetFile']}
          preset={{ personId: person.id }}
          onSaved={record => {
            done(`已登记${person.name}的干部信息`)
            navigate(`/cadres/${record.id}`, { replace: true })
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  )
}

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  readonly from: Tab
}

function Loaded({ whole, record, from }: Props) {
  const { year, organizationId } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [tab, show] = useKept<Tab>('tab', from)
  const [doing, setDoing] = useState<Doing>()
  const { person } = whole
  const walk = useWalk('cadre', record.id, { type: 'cadre', ...(organizationId ? { organizationId } : {}) })
  const go = (id: string | undefined) => id && navigate(`/cadres/${id}${tab === 'resume' ? '' : `?tab=${tab}`}`, { replace: true })
  const close = () => setDoing(undefined)
  useActions([
    { name: '上一人', keys: '[', when: () => walk.previous !== undefined, perform: () => go(walk.previous) },
    { name: '下一人', keys: ']', when: () => walk.next !== undefined, perform: () => go(walk.next) },
    { name: '修改干部信息', keys: 'E', when: () => mayWrite && doing === undefined, perform: () => setDoing('sheet') },
  ])
  return (
    <div className="page">
      <Crumbs items={[{ label: '干部信息', to: '/cadres' }, ...(record.unit ? [{ label: record.unit }] : []), { label: person.name }]}>
        <WalkSteps walk={walk} go={go} />
      </Crumbs>
      <CadreHead whole={whole} record={record} onDo={setDoing} />
      <Tabs<Tab>
        label="干部档案"
        value={tab}
        onChange={show}
        tabs={[
          { value: 'resume', label: '简历', count: whole.resume.length },
          { value: 'sheet', label: '基本信息' },
          { value: 'family', label: '家庭成员', count: whole.family.length },
          { value: 'grades', label: '考核奖惩', count: whole.grades.length + whole.rewards.length },
          { value: 'posts', label: '任免', count: whole.holdings.length },
          { value: 'growth', label: '培养锻炼', count: whole.pools.length + whole.postings.length + whole.stepDowns.length },
          { value: 'archive', label: '档案审核', count: whole.checks.length },
        ]}
      />
      <div className="profile-page">
        <div className="cadre-main">
          {tab === 'resume' && <ResumeTab whole={whole} record={record} />}
          {tab === 'sheet' && <SheetTab whole={whole} record={record} onEdit={() => setDoing('sheet')} />}
          {tab === 'family' && <LinesCard lines="family" whole={whole} record={record} title="家庭主要成员及重要社会关系" />}
          {tab === 'grades' && <GradesTab whole={whole} record={record} />}
          {tab === 'posts' && <RecordsCard kind="postHolding" rows={whole.holdings} person={person} />}
          {tab === 'growth' && (
            <>
              {mayWrite && whole.pools.some(pool => pool['leftOn'] === null) && <AskedBars purpose="appointing" personId={person.id} />}
              <RecordsCard kind="talentPool" rows={whole.pools} person={person} />
              <RecordsCard kind="posting" rows={whole.postings} person={person} />
              <RecordsCard kind="stepDown" rows={whole.stepDowns} person={person} />
            </>
          )}
          {tab === 'archive' && <ArchiveTab whole={whole} record={record} />}
        </div>
        <aside className="profile-side">
          <FindingsCard whole={whole} record={record} onShow={show} />
          <Card title={`${year} 年学习和指标`}>
            <div className="profile-side-body">
              <QuotaStrip subjectId={person.id} />
            </div>
          </Card>
          <BallotHistory personId={person.id} />
        </aside>
      </div>
      {doing === 'sheet' && (
        <RecordDialog
          type="cadre"
          id={record.id}
          title={`修改${person.name}的干部信息`}
          fixed={['personId', 'photo', 'sheetFile']}
          onSaved={() => {
            done(`已改${person.name}的干部信息`)
            close()
          }}
          onClose={close}
        />
      )}
      {doing === 'photo' && <PhotoDialog record={record} name={person.name} onClose={close} />}
      {doing === 'history' && <HistoryDialog type="cadre" id={record.id} title={`${person.name}的干部信息`} onClose={close} />}
      {doing === 'void' && <VoidCadre whole={whole} record={record} onClose={close} />}
    </div>
  )
}
