import { useState } from 'react'
import type { QuotaAbout } from '../../../shared/api/quota.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useQuery } from '../../api/hooks.ts'
import { BoardSkeleton } from '../../quotas/BoardSkeleton.tsx'
import { boardPath, newRecordPath, type Terms } from '../../quotas/terms.ts'
import { countedUntil } from '../../quotas/words.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Crumbs, PageHead } from '../../ui/PageHead.tsx'
import { Board } from './Board.tsx'
import { ClausesDialog } from './ClausesDialog.tsx'
import { targetText } from './overview-columns.tsx'
import { QuotaGate } from './QuotaGate.tsx'
import './quotas.css'

/** One quota: where the chosen organization stands in the chosen year, and the way to everyone and every record behind it. */
export const BoardPage = ({ params }: PageProps) => (
  <QuotaGate name={params['name'] ?? ''}>{({ about, terms }) => <QuotaBoard key={about.name} about={about} terms={terms} />}</QuotaGate>
)

function QuotaBoard({ about, terms }: { readonly about: QuotaAbout; readonly terms: Terms }) {
  const { year, organizationId, today } = useScope()
  const { mayWrite } = useSession()
  const board = useQuery('quota.board', { quota: terms.quota, year, organizationId })
  const [clauses, setClauses] = useState(false)
  const register = () => navigate(newRecordPath(about))
  useActions([{ name: `登记${about.label}`, keys: 'N', command: 'new', when: () => mayWrite, perform: register }])
  const target = board.data ? targetText({ clauses: board.data.clauses, unit: about.unit }) : ''
  return (
    <div className="page">
      <Crumbs items={[{ label: '指标总览', to: '/quotas' }, { label: about.label }]} />
      <PageHead
        title={about.label}
        sub={`考核${about.circle}，${spanLabels[about.period]}${target ? ` ${target}` : ''}，${countedUntil(year, today)}`}
        actions={
          <>
            <Button kind="text" icon="gear" disabled={!board.data} onClick={() => setClauses(true)}>
              指标与口径
            </Button>
            {about.own && mayWrite && (
              <Button icon="edit" href={`#/quotas/${encodeURIComponent(about.name)}/edit`}>
                修改指标
              </Button>
            )}
            <Button icon="table" href={`#${boardPath(about.name, '/list')}`}>
              名单
            </Button>
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={register}>
                登记
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner
        error={board.error}
        action={
          <Button small onClick={() => void board.refetch()}>
            重试
          </Button>
        }
      />
      {board.data ? (
        <Board about={about} terms={terms} board={board.data} stale={board.isPlaceholderData} />
      ) : (
        !board.error && <BoardSkeleton label={about.label} />
      )}
      {clauses && board.data && <ClausesDialog about={about} year={year} clauses={board.data.clauses} onClose={() => setClauses(false)} />}
    </div>
  )
}
