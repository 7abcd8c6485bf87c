import { useState } from 'react'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useQuery } from '../../api/hooks.ts'
import { useParametersOn } from '../../app/parameters.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ClausesDialog } from './ClausesDialog.tsx'
import { StudyBoard } from './StudyBoard.tsx'
import { BoardSkeleton } from '../../quotas/BoardSkeleton.tsx'
import { countedUntil } from '../../quotas/words.ts'
import { quota } from './words.ts'
import './study.css'

/** 学时: where the chosen organization stands in the chosen year, and the way to everyone and everything behind it. */
export function StudyPage() {
  const scope = useScope()
  const { mayWrite } = useSession()
  const { year, organizationId, today } = scope
  const board = useQuery('quota.board', { quota, year, organizationId })
  const parameter = useParametersOn(lastDayOf(year))
  const [clauses, setClauses] = useState(false)
  const settings = { warnWithin: parameter('study.warnWithin', 8), behindPoints: parameter('study.behindPoints', 12) }
  const register = () => navigate('/activities/new')
  useActions([{ name: '登记活动', keys: 'N', command: 'new', when: () => mayWrite, perform: register }])
  const params = { year, organizationId }
  return (
    <div className="page study-page">
      <PageHead
        title="学时"
        sub={`口径：计入年度学习任务的参训记录，${countedUntil(year, today)}`}
        actions={
          <>
            <Button kind="text" icon="gear" disabled={!board.data} onClick={() => setClauses(true)}>
              参数与口径
            </Button>
            <FormMenu form="studyShort" params={params} name={`${year}年未达标人员名单 ${scope.name}`} label="未达标名单" />
            <FormMenu form="studySummary" params={params} name={`${year}年度培训学习情况统计表 ${scope.name}`} label="统计表" icon="download" />
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={register}>
                登记活动
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
      {board.data ? <StudyBoard board={board.data} stale={board.isPlaceholderData} {...settings} /> : !board.error && <BoardSkeleton label="学时" />}
      {board.data && <ClausesDialog open={clauses} year={year} clauses={board.data.clauses} {...settings} onClose={() => setClauses(false)} />}
    </div>
  )
}
