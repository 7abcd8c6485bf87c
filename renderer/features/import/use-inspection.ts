import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ImportKind, Mapping } from '../../../shared/api/import.ts'
import { call, type CallOutput } from '../../api/client.ts'
import { useKept } from '../../app/router.ts'
import { applied, layoutsOf, recall } from './mapping.ts'

export interface Source {
  readonly kind: ImportKind
  readonly file: string
}

export interface Inspection {
  readonly reading: CallOutput<'import.inspect'> | undefined
  /** What the user, now or last time, said about the columns. */
  readonly mapping: Mapping
  /** The same for main: nothing where there is nothing to say. */
  readonly told: Mapping | undefined
  readonly fromMemory: boolean
  readonly error: unknown
  readonly loading: boolean
  setMapping(mapping: Mapping): void
  /** Back to what the program sees by itself. */
  forgetMemory(): void
}

/** Reads the headings of the file, and applies what was decided for the same headings before. `turn` grows when the file is read again. */
export function useInspection({ kind, file }: Source, turn: string): Inspection {
  const [mapping, setMapping] = useKept<Mapping | undefined>('mapping', undefined)
  const [fromMemory, setFromMemory] = useKept('fromMemory', false)
  const bare = useQuery({ queryKey: ['import.inspect', kind, file, turn], queryFn: () => call('import.inspect', { kind, file }) })
  const told = mapping !== undefined && Object.keys(mapping).length > 0 ? mapping : undefined
  const mapped = useQuery({
    queryKey: ['import.inspect', kind, file, turn, 'told', told],
    enabled: told !== undefined && bare.data !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () => call('import.inspect', { kind, file, mapping: told }),
  })

  useEffect(() => {
    if (!bare.data || mapping !== undefined) return
    const { sheets, fields } = bare.data
    let gone = false
    recall(kind)
      .catch(() => ({}))
      .then(known => {
        if (gone) return
        const decided = applied(known, layoutsOf(sheets), new Set(fields.map(f => f.field)))
        setFromMemory(Object.keys(decided).length > 0)
        setMapping(decided)
      })
    return () => {
      gone = true
    }
  }, [bare.data, mapping, kind, setMapping, setFromMemory])

  return {
    // What is remembered is not first shown without it.
    reading: mapping === undefined || (fromMemory && told && !mapped.data) ? undefined : ((told && mapped.data) ?? bare.data),
    mapping: mapping ?? {},
    told,
    fromMemory,
    error: bare.error ?? mapped.error,
    loading: bare.isFetching || mapped.isFetching || (bare.isSuccess && mapping === undefined),
    setMapping,
    forgetMemory: () => {
      setFromMemory(false)
      setMapping({})
    },
  }
}
