import type { Activity } from '../../shared/domain/activity.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { readNumber } from '../ui/NumberBox.tsx'
import { isCounting, type RollLine } from './roll.ts'
import { hours } from './words.ts'

/** The list and what stands on file, as far as notices need them. */
interface Held {
  readonly lines: readonly RollLine[]
  /** The list on file was changed elsewhere while there are edits here. */
  readonly overtaken: boolean
  readonly error: unknown
  set(lines: readonly RollLine[]): void
  reload(): void
}

interface Props {
  readonly activity: Activity
  readonly roll: Held
  /** The activity's hours before they were changed from here. */
  readonly former: number | undefined
  readonly mayWrite: boolean
  onRestore(): void
  onFormer(): void
}

/** What the page must say before anything else: voided, changed elsewhere, hours out of step, a failure. */
export function ActivityNotices({ activity, roll, former, mayWrite, onRestore, onFormer }: Props) {
  const behind = former === undefined ? [] : roll.lines.filter(l => !l.removed && isCounting(l.state) && readNumber(l.hours) === former)
  const ids = new Set(behind.map(l => l.personId))
  const follow = () => {
    roll.set(roll.lines.map(l => (ids.has(l.personId) ? { ...l, hours: String(activity.hours) } : l)))
    onFormer()
  }
  return (
    <>
      {activity.voidedAt !== null && (
        <Banner
          kind="warn"
          icon="info"
          action={
            mayWrite && (
              <Button small icon="undo" onClick={onRestore}>
                恢复
              </Button>
            )
          }
        >
          <b>这次活动已作废。</b>理由：{activity.voidReason}。名单保留，学时不计；恢复后才能改。
        </Banner>
      )}
      {roll.overtaken && (
        <Banner
          kind="error"
          action={
            <Button small onClick={roll.reload}>
              读取最新，放弃本页改动
            </Button>
          }
        >
          <b>没有写入：这次活动打开之后在别处改过。</b>本页的改动还在。先记下要改的人，再读取最新的名单。
        </Banner>
      )}
      {former !== undefined && behind.length > 0 && (
        <Banner
          kind="info"
          action={
            <span className="row">
              <Button small onClick={onFormer}>
                保留 {hours(former)}
              </Button>
              <Button small onClick={follow}>
                都改为 {hours(activity.hours)}
              </Button>
            </span>
          }
        >
          活动学时已由 {hours(former)} 改为 {hours(activity.hours)}，名单里 {behind.length} 人仍记 {hours(former)} 学时。
        </Banner>
      )}
      <ErrorBanner error={roll.error} />
    </>
  )
}
