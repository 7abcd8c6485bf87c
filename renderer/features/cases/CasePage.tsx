import type { PageProps } from '../../app/router.ts'
import { CaseMissing, CaseView } from '../../procedures/CaseView.tsx'
import { useCase } from '../../procedures/use-case.ts'

/** One case of whatever procedure. */
export function CasePage({ params, query }: PageProps) {
  const id = params['id'] ?? ''
  const { data, error } = useCase(id)
  return data ? <CaseView key={id} data={data} asked={query.get('step')} /> : <CaseMissing error={error} />
}
