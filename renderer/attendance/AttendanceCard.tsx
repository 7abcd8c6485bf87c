import { type ReactNode, useMemo, useState } from 'react'
import { type Activity, attendanceStates, type AttendanceState, isExpected } from '../../shared/domain/activity.ts'
import { useSay } from '../ui/Snackbar.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ToggleChip } from '../ui/FilterChip.tsx'
import { Grid } from '../ui/Grid.tsx'
import type { Change } from '../ui/grid-cells.ts'
import { attendanceColumns } from './attendance-columns.tsx'
import { AddPerson } from './AddPerson.tsx'
import { daysOf } from './activity-hours.ts'
import { AttendanceEmpty } from './AttendanceEmpty.tsx'
import { stateOf } from './paste-names.ts'
import { faultOf, isCounting, isState, newLine, type RollLine, type RollSum, withPeople } from './roll.ts'
import { hours } from './words.ts'

interface Props {
  readonly activity: Activity
  readonly lines: readonly RollLine[]
  readonly sum: RollSum
  readonly mayWrite: boolean
  onLines(lines: readonly RollLine[]): void
  /** Takes back the last change of the list, saved or not. */
  onUndo(): void
  onRoster(): void
  onPaste(): void
  /** Stands where nobody is on the list yet; the organizer's own members without it. */
  readonly empty?: ReactNode
  readonly title?: string
}

const states: readonly AttendanceState[] = ['present', 'makeup', 'leave', 'absent', 'excused']

/** A line after one cell was typed or pasted; what means nothing changes nothing. */
function changed(line: RollLine, { key, value }: Change, whole: number): RollLine {
  if (key === 'hours') return { ...line, hours: value === '' ? String(whole) : value }
  if (key === 'reason') return { ...line, reason: value }
  const state = isState(value) ? value : stateOf(value)
  if (key !== 'state' || state === null) return line
  // Someone put down as present after all gets the activity's hours, not the nothing that stood there.
  return { ...line, state, hours: isCounting(state) && line.hours === '0' ? String(whole) : line.hours }
}

/** 参训名单: who was expected, who was there, for how many hours. */
export function AttendanceCard({ activity, lines, sum, mayWrite, onLines, onUndo, onRoster, onPaste, empty, title = '参训名单' }: Props) {
  const say = useSay()
  // The people a count was opened for stay in sight while their state changes.
  const [only, setOnly] = useState<{ readonly state: AttendanceState; readonly ids: ReadonlySet<string> }>()
  const rows = useMemo(() => (only ? lines.filter(l => only.ids.has(l.personId)) : lines), [lines, only])
  const places = useMemo(() => new Map(lines.map((l, i) => [l.personId, i])), [lines])
  const days = daysOf(activity.startsOn, activity.endsOn) ?? 1

  const apply = (changes: readonly Change[]) => {
    const next = [...lines]
    for (const change of changes) {
      const place = places.get(rows[change.index]?.personId ?? '')
      const line = place === undefined ? undefined : next[place]
      if (place !== undefined && line) next[place] = changed(line, change, activity.hours)
    }
    onLines(next)
  }
  const remove = (line: RollLine) => onLines(lines.map(l => (l.personId === line.personId ? { ...l, removed: !l.removed } : l)))
  const allPresent = () => {
    onLines(lines.map(l => (l.removed || !isExpected(l.state) ? l : { ...l, state: 'present', hours: l.hours === '0' ? String(activity.hours) : l.hours })))
    say(`${sum.expected} 人都记为出勤，还没有保存`, onUndo)
  }
  const show = (state: AttendanceState) =>
    setOnly(only?.state === state ? undefined : { state, ids: new Set(lines.filter(l => !l.removed && l.state === state).map(l => l.personId)) })
  const columns = attendanceColumns(mayWrite, remove)
  return (
    <Card
      fill
      className="attendance-card"
      title={title}
      note={lines.length > 0 ? `应到 ${sum.expected} 人${activity.counts ? `，计 ${hours(sum.hours)} 学时` : ''}` : ''}
      actions={
        mayWrite && (
          <>
            <AddPerson
              onPick={person => {
                if (lines.some(l => l.personId === person.personId && !l.removed)) say(`${person.name}已在名单里`)
                else onLines(withPeople(lines, [newLine(person, 'present', activity.hours)]))
              }}
            />
            <Button small icon="users" onClick={onRoster}>
              取名单
            </Button>
            <Button small icon="form" onClick={onPaste}>
              粘贴名单
            </Button>
            <Button small icon="check" disabled={sum.expected === 0 || sum.by.present === sum.expected} onClick={allPresent}>
              全部出勤
            </Button>
          </>
        )
      }
    >
      {lines.length > 0 && (
        <div className="attendance-counts">
          <ToggleChip label="全部" count={sum.expected} on={only === undefined} onToggle={() => setOnly(undefined)} />
          {states.map(state => (
            <ToggleChip key={state} label={attendanceStates[state]} count={sum.by[state]} on={only?.state === state} onToggle={() => show(state)} />
          ))}
          <span className="space" />
          {mayWrite && <span className="t12 ink-3">在“出勤”一格按 1 出勤　2 补学　3 请假　4 缺勤　5 不计入应到</span>}
        </div>
      )}
      <Grid
        key={only?.state ?? 'all'}
        label={title}
        columns={columns}
        pinned={2}
        count={rows.length}
        rowAt={i => rows[i]}
        idOf={r => r.personId}
        onChange={apply}
        onUndo={onUndo}
        readOnly={!mayWrite}
        faultOf={(line, i) => faultOf(line, i, days)}
        foot={`${rows.length} 人`}
        empty={
          (lines.length === 0 && empty) || (
            <AttendanceEmpty activity={activity} filtered={only !== undefined} mayWrite={mayWrite} onRoster={onRoster} onPaste={onPaste} onLines={onLines} />
          )
        }
      />
    </Card>
  )
}
