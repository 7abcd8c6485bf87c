import { useQuery } from '../../api/hooks.ts'
import type { PageProps } from '../../app/router.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BallotHead } from './BallotHead.tsx'
import { BallotLoading } from './BallotLoading.tsx'
import { ballotPath } from './BallotViews.tsx'
import { Decisions } from './Decisions.tsx'
import './ballots.css'

/** 结果: what the closed count comes to under the rules, and what people concluded of it. */
export function ResultPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const ballot = useQuery('ballot.get', { ballotId: id }, { keep: false })
  const closed = typeof ballot.data?.count?.closedOn === 'string'
  const result = useQuery('ballot.result', { ballotId: id }, { enabled: closed, keep: false })
  const reply = ballot.data
  if (!reply) return <BallotLoading error={ballot.error} />
  if (closed && result.data) return <Decisions key={id} reply={reply} result={result.data} />
  return (
    <div className="page ballot-page">
      <BallotHead reply={reply} view="result" />
      <ErrorBanner error={result.error} />
      {!closed && (
        <Card>
          <EmptyState
            icon="vote"
            title={reply.count ? '正在计票，封票后才有结果。' : '还没有计票。'}
            action={
              <Button kind="primary" href={`#${ballotPath(id)}`}>
                去计票
              </Button>
            }
          >
            各项数字相符、计票人和监票人签名封票以后，这里按规定算出结果，由党组织研究评定。
          </EmptyState>
        </Card>
      )}
    </div>
  )
}
