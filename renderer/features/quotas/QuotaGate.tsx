import type { ReactNode } from 'react'
import type { QuotaAbout } from '../../../shared/api/quota.ts'
import type { QuotaKey, Terms } from '../../quotas/terms.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useQuota } from './use-quota.ts'

interface Props {
  readonly name: string
  children(known: { readonly key: QuotaKey; readonly about: QuotaAbout; readonly terms: Terms }): ReactNode
}

/** The page of one quota, once it is known what the quota is. */
export function QuotaGate({ name, children }: Props) {
  const { known, error, missing } = useQuota(name)
  if (known) return children(known)
  if (!missing && !error) return <div className="page" role="status" aria-label="正在读取指标" />
  return (
    <div className="page" style={{ paddingTop: 16 }}>
      {error ? (
        <ErrorBanner error={error} action={<Button href="#/quotas">回到指标总览</Button>} />
      ) : (
        <EmptyState icon="gauge" title="没有这个指标。" action={<Button href="#/quotas">回到指标总览</Button>}>
          它可能已经作废。
        </EmptyState>
      )}
    </div>
  )
}
