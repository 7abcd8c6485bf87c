import { yearOf } from '../../shared/rules/days.ts'
import type { Activity } from '../../shared/domain/activity.ts'
import { useQuery } from '../api/hooks.ts'
import { RestoreDialog, VoidDialog } from '../records/VoidDialog.tsx'
import { kindWord } from './words.ts'
import { dayInWords, hours } from './words.ts'

interface Props {
  readonly record: Activity
  /** Who held it. */
  readonly organizer?: string
  onDone(): void
  onClose(): void
}

/** 党课“…”，11 月 12 日，建筑工程系教工党支部。 */
function inAWord({ kind, name, startsOn, endsOn }: Activity, organizer = ''): string {
  const days = startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)}至${dayInWords(endsOn)}`
  return `${kindWord(kind)}“${name}”，${yearOf(startsOn)} 年 ${days}${organizer ? `，${organizer}` : ''}。`
}

/** 作废一次活动: how many lose how many hours, and who falls short by it, before it asks the reason. */
export function VoidActivity({ record, organizer, onDone, onClose }: Props) {
  const { data } = useQuery('activity.consequences', { activityId: record.id }, { keep: false })
  const falls = data && data.fallsShort > 0
  const says = !data ? (
    '正在算'
  ) : data.attended === 0 ? (
    '没有出勤记录，学时不变'
  ) : !record.counts ? (
    `出勤的 ${data.attended} 人原不计入，学时不变`
  ) : (
    <>
      出席的 {data.attended} 人各减本次学时（{hours(data.hours)}），{falls ? <b>其中 {data.fallsShort} 人由达标变为不够指标</b> : '没有人因此低于指标'}
    </>
  )
  return (
    <VoidDialog type="activity" record={record} sub={inAWord(record, organizer)} onDone={onDone} onClose={onClose} consequences={[{ what: '学时', says }]} />
  )
}

/** 恢复一次活动: everyone's hours come back with it. */
export function RestoreActivity({ record, organizer, onDone, onClose }: Props) {
  const { data } = useQuery('activity.consequences', { activityId: record.id }, { keep: false })
  const says = !data
    ? '正在算'
    : data.attended === 0
      ? '没有出勤记录，学时不变'
      : !record.counts
        ? '活动不计入年度学习任务，学时不变'
        : `出席的 ${data.attended} 人各加回本次学时（${hours(data.hours)}）`
  return (
    <RestoreDialog
      type="activity"
      record={record}
      sub={inAWord(record, organizer)}
      onDone={onDone}
      onClose={onClose}
      consequences={[{ what: '学时', says }, ...(record.voidReason ? [{ what: '作废理由', says: record.voidReason }] : [])]}
    />
  )
}
