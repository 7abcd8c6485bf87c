import { useState } from 'react'
import { integrityAccess, integrityReview } from '../../../shared/domain/integrity.ts'
import { recordPlace } from '../../../shared/due/places.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { WalkSteps } from '../../records/WalkSteps.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Link } from '../../ui/Link.tsx'
import { Crumbs, PageHead } from '../../ui/PageHead.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { SectionCard } from './SectionCard.tsx'
import './integrity.css'

const list = '/supervision/integrity'

/** 廉政档案 of one person, assembled from the registers. Looking at it leaves a line in the audit. */
export function IntegrityFilePage({ params }: PageProps) {
  const personId = params['person'] ?? ''
  const { data, error } = useQuery('integrity.get', { personId }, { keep: false })
  if (error)
    return (
      <div className="page integrity-missing">
        <ErrorBanner
          error={error}
          action={
            <Button small href={`#${list}`}>
              回到廉政档案
            </Button>
          }
        />
      </div>
    )
  return data ? <Loaded key={personId} file={data} /> : null
}

function Loaded({ file }: { readonly file: CallOutput<'integrity.get'> }) {
  const { year, today } = useScope()
  const { mayWrite, user } = useSession()
  const done = useSayDone()
  const [doing, setDoing] = useState<'review' | 'access'>()
  const { person } = file
  const walk = { at: file.at > 0 ? file.at : undefined, total: file.total, previous: file.previous ?? undefined, next: file.next ?? undefined }
  const review = file.reviews.find(one => one.year === year)
  const go = (id: string | undefined) => id !== undefined && navigate(`${list}/${id}`, { replace: true })
  useActions([
    { name: '上一人', keys: '[', when: () => walk.previous !== undefined, perform: () => go(walk.previous) },
    { name: '下一人', keys: ']', when: () => walk.next !== undefined, perform: () => go(walk.next) },
    { name: '登记年度更新', keys: 'E', when: () => mayWrite && doing === undefined, perform: () => setDoing('review') },
  ])
  const saved = (what: string) => {
    done(`已登记${person.name}的廉政档案${what}`)
    setDoing(undefined)
  }
  const preset = { personId: person.id }
  return (
    <div className="page">
      <Crumbs items={[{ label: '廉政档案', to: list }, { label: person.name }]}>
        <WalkSteps walk={walk} go={go} />
      </Crumbs>
      <PageHead
        title={person.name}
        sub={[person.organization, person.post].filter(Boolean).join(' · ')}
        actions={
          <>
            <FormMenu form="integrityFile" params={{ personIds: [person.id] }} name={`廉政档案 ${person.name}`} label="廉政档案" print="打印廉政档案" />
            {mayWrite && (
              <Button icon="plus" onClick={() => setDoing('access')}>
                登记查阅
              </Button>
            )}
            {mayWrite && (
              <Button kind="primary" icon="check" keys="E" onClick={() => setDoing('review')}>
                登记年度更新
              </Button>
            )}
          </>
        }
      />
      <div className="integrity-page">
        <div className="integrity-main">
          <Card title="基本情况">
            <FactList className="integrity-facts" label="基本情况" of={file.facts} />
          </Card>
          {file.sections.map(section => (
            <SectionCard key={section.key} section={section} />
          ))}
        </div>
        <aside className="integrity-side">
          <Card title="年度更新" actions={<StatusChip tone={review ? 'met' : 'near'} word={`${year} 年${review ? '已更新' : '未更新'}`} />}>
            {file.reviews.length === 0 ? (
              <p className="integrity-none t13 ink-3">还没有更新过。核对各项登记后，登记年度更新。</p>
            ) : (
              <ul className="integrity-log">
                {file.reviews.map(one => (
                  <li key={one.id}>
                    <Link to={recordPlace(integrityReview.name, one.id)}>{`${one.year} 年`}</Link>
                    <span className="ink-3">{`${one.reviewedOn} ${one.reviewedBy}`}</span>
                    {one.changes !== '' && <p>{one.changes}</p>}
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title="查阅登记" note={file.accesses.length > 0 ? `${file.accesses.length} 次` : ''}>
            {file.accesses.length === 0 ? (
              <p className="integrity-none t13 ink-3">没有查阅。查阅、借出须经批准，登记在这里。</p>
            ) : (
              <ul className="integrity-log">
                {file.accesses.map(one => (
                  <li key={one.id}>
                    <Link to={recordPlace(integrityAccess.name, one.id)}>{one.askedBy}</Link>
                    <span className="ink-3">{one.usedOn || one.askedOn}</span>
                    <p>
                      {[one.purpose, one.approvedBy === '' ? '没有批准' : `${one.approvedBy}批准`, one.returnedOn && `${one.returnedOn} 归还`]
                        .filter(Boolean)
                        .join('；')}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title="打开记录" note={file.looks.length > 0 ? `最近 ${file.looks.length} 次` : ''}>
            {file.looks.length === 0 ? (
              <p className="integrity-none t13 ink-3">以前没有人打开过。每次打开都记在审计里。</p>
            ) : (
              <ul className="integrity-log">
                {file.looks.map(({ at, actor }) => (
                  <li key={at}>
                    {actor}
                    <span className="ink-3">{momentShort(at)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </aside>
      </div>
      {doing === 'review' && (
        <RecordDialog
          type="integrityReview"
          id={review?.id}
          title={`${person.name}：廉政档案年度更新`}
          fixed={['personId']}
          preset={{ ...preset, year, reviewedOn: today, reviewedBy: user }}
          onSaved={() => saved('年度更新')}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing === 'access' && (
        <RecordDialog
          type="integrityAccess"
          title={`${person.name}：廉政档案查阅`}
          fixed={['personId']}
          preset={{ ...preset, askedOn: today, way: 'read' }}
          onSaved={() => saved('查阅')}
          onClose={() => setDoing(undefined)}
        />
      )}
    </div>
  )
}
