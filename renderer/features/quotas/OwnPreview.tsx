import type { OwnQuota } from '../../../shared/domain/own-quota.ts'
import { ownQuota } from '../../../shared/domain/own-quota.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { useScope } from '../../app/scope.tsx'
import { useQuery } from '../../api/hooks.ts'
import { draftOf } from '../../records/draft.ts'
import { useSettled } from '../../records/use-list.ts'
import type { RecordFormState } from '../../records/use-record-form.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { Link } from '../../ui/Link.tsx'
import { amountText } from '../../ui/say-amount.ts'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { subjectPath } from '../../quotas/terms.ts'

/** 试算: how the quota as it stands in the form would come out on the office's own records. Nothing is kept by looking. */
export function OwnPreview({ form }: { readonly form: RecordFormState }) {
  const { year, organizationId, name } = useScope()
  // A string, so that the same draft typed twice is asked once.
  const settled = useSettled(JSON.stringify(draftOf(form.type, form.values) ?? null), 400)
  const parsed = ownQuota.draft.safeParse(JSON.parse(settled))
  const draft = parsed.success ? parsed.data : undefined
  return (
    <Card fill className="own-preview" title="试算" note={`${name} ${year} 年，按现有记录，不保存`}>
      {draft ? (
        <Reckoned draft={draft} year={year} organizationId={organizationId} />
      ) : (
        <EmptyState icon="gauge" title="填完必填的各项，这里按现有记录试算。">
          试算不写入任何内容。
        </EmptyState>
      )}
    </Card>
  )
}

interface Props {
  readonly draft: Omit<OwnQuota, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'voidedAt' | 'voidReason'>
  readonly year: number
  readonly organizationId: string | undefined
}

function Reckoned({ draft, year, organizationId }: Props) {
  const reply = useQuery('quota.preview', { draft, year, organizationId })
  if (reply.error)
    return (
      <div className="section">
        <ErrorBanner error={reply.error} />
      </div>
    )
  if (!reply.data) return <div className="section" role="status" aria-label="正在试算" />
  const { required, met, short, near, open, exempt, records, examples } = reply.data
  const head = examples[0]?.kind === 'organization' ? '个' : '人'
  return (
    <div className={reply.isPlaceholderData ? 'own-reckoned stale' : 'own-reckoned'} aria-busy={reply.isPlaceholderData}>
      <FigureStrip>
        <Figure compact label="应考核" value={required} unit={head} sub={exempt > 0 ? `另有免 ${exempt} ${head}` : ''} />
        <Figure compact label="达标" icon="check" tone="ok" value={met} unit={head} />
        <Figure compact label="未达标" icon="short" tone="short" value={short} unit={head} />
        <Figure compact label="未到期" icon="clock" tone="soon" value={near + open} unit={head} sub="临期和进行中" />
      </FigureStrip>
      <p className="section t13">
        {year} 年有 {records} 条记录计入。
        {required === 0 && (draft.startsOn > lastDayOf(year) ? `生效日期 ${draft.startsOn} 晚于这一年，这一年不考核。` : '这一年没有应考核的对象。')}
      </p>
      {examples.length > 0 && (
        <div className="card-body">
          <table className="table dense" aria-label="试算的例子">
            <thead>
              <tr>
                <th>{head === '人' ? '姓名' : '党组织'}</th>
                <th className="r" style={{ width: 96 }}>
                  已完成 / 指标
                </th>
                <th style={{ width: 88 }}>状态</th>
              </tr>
            </thead>
            <tbody>
              {examples.map(s => (
                <tr key={s.subjectId}>
                  <td className="ellipsis">
                    <Link to={subjectPath(s.kind, s.subjectId)}>{s.name}</Link>
                    {s.kind === 'person' && <span className="t12 ink-3"> {s.organization}</span>}
                  </td>
                  <td className="r">
                    {amountText(s.done)} / {amountText(s.target)} {draft.unit}
                  </td>
                  <td>
                    <QuotaChip state={s.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
