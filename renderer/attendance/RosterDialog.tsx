import { useState } from 'react'
import type { Activity, AttendanceState } from '../../shared/domain/activity.ts'
import { useScope } from '../app/scope.tsx'
import { useQuery } from '../api/hooks.ts'
import { titlesOf } from '../records/RefInput.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Derived, Field } from '../ui/Field.tsx'
import { PickBox, type Picked } from '../ui/PickBox.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { newLine, type RollLine } from './roll.ts'

interface Props {
  readonly activity: Activity
  readonly lines: readonly RollLine[]
  onAdd(lines: readonly RollLine[]): void
  onClose(): void
}

const find = titlesOf('organization')
const starts: readonly { readonly value: AttendanceState; readonly label: string }[] = [
  { value: 'present', label: '出勤' },
  { value: 'absent', label: '缺勤' },
]

/** 取名单: those who stood in an organization on the day of the activity, all of them or its committee. */
export function RosterDialog({ activity, lines, onAdd, onClose }: Props) {
  const { tree, organizationId } = useScope()
  const node = tree.find(n => n.id === activity.organizationId) ?? tree.find(n => n.id === organizationId)
  const [picked, setPicked] = useState<Picked | null>(node ? { id: node.id, title: node.name } : null)
  const [committeeOnly, setCommitteeOnly] = useState(false)
  const [state, setState] = useState<AttendanceState>('present')
  const reply = useQuery('attendance.roll', { organizationId: picked?.id, on: activity.startsOn, committeeOnly }, { enabled: picked !== null })
  const here = new Set(lines.filter(l => !l.removed).map(l => l.personId))
  const people = picked ? (reply.data ?? []) : []
  const fresh = people.filter(p => !here.has(p.personId))
  return (
    <Dialog
      open
      title="取应到名单"
      sub="按活动当天所在的党支部，含下级组织。"
      onClose={onClose}
      primary={{
        label: fresh.length > 0 ? `加入 ${fresh.length} 人` : '加入',
        disabled: fresh.length === 0 || reply.isPlaceholderData,
        perform: () => onAdd(fresh.map(p => newLine(p, state, activity.hours))),
      }}
    >
      <ErrorBanner error={reply.error} />
      <div className="col" style={{ gap: 12 }}>
        <Field label="党组织" required>
          <PickBox value={picked} load={find} autoFocus={!picked} onChange={setPicked} />
        </Field>
        <div className="record-fields">
          <Derived label="日期" value={activity.startsOn} from="活动开始日期" />
          <Field label="新加的人先记为">
            <div className="row">
              <Segmented label="新加的人先记为" value={state} options={starts} onChange={setState} />
            </div>
          </Field>
        </div>
        <Check label="只要书记和班子成员" checked={committeeOnly} onChange={setCommitteeOnly} />
        <p className="t13 ink-2" role="status">
          {sayCount(picked !== null, people.length, fresh.length)}
        </p>
      </div>
    </Dialog>
  )
}

function sayCount(chosen: boolean, all: number, fresh: number): string {
  if (!chosen) return '先选一个党组织。'
  if (all === 0) return '那一天没有符合的党员。换一个组织，或去掉“只要书记和班子成员”。'
  if (fresh === all) return `共 ${all} 人。`
  return fresh === 0 ? `共 ${all} 人，都已在名单里。` : `共 ${all} 人，其中 ${all - fresh} 人已在名单里，不重复加入。`
}
