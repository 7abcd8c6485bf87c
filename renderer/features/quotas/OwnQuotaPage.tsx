import { type KeyboardEvent, useState } from 'react'
import { yearOf } from '../../../shared/rules/days.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { useQuery } from '../../api/hooks.ts'
import { ConflictBanner } from '../../records/ConflictBanner.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { RecordForm } from '../../records/RecordForm.tsx'
import { recordType } from '../../records/record-name.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { isStored, type Stored, useRecordSave } from '../../records/use-record-save.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { following } from './own-fields.ts'
import { OwnCounting } from './OwnCounting.tsx'
import { OwnPreview } from './OwnPreview.tsx'
import './quotas.css'

const type = recordType('ownQuota')
/** What is chosen by the words of a register, not typed. */
const counting = ['source', 'subjectField', 'dateField', 'amountField', 'conditionField', 'conditionValues']

export function NewOwnQuotaPage() {
  return <OwnQuotaForm record={undefined} />
}

/** Opens the record behind `own:…`. */
export function EditOwnQuotaPage({ params }: PageProps) {
  const id = (params['name'] ?? '').replace(/^own:/, '')
  const reply = useQuery('records.get', { type: 'ownQuota', id }, { keep: false })
  const [kept, setKept] = useState<Stored>()
  // The form keeps what it was opened with: a change by someone else is met when saving.
  if (!kept && reply.data && isStored(reply.data.record)) setKept(reply.data.record)
  if (kept) return <OwnQuotaForm record={kept} />
  return (
    <div className="page" style={{ paddingTop: 16 }}>
      <ErrorBanner error={reply.error} action={<Button href="#/quotas">回到指标总览</Button>} />
    </div>
  )
}

/** 自定指标: a quota over any register, chosen by its words and tried on the records there are before it is kept. */
function OwnQuotaForm({ record }: { readonly record: Stored | undefined }) {
  const { today } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const begin = { period: 'year', startsOn: `${yearOf(today)}-01-01` }
  const kept = useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, begin))
  const saving = useRecordSave('ownQuota', kept, record)
  const settle = useUnsaved(kept.dirty)
  const [dialog, setDialog] = useState<'history' | 'void'>()
  const form = {
    ...kept,
    set(key: string, value: unknown) {
      kept.set(key, value)
      for (const [other, next] of Object.entries(following(key, { ...kept.values, [key]: value }))) kept.set(other, next)
    },
  }
  const save = async () => {
    const written = await saving.save()
    if (!written) return
    settle()
    done(`${record ? '已改动' : '已新增'}自定指标“${String(written['label'])}”`)
    navigate(`/quotas/${encodeURIComponent(`own:${written.id}`)}`, { replace: true })
  }
  const keys = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    if (!saving.busy) void save()
  }
  const label = String(record?.['label'] ?? '')
  const voided = record !== undefined && typeof record['voidedAt'] === 'string'
  return (
    <div className="page" onKeyDown={keys}>
      <div className="row own-head">
        <Crumbs
          items={[
            { label: '指标总览', to: '/quotas' },
            ...(record && !voided ? [{ label, to: `/quotas/${encodeURIComponent(`own:${record.id}`)}` }] : []),
            { label: record ? '修改自定指标' : '新增自定指标' },
          ]}
        />
        <span className="space" />
        {record && (
          <Button icon="clock" onClick={() => setDialog('history')}>
            历史
          </Button>
        )}
        {record && mayWrite && !voided && (
          <Button kind="danger" onClick={() => setDialog('void')}>
            作废…
          </Button>
        )}
        {mayWrite && !voided && (
          <Button
            kind="primary"
            keys="Ctrl S"
            disabled={saving.busy || saving.conflict !== undefined || (record !== undefined && !kept.dirty)}
            onClick={() => void save()}
          >
            保存
          </Button>
        )}
      </div>
      {voided && <Banner kind="warn">这个自定指标已经作废，不再考核。理由：{String(record['voidReason'])}。</Banner>}
      <div className="own-columns">
        <Card fill title={record ? `修改“${label}”` : '新增自定指标'} note="按台账里已有的栏计数，不用另外登记">
          <div className="card-body own-form">
            {saving.conflict && <ConflictBanner type={type} form={kept} conflict={saving.conflict} onReload={saving.reload} />}
            <ErrorBanner error={saving.error} />
            <RecordForm
              form={form}
              recordId={record?.id}
              fixed={counting}
              headings={{ label: '考核什么', target: '完成多少' }}
              before={{ target: <OwnCounting form={form} /> }}
            />
          </div>
        </Card>
        <OwnPreview form={kept} />
      </div>
      {dialog === 'history' && record && <HistoryDialog type="ownQuota" id={record.id} title={label} onClose={() => setDialog(undefined)} />}
      {dialog === 'void' && record && (
        <VoidDialog
          type="ownQuota"
          record={record}
          sub={label}
          consequences={[{ what: '考核', says: '不再出现在总览、名单和提醒里；台账的记录不受影响' }]}
          onDone={() => {
            settle()
            done(`已作废自定指标“${label}”`)
            navigate('/quotas')
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
