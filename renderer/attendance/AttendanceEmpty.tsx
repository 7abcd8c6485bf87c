import type { Activity } from '../../shared/domain/activity.ts'
import { useScope } from '../app/scope.tsx'
import { useQuery } from '../api/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { newLine, type RollLine } from './roll.ts'

interface Props {
  readonly activity: Activity
  readonly filtered: boolean
  readonly mayWrite: boolean
  onRoster(): void
  onPaste(): void
  onLines(lines: readonly RollLine[]): void
}

/** Nobody on the list yet: the organizer's own members are one click away. */
export function AttendanceEmpty({ activity, filtered, mayWrite, onRoster, onPaste, onLines }: Props) {
  const { tree } = useScope()
  const organizer = tree.find(node => node.id === activity.organizationId)
  const roll = useQuery(
    'attendance.roll',
    { organizationId: organizer?.id, on: activity.startsOn },
    { enabled: organizer !== undefined && mayWrite && !filtered },
  )
  if (filtered)
    return (
      <EmptyState icon="users" title="没有这种出勤的人。">
        点“全部”看整个名单。
      </EmptyState>
    )
  if (!mayWrite) return <EmptyState icon="users" title="还没有填出勤。" />
  const people = roll.data ?? []
  return (
    <EmptyState
      icon="users"
      title="还没有填出勤。"
      action={
        <span className="row">
          {people.length > 0 ? (
            <Button icon="users" onClick={() => onLines(people.map(p => newLine(p, 'present', activity.hours)))}>
              取{organizer?.name} {people.length} 人
            </Button>
          ) : (
            <Button icon="users" onClick={onRoster}>
              取名单
            </Button>
          )}
          <Button icon="form" onClick={onPaste}>
            粘贴名单
          </Button>
        </span>
      }
    >
      取应到人员的名单，先全部出勤，再改例外；或从 Excel 粘贴姓名、身份号码。
    </EmptyState>
  )
}
