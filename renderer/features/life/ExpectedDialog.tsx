import { useState } from 'react'
import type { Activity } from '../../../shared/domain/activity.ts'
import { newLine, type RollLine } from '../../attendance/roll.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

type Person = CallOutput<'meeting.expected'>['people'][number]

interface Props {
  readonly activity: Activity
  readonly lines: readonly RollLine[]
  onAdd(lines: readonly RollLine[]): void
  /** Another organization's people, or some of them. */
  onOther(): void
  onClose(): void
}

const lineOf = ({ proposal: _proposal, voter: _voter, ...person }: Person, hours: number, reason: string | undefined): RollLine => ({
  ...newLine(person, reason === undefined ? 'present' : 'excused', hours),
  reason: reason ?? '',
})

/** 取应到名单: who the roster says is expected; whom the records give a ground not to count is shown, and a person decides. */
export function ExpectedDialog({ activity, lines, onAdd, onOther, onClose }: Props) {
  const { data, error } = useQuery('meeting.expected', { activityId: activity.id }, { enabled: activity.organizationId !== null, keep: false })
  /** Reasons of those not counted, by person. */
  const [out, setOut] = useState<ReadonlyMap<string, string>>(new Map())
  const here = new Set(lines.filter(l => !l.removed).map(l => l.personId))
  const fresh = data?.people.filter(p => !here.has(p.personId)) ?? []
  const proposed = fresh.filter(p => p.proposal !== null)
  const reasonless = fresh.some(p => out.get(p.personId)?.trim() === '')
  const put = (id: string, reason: string | null) => {
    const next = new Map(out)
    if (reason === null) next.delete(id)
    else next.set(id, reason)
    setOut(next)
  }
  const add = () => onAdd(fresh.map(p => lineOf(p, activity.hours, out.get(p.personId)?.trim())))
  return (
    <Dialog
      open
      size={720}
      title="取应到名单"
      sub={data?.basis}
      onClose={onClose}
      others={[{ label: '从别的党组织取', perform: onOther }]}
      primary={{ label: fresh.length > 0 ? `加入 ${fresh.length} 人` : '加入', disabled: fresh.length === 0 || reasonless, perform: add }}
    >
      <ErrorBanner error={error} />
      <div className="col" style={{ gap: 12 }}>
        <p className="t13 ink-2" role="status">
          {activity.organizationId === null ? '先在“修改”里填会议的主办党组织，再按花名册算应到。' : sayCount(data, fresh.length, out.size)}
        </p>
        {proposed.length > 0 && (
          <>
            <p className="t13">下面 {proposed.length} 人，台账里有可不计入应到的情形。是否不计入，由党支部报上级党组织同意后定；不勾的照常应到。</p>
            <div className="expected-list">
              {proposed.map(p => {
                const reason = out.get(p.personId)
                return (
                  <div key={p.personId}>
                    <b>{p.name}</b>
                    <Check label="不计入应到" checked={reason !== undefined} onChange={on => put(p.personId, on ? (p.proposal ?? '') : null)} />
                    {reason === undefined ? (
                      <span className="ink-3">{p.proposal}</span>
                    ) : (
                      <TextBox value={reason} label={`${p.name}不计入应到的原因`} maxLength={200} onChange={text => put(p.personId, text)} />
                    )}
                  </div>
                )
              })}
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

function sayCount(data: CallOutput<'meeting.expected'> | undefined, fresh: number, out: number): string {
  if (!data) return '正在算'
  const all = data.people.length
  if (all === 0) return '名单是空的。可以从别的党组织取，或在页面上逐个加人。'
  const known = all - fresh
  return [`共 ${all} 人，其中正式党员 ${data.voters} 人`, known > 0 ? `${known} 人已在名单，不重复加入` : '', out > 0 ? `不计入应到 ${out} 人` : '']
    .filter(Boolean)
    .join('；')
    .concat('。')
}
