import type { Activity } from '../../../shared/domain/activity.ts'
import { PasteDialog } from '../../attendance/PasteDialog.tsx'
import type { RollLine } from '../../attendance/roll.ts'
import { RosterDialog } from '../../attendance/RosterDialog.tsx'
import { RestoreActivity, VoidActivity } from '../../attendance/VoidActivity.tsx'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import type { Stored } from '../../records/use-record-save.ts'
import { ExpectedDialog } from './ExpectedDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'

export type Over = 'edit' | 'void' | 'restore' | 'expected' | 'roster' | 'history' | { readonly paste: string }

interface Props {
  readonly over: Over | undefined
  readonly activity: Activity
  readonly organizer: string
  readonly titles: Readonly<Record<string, string>>
  readonly lines: readonly RollLine[]
  onOver(over: Over | undefined): void
  onChanged(record: Stored): void
  onVoided(): void
  onRestored(): void
  onAdd(lines: readonly RollLine[]): void
  onPasted(pasted: readonly { readonly line: RollLine; readonly said: boolean }[]): void
}

/** Whatever dialog stands over the page of a meeting. */
export function MeetingOver({ over, activity, organizer, titles, lines, onOver, ...on }: Props) {
  const close = () => onOver(undefined)
  if (over === undefined) return null
  if (typeof over === 'object')
    return <PasteDialog activity={activity} lines={lines} initial={over.paste} onClose={close} onAdd={pasted => (close(), on.onPasted(pasted))} />
  switch (over) {
    case 'edit':
      return <MeetingDialog record={activity} titles={titles} onClose={close} onSaved={record => (close(), on.onChanged(record))} />
    case 'void':
      return <VoidActivity record={activity} organizer={organizer} onClose={close} onDone={() => (close(), on.onVoided())} />
    case 'restore':
      return <RestoreActivity record={activity} organizer={organizer} onClose={close} onDone={() => (close(), on.onRestored())} />
    case 'expected':
      return <ExpectedDialog activity={activity} lines={lines} onClose={close} onOther={() => onOver('roster')} onAdd={added => (close(), on.onAdd(added))} />
    case 'roster':
      return <RosterDialog activity={activity} lines={lines} onClose={close} onAdd={added => (close(), on.onAdd(added))} />
    case 'history':
      return <HistoryDialog type="activity" id={activity.id} title={activity.name} onClose={close} />
  }
}
