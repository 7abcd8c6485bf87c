import { useMemo, useRef, useState } from 'react'
import { isMeetingKind } from '../../../shared/domain/meeting.ts'
import { ActivityNotices } from '../../attendance/ActivityNotices.tsx'
import { daysOf } from '../../attendance/activity-hours.ts'
import { AttendanceCard } from '../../attendance/AttendanceCard.tsx'
import { faultOf, sumOf, withPasted, withPeople } from '../../attendance/roll.ts'
import { useNamesOnClipboard } from '../../attendance/use-names-on-clipboard.ts'
import { type PageProps, useKept } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone, useUndo } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { faultIn, isBlank } from './held.ts'
import { MeetingFacts } from './MeetingFacts.tsx'
import { MeetingHead, MeetingLoading, MeetingEmpty } from './MeetingHead.tsx'
import { MeetingOver, type Over } from './MeetingOver.tsx'
import { MinutesTab } from './MinutesTab.tsx'
import { ResolutionsTab } from './ResolutionsTab.tsx'
import { useMeeting } from './use-meeting.ts'
import '../../attendance/activity.css'
import '../../records/records.css'
import './life.css'

type Tab = 'attendance' | 'minutes' | 'resolutions'

/** One meeting: who was there, what was taken up, what was decided. */
export function MeetingPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const meeting = useMeeting(id)
  const { mayWrite } = useSession()
  const done = useSayDone()
  const say = useSay()
  const undoSaved = useUndo()
  const [tab, setTab] = useKept<Tab>('tab', 'attendance')
  const [over, setOver] = useState<Over>()
  /** The hours before they were changed from here, for those who still have them. */
  const [former, setFormer] = useState<number>()
  const { activity, lines, now, dirty, voters } = meeting
  const sum = useMemo(() => sumOf(lines), [lines])
  const votersHere = useMemo(() => lines.filter(l => !l.removed && l.state !== 'excused' && voters.has(l.personId)), [lines, voters])
  const editable = mayWrite && activity !== undefined && activity.voidedAt === null
  useUnsaved(dirty)

  const latest = useRef(meeting)
  latest.current = meeting
  const undo = () => (latest.current.mayUndo ? latest.current.undo() : undoSaved())
  const save = () => {
    if (!activity || !dirty || meeting.saving) return
    const days = daysOf(activity.startsOn, activity.endsOn) ?? 1
    const inList = lines.map((line, i) => faultOf(line, i, days)).find(f => f !== undefined)
    const inVotes = now.resolutions.map(faultIn).find(f => f !== undefined)
    if (inList) return (setTab('attendance'), say(`没有保存。${inList.message}`))
    if (inVotes) return (setTab('resolutions'), say(`没有保存。${inVotes}`))
    meeting.save(() => done(`已保存“${activity.name}”，实到 ${sum.by.present} 人`))
  }
  useActions([
    { name: '保存会议', keys: 'Ctrl S', typing: true, when: () => editable && over === undefined, perform: save },
    { name: '撤销名单的上一处改动', keys: 'Ctrl Z', when: () => editable && meeting.mayUndo, perform: undo },
    { name: '修改会议', keys: 'E', when: () => editable && over === undefined, perform: () => setOver('edit') },
  ])
  useNamesOnClipboard(editable && over === undefined && tab === 'attendance', paste => setOver({ paste }))

  if (!activity) return <MeetingLoading error={meeting.error} />
  if (!isMeetingKind(activity.kind)) return <MeetingLoading error={meeting.error} elsewhere={activity} />
  const figures = {
    expected: sum.expected,
    excused: sum.by.excused,
    attended: sum.by.present,
    leave: sum.by.leave,
    makeup: sum.by.makeup,
    absent: sum.by.absent,
  }
  const votersPresent = votersHere.filter(l => l.state === 'present').length
  const decided = now.resolutions.filter(r => !isBlank(r)).length
  return (
    <div className="page meeting-page">
      <MeetingHead activity={activity} organizer={meeting.organizer} editable={editable} dirty={dirty} saving={meeting.saving} onOver={setOver} onSave={save} />
      <ActivityNotices
        activity={activity}
        roll={meeting}
        former={former}
        mayWrite={mayWrite}
        onRestore={() => setOver('restore')}
        onFormer={() => setFormer(undefined)}
      />
      <div className="activity-columns">
        <div className="meeting-main">
          <Tabs<Tab>
            label="会议记录"
            value={tab}
            tabs={[
              { value: 'attendance', label: '出勤', count: sum.expected > 0 ? `${sum.by.present}/${sum.expected}` : undefined },
              { value: 'minutes', label: '议题和内容' },
              { value: 'resolutions', label: '决议', count: decided > 0 ? decided : undefined },
            ]}
            onChange={setTab}
          />
          <div className="meeting-tab">
            {tab === 'attendance' && (
              <AttendanceCard
                title="到会名单"
                activity={activity}
                lines={lines}
                sum={sum}
                mayWrite={editable}
                onLines={meeting.set}
                onUndo={undo}
                onRoster={() => setOver('expected')}
                onPaste={() => setOver({ paste: '' })}
                empty={<MeetingEmpty mayWrite={editable} onExpected={() => setOver('expected')} onPaste={() => setOver({ paste: '' })} />}
              />
            )}
            {tab === 'minutes' && <MinutesTab texts={now.texts} mayWrite={editable} onTexts={meeting.setTexts} />}
            {tab === 'resolutions' && (
              <ResolutionsTab
                kind={activity.kind}
                rows={now.resolutions}
                voters={votersHere.length}
                votersPresent={votersPresent}
                mayWrite={editable}
                onRows={meeting.setResolutions}
              />
            )}
          </div>
        </div>
        <MeetingFacts
          activity={activity}
          organizer={meeting.organizer}
          titles={meeting.titles}
          sum={{ ...figures, voters: votersHere.length, votersPresent }}
          files={[now.texts.minutes, now.texts.photo].filter(file => file !== null).length}
        />
      </div>
      <MeetingOver
        over={over}
        activity={activity}
        organizer={meeting.organizer}
        titles={meeting.titles}
        lines={lines}
        onOver={setOver}
        onChanged={record => {
          if (record['hours'] !== activity.hours) setFormer(activity.hours)
          meeting.rebase(record.version)
          done(`已改“${String(record['name'])}”`)
        }}
        onVoided={() => (meeting.reload(), done(`已作废“${activity.name}”`))}
        onRestored={() => done(`已恢复“${activity.name}”`)}
        onAdd={added => (meeting.set(withPeople(lines, added)), say(`加入 ${added.length} 人，还没有保存`, undo))}
        onPasted={pasted => (meeting.set(withPasted(lines, pasted)), say(`贴入 ${pasted.length} 人，还没有保存`, undo))}
      />
    </div>
  )
}
