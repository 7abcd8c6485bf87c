import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Mapping, Repairs } from '../../../shared/api/import.ts'
import { call, type CallInput, type CallOutput } from '../../api/client.ts'
import { cancelJob, newJobId } from '../../app/jobs.tsx'
import type { Source } from './use-inspection.ts'

export type Show = NonNullable<CallInput<'import.preview'>['show']>
type Page = CallOutput<'import.preview'>
export type PreviewRow = Page['rows'][number]
export type PreviewCounts = Page['counts']

export interface Preview {
  readonly counts: PreviewCounts | undefined
  /** The same by sheet, where one sheet is looked at at a time. */
  readonly sheets: Page['sheets']
  readonly columns: Page['columns']
  readonly total: number
  /** The year that most of the rows are about. */
  readonly year: number | null
  rowAt(index: number): PreviewRow | undefined
  show(first: number, last: number): void
  /** The work behind the page in view. */
  readonly job: string
  /** True until what is on screen answers what was asked. */
  readonly pending: boolean
  readonly error: Error | null
  /** Grows when rows arrive: heights must be measured again. */
  readonly arrived: string
}

/** Each page is worked out from the whole file, so pages are as large as the contract allows. */
const size = 500

/** The file, and what the user said about its columns and rows. */
interface Told extends Source {
  readonly mapping: Mapping | undefined
  readonly repairs: Repairs | undefined
  /** Only this sheet of it. */
  readonly sheet: string | undefined
}

/** What the file would do, page by page as it comes into view. `turn` changes when the file is to be read again. */
export function usePreview({ kind, file, mapping, repairs, sheet }: Told, show: Show, turn: string, enabled: boolean): Preview {
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0])
  const asked = useMemo(newJobId, [kind, file, mapping, repairs, sheet, show, turn])
  const jobOf = (page: number) => `${asked} ${page}`
  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const replies = useQueries({
    queries: pages.map(page => ({
      queryKey: ['import.preview', kind, file, turn, mapping, repairs, sheet, show, page] as const,
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
        const job = jobOf(page)
        signal.addEventListener('abort', () => cancelJob(job))
        return call('import.preview', { kind, file, mapping, repairs, sheet, show, job, offset: page * size, limit: size })
      },
      enabled,
      // The same page of the former question stands in, never another one.
      placeholderData: (before: Page | undefined, query?: { queryKey: readonly unknown[] }) => (query?.queryKey.at(-1) === page ? before : undefined),
    })),
  })
  const view = useCallback((from: number, to: number) => {
    const next = [Math.max(0, Math.floor(from / size)), Math.max(0, Math.floor(to / size))] as const
    setView(before => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  // Pages that went out of view stay: their rows' heights hold the others in place.
  const held = useRef({ asked, pages: new Map<number, Page>() })
  if (held.current.asked !== asked) held.current = { asked, pages: new Map() }
  for (const [i, reply] of replies.entries()) if (reply.data && !reply.isPlaceholderData) held.current.pages.set(first + i, reply.data)
  const known = replies.map(reply => reply.data)
  const latest = useRef<Page | undefined>(undefined)
  latest.current = known.find(Boolean) ?? latest.current
  return {
    counts: latest.current?.counts,
    sheets: latest.current?.sheets ?? [],
    columns: latest.current?.columns ?? [],
    total: latest.current?.total ?? 0,
    year: latest.current?.year ?? null,
    rowAt: index => (held.current.pages.get(Math.floor(index / size)) ?? known[Math.floor(index / size) - first])?.rows[index % size],
    show: view,
    job: jobOf(first),
    pending: replies.some(reply => reply.isPending || reply.isPlaceholderData),
    error: replies.find(reply => reply.error)?.error ?? null,
    arrived: `${asked} ${held.current.pages.size} ${replies.some(reply => reply.isPlaceholderData)}`,
  }
}
