import { useDeferredValue, useMemo } from 'react'
import { useQuery } from '../api/hooks.ts'
import { type MatchedName, matchNames, textsOf } from './match-names.ts'
import type { PastedName } from './paste-names.ts'

const nobody: readonly MatchedName[] = []

/** Pasted names with the people they can mean: among the organizer's people first, then in the whole office. Nobody until both are known. */
export function useMatched(
  pasted: readonly PastedName[],
  organizationId: string | null,
): { readonly matched: readonly MatchedName[]; readonly error: unknown } {
  const asked = useDeferredValue(pasted)
  const texts = useMemo(() => textsOf(asked).slice(0, 5000), [asked])
  const any = texts.length > 0
  const whole = useQuery('people.match', { texts }, { enabled: any })
  const near = useQuery('people.match', { texts, organizationId: organizationId ?? undefined }, { enabled: any && organizationId !== null })
  const matched = useMemo(
    () => (any && whole.data && (near.data || organizationId === null) ? matchNames(asked, whole.data, near.data) : nobody),
    [any, asked, whole.data, near.data, organizationId],
  )
  return { matched, error: whole.error ?? near.error }
}
