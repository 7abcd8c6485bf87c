import { useMemo } from 'react'
import { schemeTemplates } from '../../../shared/schemes/templates.ts'
import { useQuery } from '../../api/hooks.ts'
import { useParametersOn } from '../../app/parameters.ts'
import type { PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { beginWith } from './scheme-draft.ts'
import { SchemeEditor } from './SchemeEditor.tsx'
import { onFileOf } from './use-scheme.ts'
import './schemes.css'

/** A new scheme, empty or with what a sample says: /schemes/new?template=performance. */
export function NewSchemePage({ query }: PageProps) {
  const { year, today } = useScope()
  const parameter = useParametersOn(today)
  // The weights of the office must be known before the sample is laid out.
  const known = useQuery('records.list', { type: 'parameter', limit: 500 })
  const template = schemeTemplates.find(({ code }) => code === query.get('template'))
  if (template && !known.data) return <ErrorBanner error={known.error} />
  return <SchemeEditor key={template?.code ?? 'blank'} initial={beginWith(template, year, parameter)} onFile={undefined} ballots={[]} sample={template} />
}

/** One scheme on file. */
export function SchemePage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const { data, error } = useQuery('scheme.get', { schemeId: id }, { keep: false })
  const onFile = useMemo(() => data && onFileOf(data), [data])
  if (data && onFile) return <SchemeEditor key={id} initial={onFile.draft} onFile={onFile} ballots={data.ballots} voided={data.scheme['voidedAt'] !== null} />
  return (
    <div className="page" style={{ paddingTop: 16 }}>
      <ErrorBanner
        error={error}
        action={
          <Button small href="#/schemes">
            回到考核方案
          </Button>
        }
      />
    </div>
  )
}
