import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EnteredPaper } from '../../../shared/rules/ballot-papers.ts'
import { useQuery } from '../../api/hooks.ts'
import type { CountSaver } from './saver.ts'

export interface HeldPapers {
  readonly ready: boolean
  readonly error: unknown
  readonly first: readonly EnteredPaper[]
  readonly second: readonly EnteredPaper[]
  put(entry: 1 | 2, papers: readonly EnteredPaper[]): void
}

interface Stacks {
  readonly first: readonly EnteredPaper[]
  readonly second: readonly EnteredPaper[]
}

const none: Stacks = { first: [], second: [] }

/** The papers of one group, as they were entered once and twice. Once here they are what stands; every change is written by itself. */
export function usePapers(saver: CountSaver, countId: string | undefined, group: string, enabled: boolean, onPapers: (stacks: Stacks) => void): HeldPapers {
  const [known, setKnown] = useState(countId)
  const asked = enabled && known !== undefined
  const reply = useQuery('ballot.papers', { countId: known ?? '', groupCode: group }, { enabled: asked, keep: false })
  const [held, setHeld] = useState<{ readonly of: string; readonly stacks: Stacks }>()
  const key = `${known ?? ''} ${group}`
  const tell = useRef(onPapers)
  tell.current = onPapers
  if (known === undefined && countId !== undefined && held === undefined) setKnown(countId)
  if (asked && reply.data && held?.of !== key) {
    const of = (entry: number) => reply.data.filter(paper => paper.entry === entry).toSorted((a, b) => a.number - b.number)
    setHeld({ of: key, stacks: { first: of(1), second: of(2) } })
  }
  const stacks = held?.of === key ? held.stacks : none
  const latest = useRef(stacks)
  useEffect(() => {
    latest.current = stacks
  }, [stacks])
  const put = useCallback(
    (entry: 1 | 2, papers: readonly EnteredPaper[]) => {
      const next = { ...latest.current, ...(entry === 1 ? { first: papers } : { second: papers }) }
      latest.current = next
      setHeld({ of: key, stacks: next })
      saver.putPapers({ groupCode: group, entry, lines: papers.map(paper => ({ ...paper, groupCode: group, entry })) })
      tell.current(next)
    },
    [saver, key, group],
  )
  return useMemo(
    () => ({ ready: !asked || held?.of === key, error: reply.error, first: stacks.first, second: stacks.second, put }),
    [asked, held, key, reply.error, stacks, put],
  )
}
