import { useQuery } from '../../api/hooks.ts'
import { type PageProps, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { BoardSkeleton } from '../../quotas/BoardSkeleton.tsx'
import { monthsBegun } from '../../quotas/trend.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { dayShort } from '../../ui/say-date.ts'
import type { SecretClass } from '../../../shared/records/secrecy.ts'
import type { WatchedKind } from '../../../shared/rules/supervision-figures.ts'
import { BoardFigures } from './BoardFigures.tsx'
import { type Listed, listingOf } from './board-lists.ts'
import { LevelsCard } from './LevelsCard.tsx'
import { ListingCard } from './ListingCard.tsx'
import { MonthsCard } from './MonthsCard.tsx'
import { ShapesCard } from './ShapesCard.tsx'
import '../../quotas/board.css'
import './supervision.css'

/** Which grant opens what is counted. */
const classOf: Readonly<Record<WatchedKind, SecretClass>> = {
  remind: 'admonition',
  inquiry: 'admonition',
  admonish: 'admonition',
  sanction: 'sanction',
  petition: 'petition',
  oversight: 'oversight',
  check: 'personalReport',
}

/** 监督看板: figures of the year, each with the records behind it. Whoever was granted a class of 监督资料 sees its part. */
export function SupervisionPage({ query }: PageProps) {
  const { year, organizationId, today, name } = useScope()
  const { grants } = useSession()
  const [listed, setListed] = useKept<Listed>('listed', query.get('listed') === 'reports' ? { of: 'reports' } : { of: 'overdue' })
  const reply = useQuery('supervision.board', { year, organizationId })
  const board = reply.data
  const records = (title: string, ids: readonly string[]) => setListed({ of: 'records', title, ids })
  return (
    <div className="page">
      <PageHead
        title="监督看板"
        sub={board && `${name} ${year} 年，截至 ${board.until}`}
        actions={
          <>
            {grants.includes('oversight') && (
              <FormMenu
                form="rectificationLedger"
                params={{ year, ...(organizationId === undefined ? {} : { organizationId }) }}
                name={`${year}年监督发现问题整改台账 ${name}`}
                label="整改台账"
              />
            )}
            <Button icon="clock" href="#/supervision/effects">
              影响期
            </Button>
          </>
        }
      />
      <ErrorBanner
        error={reply.error}
        action={
          <Button small onClick={() => void reply.refetch()}>
            重试
          </Button>
        }
      />
      {!board && !reply.error && <BoardSkeleton label="监督看板" />}
      {board && (
        <div className={reply.isPlaceholderData ? 'quota-body stale' : 'quota-body'} aria-busy={reply.isPlaceholderData}>
          {grants.length === 0 && (
            <div className="form-gap">
              <Banner kind="info" icon="lock">
                没有授权的监督资料不计入，也不显示。需要查看的，由安全保密管理员按类别授权。
              </Banner>
            </div>
          )}
          <BoardFigures board={board} grants={grants} listed={listed} today={today} onList={setListed} />
          <div className="quota-columns">
            <div className="quota-work sup-work">
              {grants.length > 0 && (
                <MonthsCard kinds={board.kinds.filter(({ kind }) => grants.includes(classOf[kind]))} begun={monthsBegun(year, today)} onOpen={records} />
              )}
              <div className="sup-pair">
                {(grants.includes('admonition') || grants.includes('sanction')) && <LevelsCard levels={board.levels} onOpen={records} />}
                <ShapesCard shapes={board.shapes} />
              </div>
            </div>
            <ListingCard listing={listingOf(board, listed, day => dayShort(day, today))} />
          </div>
        </div>
      )}
    </div>
  )
}
