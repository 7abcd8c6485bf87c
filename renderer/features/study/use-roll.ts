import { useMemo, useState } from 'react'
import { type Activity, activity } from '../../../shared/domain/activity.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { failedWith } from '../../records/failed-with.ts'
import { fromKept, inPlace, type RollLine, sameLines, toSave } from '../../attendance/roll.ts'

interface Held {
  readonly activity: Activity
  readonly version: number
  readonly base: readonly RollLine[]
  readonly lines: readonly RollLine[]
  /** The list before each edit that is not saved yet, oldest first. */
  readonly past: readonly (readonly RollLine[])[]
}

export interface Roll {
  readonly activity: Activity | undefined
  readonly organizer: string
  readonly lines: readonly RollLine[]
  readonly dirty: boolean
  /** The list on file was changed elsewhere while there are edits here. */
  readonly overtaken: boolean
  readonly saving: boolean
  readonly error: unknown
  set(lines: readonly RollLine[]): void
  /** True while there is an edit to take back. */
  readonly mayUndo: boolean
  /** Takes back the last edit that is not saved yet. */
  undo(): void
  /** Writes the list whole. `done` hears how many were there. */
  save(done: (present: number) => void): void
  /** The activity itself was changed from here; the edits of the list stand. */
  rebase(version: number): void
  /** What is on file, without the edits. */
  reload(): void
}

const heldFrom = (reply: CallOutput<'attendance.get'>, shown: readonly RollLine[] = none): Held => {
  const kept = activity.stored.parse(reply.activity)
  const lines = inPlace(reply.lines.map(fromKept), shown)
  return { activity: kept, version: kept.version, base: lines, lines, past: none }
}

/** An activity's attendance on file and as edited. What changes on file is taken over while nothing is edited here. */
export function useRoll(activityId: string): Roll {
  const reply = useQuery('attendance.get', { activityId }, { keep: false })
  const command = useCommand('attendance.save')
  const [seen, setSeen] = useState<CallOutput<'attendance.get'>>()
  const [held, setHeld] = useState<Held>()
  const [overtaken, setOvertaken] = useState(false)
  const dirty = useMemo(() => held !== undefined && !sameLines(held.lines, held.base), [held])

  if (reply.data && reply.data !== seen) {
    setSeen(reply.data)
    const fresh = heldFrom(reply.data, held?.lines)
    if (!held || !dirty) setHeld(fresh)
    else {
      setHeld({ ...held, activity: fresh.activity })
      if (fresh.version !== held.version) setOvertaken(true)
    }
  }
  const reload = () => {
    setOvertaken(false)
    command.reset()
    if (held) setHeld({ ...held, lines: held.base, past: none })
    void reply.refetch().then(({ data }) => data && setHeld(heldFrom(data)))
  }
  return {
    activity: held?.activity,
    organizer: reply.data?.organizer ?? '',
    lines: held?.lines ?? none,
    dirty,
    overtaken: overtaken || failedWith(command.error, 'record.changedByOther'),
    saving: command.isPending,
    error: reply.error ?? (failedWith(command.error, 'record.changedByOther') ? null : command.error),
    set: lines => setHeld(before => before && { ...before, lines, past: [...before.past, before.lines].slice(-editsKept) }),
    mayUndo: held !== undefined && held.past.length > 0,
    undo: () =>
      setHeld(before => {
        const lines = before?.past.at(-1)
        return before && lines ? { ...before, lines, past: before.past.slice(0, -1) } : before
      }),
    save(done) {
      if (!held) return
      const lines = held.lines.filter(line => !line.removed)
      command.mutate(
        { activityId, version: held.version, lines: toSave(lines) },
        {
          onSuccess({ version, present }) {
            setOvertaken(false)
            setHeld(before => before && { ...before, version, base: lines, lines, past: none })
            done(present)
          },
        },
      )
    },
    rebase(version) {
      setOvertaken(false)
      setHeld(before => before && { ...before, version })
    },
    reload,
  }
}

const none: readonly never[] = []
const editsKept = 200
