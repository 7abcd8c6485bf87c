import { useMemo, useState } from 'react'
import { type Activity, activity } from '../../../shared/domain/activity.ts'
import { resolution } from '../../../shared/domain/meeting.ts'
import { fromKept, inPlace, type RollLine, toSave } from '../../attendance/roll.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { failedWith } from '../../records/failed-with.ts'
import { changedTexts, type Content, type ResolutionRow, resolutionsToSave, rowOf, sameContent, type Texts } from './held.ts'

interface Held {
  readonly activity: Activity
  readonly version: number
  readonly base: Content
  readonly now: Content
  /** The list before each edit of it that is not saved yet, oldest first. */
  readonly past: readonly (readonly RollLine[])[]
}

export interface HeldMeeting {
  readonly activity: Activity | undefined
  readonly organizer: string
  readonly titles: Readonly<Record<string, string>>
  readonly now: Content
  readonly lines: readonly RollLine[]
  readonly dirty: boolean
  /** The meeting was changed elsewhere while there are edits here. */
  readonly overtaken: boolean
  readonly saving: boolean
  readonly error: unknown
  /** 正式党员 on the day: of the list on file, and of the body that meets. Others are known once they are saved. */
  readonly voters: ReadonlySet<string>
  set(lines: readonly RollLine[]): void
  setResolutions(rows: readonly ResolutionRow[]): void
  setTexts(texts: Texts): void
  readonly mayUndo: boolean
  /** Takes back the last edit of the list that is not saved yet. */
  undo(): void
  save(done: () => void): void
  /** The fields of the meeting were changed from here; the edits of the page stand. */
  rebase(version: number): void
  /** What is on file, without the edits. */
  reload(): void
}

const none: readonly never[] = []
const blank: Content = { lines: none, resolutions: none, texts: { agenda: null, content: null, minutes: null, photo: null } }
const editsKept = 200

function heldFrom(reply: CallOutput<'meeting.get'>, shown: readonly RollLine[] = none): Held {
  const kept = activity.stored.parse(reply.activity)
  const { agenda, content, minutes, photo } = kept
  const lines = inPlace(
    reply.lines.map(({ voter: _voter, ...line }) => fromKept(line)),
    shown,
  )
  const resolutions = reply.resolutions.map(line => rowOf(resolution.line.parse(line)))
  const base = { lines, resolutions, texts: { agenda, content, minutes, photo } }
  return { activity: kept, version: kept.version, base, now: base, past: none }
}

/** A meeting on file and as edited: list, resolutions and texts, saved in one. */
export function useMeeting(activityId: string): HeldMeeting {
  const reply = useQuery('meeting.get', { activityId }, { keep: false })
  const command = useCommand('meeting.save')
  const [seen, setSeen] = useState<CallOutput<'meeting.get'>>()
  const [held, setHeld] = useState<Held>()
  const [overtaken, setOvertaken] = useState(false)
  const dirty = useMemo(() => held !== undefined && !sameContent(held.now, held.base), [held])
  const onFile = useMemo(() => new Set(reply.data?.lines.map(l => l.personId)), [reply.data])
  const joined = held !== undefined && held.activity.organizationId !== null && held.now.lines.some(l => !onFile.has(l.personId))
  const expected = useQuery('meeting.expected', { activityId }, { enabled: joined, keep: false })
  const voters = useMemo(
    () => new Set([...(reply.data?.lines ?? none), ...(expected.data?.people ?? none)].filter(p => p.voter).map(p => p.personId)),
    [reply.data, expected.data],
  )

  if (reply.data && reply.data !== seen) {
    setSeen(reply.data)
    const fresh = heldFrom(reply.data, held?.now.lines)
    if (!held || !dirty) setHeld(fresh)
    else {
      setHeld({ ...held, activity: fresh.activity })
      if (fresh.version !== held.version) setOvertaken(true)
    }
  }
  const put = (change: Partial<Content>) => setHeld(before => before && { ...before, now: { ...before.now, ...change } })
  return {
    activity: held?.activity,
    organizer: reply.data?.organizer ?? '',
    titles: reply.data?.titles ?? {},
    now: held?.now ?? blank,
    lines: held?.now.lines ?? none,
    dirty,
    overtaken: overtaken || failedWith(command.error, 'record.changedByOther'),
    saving: command.isPending,
    error: reply.error ?? (failedWith(command.error, 'record.changedByOther') ? null : command.error),
    voters,
    set: lines => setHeld(before => before && { ...before, now: { ...before.now, lines }, past: [...before.past, before.now.lines].slice(-editsKept) }),
    setResolutions: resolutions => put({ resolutions }),
    setTexts: texts => put({ texts }),
    mayUndo: held !== undefined && held.past.length > 0,
    undo: () =>
      setHeld(before => {
        const lines = before?.past.at(-1)
        return before && lines ? { ...before, now: { ...before.now, lines }, past: before.past.slice(0, -1) } : before
      }),
    save(done) {
      if (!held) return
      const { base, now } = held
      const lines = now.lines.filter(line => !line.removed)
      const resolutions = resolutionsToSave(now.resolutions)
      command.mutate(
        { activityId, version: held.version, draft: changedTexts(base.texts, now.texts), lines: toSave(lines), resolutions },
        {
          onSuccess({ version }) {
            setOvertaken(false)
            const kept = { lines, resolutions: resolutions.map(rowOf), texts: now.texts }
            setHeld(before => before && { ...before, version, base: kept, now: kept, past: none })
            done()
          },
        },
      )
    },
    rebase(version) {
      setOvertaken(false)
      setHeld(before => before && { ...before, version })
    },
    reload() {
      setOvertaken(false)
      command.reset()
      if (held) setHeld({ ...held, now: held.base, past: none })
      void reply.refetch().then(({ data }) => data && setHeld(heldFrom(data)))
    },
  }
}
