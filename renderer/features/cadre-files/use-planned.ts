import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { FileDecision } from '../../../shared/api/cadre-files.ts'
import { call, type CallInput, type CallOutput } from '../../api/client.ts'
import { cancelJob, newJobId } from '../../app/jobs.tsx'

type Page = CallOutput<'cadre.previewFiles'>
export type Show = NonNullable<CallInput<'cadre.previewFiles'>['show']>
export type PlannedFile = Page['files'][number]
export type Decisions = Readonly<Record<string, FileDecision>>

export interface PlannedFiles {
  readonly counts: Page['counts'] | undefined
  readonly total: number
  fileAt(index: number): PlannedFile | undefined
  show(first: number, last: number): void
  readonly job: string
  readonly pending: boolean
  readonly error: Error | null
}

interface Held {
  readonly list: string
  readonly pages: Map<number, Page>
  latest: Page | undefined
}

/** Each page is worked out from all files, so pages are as large as the contract allows. */
const size = 500

/** What the chosen files would do, page by page as it comes into view. `turn` changes when they are to be read again. */
export function usePlanned(sources: readonly string[], decisions: Decisions, show: Show, turn: string): PlannedFiles {
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0])
  const asked = useMemo(newJobId, [sources, decisions, show, turn])
  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const replies = useQueries({
    queries: pages.map(page => ({
      queryKey: ['cadre.previewFiles', sources, decisions, show, turn, page] as const,
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
        const job = `${asked} ${page}`
        signal.addEventListener('abort', () => cancelJob(job))
        return call('cadre.previewFiles', { sources: [...sources], decisions: { ...decisions }, show, job, offset: page * size, limit: size })
      },
    })),
  })
  const view = useCallback((from: number, to: number) => {
    const next = [Math.floor(Math.max(0, from) / size), Math.floor(Math.max(0, to) / size)] as const
    setView(before => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  // After a decision the former answer stands until the new one is here: what one looks at does not go and come again.
  const list = `${show} ${turn}`
  const held = useRef<Held>({ list, pages: new Map(), latest: undefined })
  if (held.current.list !== list) held.current = { list, pages: new Map(), latest: held.current.latest }
  for (const [i, { data }] of replies.entries()) {
    if (!data) continue
    held.current.pages.set(first + i, data)
    held.current.latest = data
  }
  const { pages: known, latest } = held.current
  return {
    counts: latest?.counts,
    total: latest?.total ?? 0,
    fileAt: index => known.get(Math.floor(index / size))?.files[index % size],
    show: view,
    job: `${asked} ${first}`,
    pending: replies.some(reply => reply.isPending),
    error: replies.find(reply => reply.error)?.error ?? null,
  }
}
