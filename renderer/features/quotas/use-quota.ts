import { useQuery } from '../../api/hooks.ts'
import type { QuotaAbout } from '../../../shared/api/quota.ts'
import { quotaKey, type QuotaKey, type Terms, termsOf } from '../../quotas/terms.ts'

interface Known {
  readonly key: QuotaKey
  readonly about: QuotaAbout
  readonly terms: Terms
}

/** The quota that an address names, once it is known; `missing` where there is none of that name. */
export function useQuota(name: string): { readonly known: Known | undefined; readonly error: unknown; readonly missing: boolean } {
  const key = quotaKey(name)
  const reply = useQuery('quota.about', { quota: key ?? 'study-hours' }, { enabled: key !== undefined, keep: false })
  const known = key && reply.data ? { key, about: reply.data, terms: termsOf(reply.data, key) } : undefined
  return { known, error: reply.error, missing: key === undefined }
}
