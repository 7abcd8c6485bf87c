import { useState } from 'react'
import { activity, type Attendance, attendance, type Activity } from '../../../shared/domain/activity.ts'
import { call } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useSayDone } from '../../app/undo.ts'
import { blankValues } from '../../records/draft.ts'
import { RecordForm } from '../../records/RecordForm.tsx'
import { recordType } from '../../records/record-name.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useChosen } from './use-chosen.ts'

interface Props {
  readonly ids: readonly string[]
  onDone?(): void
  onClose(): void
}

/** What only a meeting has is filled in on its own page. */
const ofMeetings = ['lecturerId', 'chair', 'recorder', 'guests', 'agenda', 'content', 'minutes', 'photo']

/** The lines of an activity with these people present; who was there already keeps the hours on file. */
function withPresent(held: Activity, lines: readonly Attendance[], ids: readonly string[]): Attendance[] {
  const wanted = new Set(ids)
  const known = new Set(lines.map(line => line.personId))
  const raised = lines.map(line =>
    wanted.has(line.personId) && line.state !== 'present' && line.state !== 'makeup' ? { ...line, state: 'present' as const, reason: null } : line,
  )
  return [...raised, ...ids.filter(id => !known.has(id)).map(personId => ({ personId, state: 'present' as const, hours: held.hours, reason: null }))]
}

/** Adds them to an activity on file. Its name, or nothing while none is chosen. */
async function saveKnown(activityId: string | undefined, ids: readonly string[]): Promise<string | undefined> {
  if (activityId === undefined) return undefined
  const reply = await call('attendance.get', { activityId })
  const held = activity.stored.parse(reply.activity)
  const lines = reply.lines.map(({ personId, state, hours, reason }) => attendance.line.parse({ personId, state, hours, reason }))
  await call('attendance.save', { activityId, version: held.version, lines: withPresent(held, lines, ids) })
  return held.name
}

/** Makes an activity with them present. Its name, or nothing while the form is not in order. */
async function saveNew(draft: Record<string, unknown> | undefined, ids: readonly string[]): Promise<string | undefined> {
  if (!draft) return undefined
  const { name, hours } = activity.draft.parse(draft)
  await call('activity.register', { draft, lines: ids.map(personId => ({ personId, state: 'present', hours })) })
  return name
}

/** 登记参训: puts people down as present at an activity, one on file or a new one. Mounted while it is open. */
export function AttendDialog({ ids, onDone, onClose }: Props) {
  const { year, today, organizationId } = useScope()
  const done = useSayDone()
  const chosen = useChosen(ids)
  const [way, setWay] = useState<'known' | 'new'>('known')
  const [picked, setPicked] = useState<Picked | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const form = useRecordForm(
    recordType('activity'),
    blankValues(recordType('activity'), { startsOn: today, endsOn: today, counts: true, organizationId: organizationId ?? null }),
  )
  const held = useQuery('attendance.get', { activityId: picked?.id ?? '' }, { enabled: picked !== null, keep: false })
  const already = held.data?.lines.filter(line => ids.includes(line.personId) && (line.state === 'present' || line.state === 'makeup')).length ?? 0

  const find = async (text: string): Promise<readonly Picked[]> => {
    const { rows } = await call('activity.list', { year, limit: 20, ...(text.trim() ? { search: text.trim() } : {}) })
    return rows.map(row => ({ id: row.id, title: row.name, detail: [row.startsOn, `${row.hours} 学时`, row.organizer].filter(Boolean).join(' ') }))
  }
  const count = way === 'known' ? ids.length - already : ids.length
  const save = async () => {
    setTried(true)
    setError(undefined)
    setBusy(true)
    try {
      const name = way === 'known' ? await saveKnown(picked?.id, ids) : await saveNew(form.submit(), ids)
      if (name === undefined) return
      done(`已登记 ${count} 人出席“${name}”`)
      onDone?.()
      onClose()
    } catch (failure) {
      if (!form.refuse(failure)) setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      title="登记参训"
      sub={chosen.sub}
      size={way === 'new' ? 720 : 480}
      primary={{ label: `登记 ${count} 人出席`, perform: () => void save() }}
      busy={busy}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12, alignItems: 'stretch' }}>
        <ErrorBanner error={error} />
        <div>
          <Segmented<'known' | 'new'>
            label="活动"
            value={way}
            options={[
              { value: 'known', label: '已登记的活动' },
              { value: 'new', label: '新活动' },
            ]}
            onChange={setWay}
          />
        </div>
        {way === 'known' && (
          <Field
            label={`${year} 年的活动`}
            required
            fault={tried && !picked ? '请选择活动，或改为登记新活动' : undefined}
            help={
              picked
                ? [picked.detail, held.data && `已登记 ${held.data.lines.length} 人`, already > 0 && `所选中 ${already} 人已在名单，不重复登记`]
                    .filter(Boolean)
                    .join('；')
                : '输入名称中的字'
            }
          >
            <PickBox value={picked} autoFocus placeholder="活动名称" load={find} onChange={setPicked} />
          </Field>
        )}
        {way === 'new' && <RecordForm form={form} fixed={ofMeetings} />}
      </div>
    </Dialog>
  )
}
