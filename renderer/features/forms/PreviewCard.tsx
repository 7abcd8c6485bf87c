import { useState } from 'react'
import type { FormName } from '../../../shared/api/forms.ts'
import { forms } from '../../../shared/forms/index.ts'
import { failedWith } from '../../records/failed-with.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useLasting } from '../../ui/JobPanel.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import type { Asked } from './asking.ts'
import { Desk } from './Desk.tsx'
import type { FormAnswer } from './use-form-preview.ts'

interface Props {
  readonly form: FormName
  readonly asked: Asked
  readonly answer: FormAnswer
}

/** What will come out of the printer, as it will look. */
export function PreviewCard({ form, asked, answer }: Props) {
  const [view, setView] = useState<'width' | 'page'>('width')
  const [pages, setPages] = useState(0)
  const { reply, error, stale } = answer
  const waiting = useLasting(asked.ready && !error && (reply === undefined || stale))
  const shown = reply && !error && reply.template === form ? reply : undefined
  return (
    <Card
      fill
      className="form-preview"
      title="预览"
      note={shown && noteOf(form, shown, pages)}
      actions={
        <Segmented
          small
          label="大小"
          value={view}
          options={[
            { value: 'width', label: '适合宽度' },
            { value: 'page', label: '整页' },
          ]}
          onChange={setView}
        />
      }
    >
      {!asked.ready && asked.wants && (
        <EmptyState icon="form" title="还没有可预览的内容">
          {asked.wants}
        </EmptyState>
      )}
      {Boolean(error) && <Failed error={error} />}
      {waiting && (
        <p className="form-waiting" role="status">
          正在取数
        </p>
      )}
      {shown && (
        <Desk key={form} template={shown.template} props={shown.props} landscape={shown.landscape} whole={view === 'page'} stale={stale} onPages={setPages} />
      )}
    </Card>
  )
}

function noteOf(form: FormName, { shown, total }: { readonly shown: number; readonly total: number }, pages: number): string {
  const { unit } = forms[form]
  if (shown < total) return `先排前 ${shown} ${unit}，打印时共 ${total} ${unit}，页数以打印为准`
  return pages > 0 ? `${pages} 页，${total} ${unit}` : `${total} ${unit}`
}

function Failed({ error }: { readonly error: unknown }) {
  return (
    <div className="form-failed">
      {failedWith(error, 'form.empty') ? (
        <EmptyState icon="form" title="没有可打印的内容">
          {error.facts.what}。换一个组织或年度，或先登记。
        </EmptyState>
      ) : (
        <ErrorBanner error={error} />
      )}
    </div>
  )
}
