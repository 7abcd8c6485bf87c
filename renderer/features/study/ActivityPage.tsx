import { useMemo, useRef, useState } from 'react'
import { isMeetingKind } from '../../../shared/domain/meeting.ts'
import type { PageProps } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone, useUndo } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Crumbs, PageHead } from '../../ui/PageHead.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { kindWord } from '../../attendance/words.ts'
import { daysOf } from '../../attendance/activity-hours.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { ActivityFacts } from './ActivityFacts.tsx'
import { ActivityNotices } from '../../attendance/ActivityNotices.tsx'
import { AttendanceCard } from '../../attendance/AttendanceCard.tsx'
import { useNamesOnClipboard } from '../../attendance/use-names-on-clipboard.ts'
import { PasteDialog } from '../../attendance/PasteDialog.tsx'
import { RosterDialog } from '../../attendance/RosterDialog.tsx'
import { faultOf, sumOf, withPasted, withPeople } from '../../attendance/roll.ts'
import { useRoll } from './use-roll.ts'
import { RestoreActivity, VoidActivity } from '../../attendance/VoidActivity.tsx'
import { dayInWords, hours } from '../../attendance/words.ts'
import './study.css'
import '../../attendance/activity.css'
import '../../records/records.css'

type Over = 'edit' | 'void' | 'restore' | 'roster' | 'history' | { readonly paste: string }

/** One activity: what it was, and who was there. */
export function ActivityPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const roll = useRoll(id)
  const { mayWrite } = useSession()
  const done = useSayDone()
  const say = useSay()
  const undoSaved = useUndo()
  const [over, setOver] = useState<Over>()
  /** The hours before they were changed from here, for those who still have them. */
  const [former, setFormer] = useState<number>()
  const { activity, lines, dirty } = roll
  const sum = useMemo(() => sumOf(lines), [lines])
  const editable = mayWrite && activity !== undefined && activity.voidedAt === null
  useUnsaved(dirty)

  const latest = useRef(roll)
  latest.current = roll
  /** The list is taken back edit by edit; what is on file only once nothing is left to take back here. */
  const undo = () => (latest.current.mayUndo ? latest.current.undo() : undoSaved())
  const close = () => setOver(undefined)
  const save = () => {
    if (!activity || !dirty || roll.saving) return
    const days = daysOf(activity.startsOn, activity.endsOn) ?? 1
    const fault = lines.map((line, i) => faultOf(line, i, days)).find(f => f !== undefined)
    if (fault) return say(`没有保存。${fault.message}`)
    roll.save(present => done(`已登记 ${present} 人出席`))
  }
  useActions([
    { name: '保存出勤', keys: 'Ctrl S', typing: true, when: () => editable, perform: save },
    { name: '撤销名单的上一处改动', keys: 'Ctrl Z', when: () => editable && roll.mayUndo, perform: undo },
    { name: '修改活动', keys: 'E', when: () => editable && over === undefined, perform: () => setOver('edit') },
  ])
  useNamesOnClipboard(editable && over === undefined, paste => setOver({ paste }))

  if (!activity) {
    return (
      <div className="page study-page">
        <Crumbs items={[{ label: '活动与签到', to: '/activities' }]} />
        {roll.error ? (
          <ErrorBanner
            error={roll.error}
            action={
              <Button small href="#/activities">
                回活动与签到
              </Button>
            }
          />
        ) : (
          <div role="status" aria-label="正在读取">
            <i className="ghost tall" />
            <i className="ghost" />
          </div>
        )}
      </div>
    )
  }
  const when = activity.startsOn === activity.endsOn ? dayInWords(activity.startsOn) : `${dayInWords(activity.startsOn)}至${dayInWords(activity.endsOn)}`
  return (
    <div className="page study-page">
      <Crumbs items={[{ label: '活动与签到', to: '/activities' }, { label: activity.name }]} />
      <PageHead
        title={activity.name}
        sub={[kindWord(activity.kind), when, `${hours(activity.hours)} 学时`, roll.organizer].filter(Boolean).join('，')}
        actions={
          <>
            <Button kind="text" icon="clock" onClick={() => setOver('history')}>
              历史
            </Button>
            {editable && (
              <Button kind="danger" onClick={() => setOver('void')}>
                作废
              </Button>
            )}
            {isMeetingKind(activity.kind) && (
              <Button icon="flag" href={`#/meetings/${encodeURIComponent(id)}`} title="主持、议题和决议">
                会议记录
              </Button>
            )}
            <FormMenu
              form="signIn"
              params={{ activityId: id }}
              name={`签到表 ${activity.name}`}
              label="签到表"
              disabled={dirty}
              title={dirty ? '先保存名单，再打印签到表' : '按名单打印签到表'}
            />
            {editable && (
              <Button icon="edit" keys="E" onClick={() => setOver('edit')}>
                修改
              </Button>
            )}
            {editable && (
              <Button kind="primary" keys="Ctrl S" disabled={!dirty || roll.saving} onClick={save}>
                保存出勤
              </Button>
            )}
          </>
        }
      />
      <ActivityNotices
        activity={activity}
        roll={roll}
        former={former}
        mayWrite={mayWrite}
        onRestore={() => setOver('restore')}
        onFormer={() => setFormer(undefined)}
      />
      <div className="activity-columns">
        <AttendanceCard
          activity={activity}
          lines={lines}
          sum={sum}
          mayWrite={editable}
          onLines={roll.set}
          onUndo={undo}
          onRoster={() => setOver('roster')}
          onPaste={() => setOver({ paste: '' })}
        />
        <ActivityFacts activity={activity} organizer={roll.organizer} sum={sum} />
      </div>
      {over === 'edit' && (
        <ActivityDialog
          record={activity}
          titles={activity.organizationId ? { [activity.organizationId]: roll.organizer } : {}}
          onClose={close}
          onSaved={record => {
            close()
            if (record['hours'] !== activity.hours) setFormer(activity.hours)
            roll.rebase(record.version)
            done(`已改“${String(record['name'])}”`)
          }}
        />
      )}
      {over === 'void' && (
        <VoidActivity
          record={activity}
          organizer={roll.organizer}
          onClose={close}
          onDone={() => {
            close()
            roll.reload()
            done(`已作废“${activity.name}”`)
          }}
        />
      )}
      {over === 'restore' && (
        <RestoreActivity record={activity} organizer={roll.organizer} onClose={close} onDone={() => (close(), done(`已恢复“${activity.name}”`))} />
      )}
      {over === 'roster' && (
        <RosterDialog
          activity={activity}
          lines={lines}
          onClose={close}
          onAdd={added => (close(), roll.set(withPeople(lines, added)), say(`加入 ${added.length} 人，还没有保存`, undo))}
        />
      )}
      {over === 'history' && <HistoryDialog type="activity" id={id} title={activity.name} onClose={close} />}
      {typeof over === 'object' && (
        <PasteDialog
          activity={activity}
          lines={lines}
          initial={over.paste}
          onClose={close}
          onAdd={pasted => (close(), roll.set(withPasted(lines, pasted)), say(`贴入 ${pasted.length} 人，还没有保存`, undo))}
        />
      )}
    </div>
  )
}
