import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { MaskedText } from '../../records/MaskedText.tsx'
import { useSettled } from '../../records/use-list.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Hints } from './Hints.tsx'
import { personLine, readPerson, recordHints } from './person-words.ts'
import { QuotaRow } from './QuotaRow.tsx'
import { Silhouette } from './Silhouette.tsx'
import { studyHint, usePersonStudy } from './use-person-study.ts'

interface Props {
  readonly id: string
  onOpen(tab?: 'study'): void
  onAttend(): void
  onClose(): void
}

/** The person selected in the list, at a glance: where the year stands, what to look at, the latest records. */
export function PersonPanel({ id: wanted, onOpen, onAttend, onClose }: Props) {
  // ↓ held down runs past many people: only the one it stops at is asked for.
  const id = useSettled(wanted, 100)
  const { year, today } = useScope()
  const { mayWrite } = useSession()
  const reply = useQuery('records.get', { type: 'person', id })
  const timeline = useQuery('person.timeline', { id })
  const { study, missed, none, error } = usePersonStudy(id, year)
  if (reply.error)
    return (
      <div className="section">
        <ErrorBanner error={reply.error} />
      </div>
    )
  if (!reply.data) return null
  const p = readPerson(reply.data.record)
  const hint = study && studyHint({ study, missed })
  const hints = [...(hint ? [hint] : []), ...recordHints(p, today)]
  const latest = timeline.data?.filter(item => item.topic !== 'record' && item.on !== null && item.on <= today).slice(0, 4) ?? []
  return (
    <div className="person-panel">
      <header>
        <Silhouette />
        <div className="person-panel-name">
          <h2>
            <span className="ellipsis">{p.name}</span>
            {p.partyPost && <span className="tag ellipsis">{p.partyPost}</span>}
          </h2>
          <p className="t13 ink-2 ellipsis">{p.organizationId ? reply.data.titles[p.organizationId] : '没有编入党支部'}</p>
          <p className="t12 ink-3">{personLine(p, today)}</p>
        </div>
        <span className="person-panel-close">
          <IconAction icon="cross" title="收起" onClick={onClose} />
        </span>
      </header>
      <div className="person-panel-body">
        <section className="section">
          <h4>{year} 年指标</h4>
          {study && <QuotaRow study={study} year={year} onOpen={() => onOpen('study')} />}
          {none && <p className="t13 ink-3">不在 {year} 年的学时指标之内</p>}
          <ErrorBanner error={error} />
        </section>
        {hints.length > 0 && (
          <section className="section">
            <h4>
              提示 <span className="ink-3">{hints.length}</span>
            </h4>
            <Hints hints={hints} />
          </section>
        )}
        <section className="section">
          <h4>基本信息</h4>
          <dl className="person-facts">
            <dt>出生年月</dt>
            <dd>{p.bornOn?.slice(0, 7) ?? '—'}</dd>
            <dt>身份号码</dt>
            <dd>
              <MaskedText type="person" id={p.id} field="idNumber" masked={p.idNumber} steady />
            </dd>
            <dt>入党 / 转正</dt>
            <dd>
              {p.joinedOn ?? '—'} / {p.fullMemberOn ?? '—'}
            </dd>
            <dt>工作岗位</dt>
            <dd>{p.workPost ?? '—'}</dd>
            <dt>手机号码</dt>
            <dd>{p.phone ? <MaskedText type="person" id={p.id} field="phone" masked={p.phone} steady /> : '—'}</dd>
          </dl>
        </section>
        <section className="section">
          <h4>最近记录</h4>
          {latest.length === 0 && <p className="t13 ink-3">还没有带日期的记录</p>}
          <dl className="person-facts">
            {latest.map((item, i) => (
              <div key={`${item.recordId}${i}`} className="person-fact">
                <dt>{item.on?.startsWith(today.slice(0, 4)) ? item.on.slice(5) : item.on}</dt>
                <dd>
                  <span className="ellipsis" title={item.title}>
                    {item.title}
                  </span>
                  <small className="ellipsis">{item.detail}</small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <footer>
        <span className="person-panel-open">
          <Button icon="go" href={`#/people/${id}`} onClick={event => (event.preventDefault(), onOpen())}>
            打开档案
          </Button>
        </span>
        {mayWrite && <Button onClick={onAttend}>登记参训</Button>}
        <ArchiveMenu personIds={[id]} name={p.name} label="打印" icon={null} />
      </footer>
    </div>
  )
}
