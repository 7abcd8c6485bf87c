import { useCallback, useMemo, useRef, useState } from 'react'
import type { EnteredPaper } from '../../../shared/rules/ballot-papers.ts'
import { useQuery } from '../../api/hooks.ts'
import type { CountSaver } from './saver.ts'

export interface Stacks {
  readonly first: readonly EnteredPaper[]
  readonly second: readonly EnteredPaper[]
}

export interface HeldPapers extends Stacks {
  readonly ready: boolean
  /** Of every group that has been looked at. */
  readonly all: ReadonlyMap<string, Stacks>
  readonly error: unknown
  put(entry: 1 | 2, papers: readonly EnteredPaper[]): void
  /** Changes the papers of every group that is here, and says which those are. */
  changeAll(change: (papers: readonly EnteredPaper[]) => readonly EnteredPaper[]): ReadonlySet<string>
}

interface Held {
  /** The count they are of; undefined until the first write has opened it. */
  readonly countId: string | undefined
  /** By group. */
  readonly groups: ReadonlyMap<string, Stacks>
}

const none: Stacks = { first: [], second: [] }

/**
 * The papers of the count, group by group, as they were entered once and twice. What has been read once is what stands: every change is
 * written by itself, and nothing read later goes over what is being entered.
 */
export function usePapers(saver: CountSaver, group: string, enabled: boolean, onPapers: (stacks: Stacks) => void): HeldPapers {
  const { countId } = saver.on
  const [held, setHeld] = useState<Held>({ countId, groups: new Map() })
  const latest = useRef(held)
  const change = (next: Held) => {
    latest.current = next
    setHeld(next)
  }
  // Another count begins with what is on file; the one that was just opened goes on with what has been entered.
  if (held.countId !== countId) change({ countId, groups: held.countId === undefined ? held.groups : new Map() })
  const stacks = held.groups.get(group)
  const fresh = enabled && countId === undefined
  const reply = useQuery('ballot.papers', { countId: countId ?? '', groupCode: group }, { enabled: enabled && countId !== undefined && !stacks, keep: false })
  if (fresh && !stacks) change({ countId, groups: new Map([...held.groups, [group, none]]) })
  if (enabled && countId !== undefined && !stacks && reply.data && !reply.isFetching) {
    const of = (entry: number) => reply.data.filter(paper => paper.entry === entry).toSorted((a, b) => a.number - b.number)
    change({ countId, groups: new Map([...held.groups, [group, { first: of(1), second: of(2) }]]) })
  }
  const tell = useRef(onPapers)
  tell.current = onPapers
  const put = useCallback(
    (entry: 1 | 2, papers: readonly EnteredPaper[]) => {
      const { groups, ...of } = latest.current
      const next = { ...(groups.get(group) ?? none), ...(entry === 1 ? { first: papers } : { second: papers }) }
      latest.current = { ...of, groups: new Map([...groups, [group, next]]) }
      setHeld(latest.current)
      saver.putPapers({ groupCode: group, entry, lines: papers.map(paper => ({ ...paper, groupCode: group, entry })) })
      if (entry === 1) tell.current(next)
    },
    [saver, group, latest],
  )
  const changeAll = useCallback(
    (by: (papers: readonly EnteredPaper[]) => readonly EnteredPaper[]) => {
      const { groups, ...of } = latest.current
      const next = new Map([...groups].map(([code, both]) => [code, { first: by(both.first), second: by(both.second) }] as const))
      latest.current = { ...of, groups: next }
      setHeld(latest.current)
      for (const [groupCode, both] of next) {
        if (both.first.length > 0) saver.putPapers({ groupCode, entry: 1, lines: [...both.first] })
        if (both.second.length > 0) saver.putPapers({ groupCode, entry: 2, lines: [...both.second] })
      }
      return new Set(next.keys())
    },
    [saver, latest],
  )
  const { first, second } = stacks ?? none
  return useMemo(
    () => ({ ready: !enabled || stacks !== undefined, error: reply.error, all: held.groups, first, second, put, changeAll }),
    [enabled, stacks, reply.error, held.groups, first, second, put, changeAll],
  )
}
