import { useMemo, useState } from 'react'
import { useQuery } from '../../api/hooks.ts'
import { useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone, useUndo } from '../../app/undo.ts'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { WithPanel } from '../../ui/SidePanel.tsx'
import { boardColumns } from './columns.tsx'
import { DistributeDialog } from './DistributeDialog.tsx'
import { Figures } from './Figures.tsx'
import { MonthsTable } from './MonthsTable.tsx'
import { Reports } from './Reports.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { useNumbers } from './use-numbers.ts'
import type { Opened } from './words.ts'
import '../../quotas/subjects.css'
import './development.css'

type View = 'units' | 'branches' | 'months'

/** 发展计划: numbers by organization beside what has come of them. Numbers are typed in place, figures open down to the people. */
export function DevelopmentPage() {
  const { year, organizationId, name, today, setOrganization } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const undo = useUndo()
  const [view, setView] = useKept<View>('view', 'units')
  const [laggingOnly, setLagging] = useKept('lagging', false)
  const [opened, setOpened] = useKept<Opened | undefined>('opened', undefined)
  const [frame, width] = useWidth()
  const [sharing, setSharing] = useState(false)
  const shown = view === 'months' ? 'units' : view
  const reply = useQuery('development.board', { year, organizationId, view: shown })
  const numbers = useNumbers(year)
  const board = reply.data
  const rows = useMemo(() => {
    if (!board) return []
    const units = laggingOnly ? board.rows.filter(({ lag }) => lag.length > 0) : board.rows
    // A branch has no units: its own row is the total.
    return board.rows.length === 1 && board.rows[0]?.id === board.total.id ? [board.total] : [board.total, ...units]
  }, [board, laggingOnly])
  const open = (next: Opened) => setOpened(opened && JSON.stringify(opened) === JSON.stringify(next) ? undefined : next)
  const scopeTo = (id: string) => {
    setOpened(undefined)
    setOrganization(id)
  }
  const close = () => setOpened(undefined)
  const openedRow =
    opened && board
      ? [board.total, ...board.rows].find(
          row => !row.self && (opened.organizationId === organizationId ? row === board.total : row.id === opened.organizationId),
        )
      : undefined
  useActions([
    { name: '分配计划数', keys: 'N', when: () => mayWrite && !sharing && board !== undefined, perform: () => setSharing(true) },
    { name: '收起名单', keys: 'Escape', when: () => opened !== undefined && !sharing, perform: close },
  ])
  return (
    <div className="page">
      <PageHead
        title="发展计划"
        sub={board && `${name} ${year} 年，截至 ${board.asOf}`}
        actions={
          <>
            <Button icon="table" href="#/registers/admissionNumber">
              计划数台账
            </Button>
            {mayWrite && (
              <Button kind="primary" keys="N" disabled={!board || board.rows.length === 0} onClick={() => setSharing(true)}>
                分配计划数
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner
        error={reply.error ?? numbers.error}
        action={
          <Button small onClick={() => void reply.refetch()}>
            重试
          </Button>
        }
      />
      {board && (
        <div className={reply.isPlaceholderData ? 'dev-figures stale' : 'dev-figures'}>
          <Figures
            board={board}
            year={year}
            organizationId={organizationId}
            opened={opened}
            laggingOnly={laggingOnly}
            onOpen={open}
            onLagging={() => setLagging(!laggingOnly)}
          />
        </div>
      )}
      <div className="tools">
        <Segmented<View>
          label="看什么"
          value={view}
          options={[
            { value: 'units', label: '下级党组织' },
            { value: 'branches', label: '全部党支部' },
            { value: 'months', label: '逐月' },
          ]}
          onChange={setView}
        />
        {laggingOnly && (
          <Button small kind="text" onClick={() => setLagging(false)}>
            只看滞后单位，点这里看全部
          </Button>
        )}
        {board && board.documents.length > 0 && (
          <span className="t12 ink-3 ellipsis">
            计划文件：{board.documents.map(({ title, document }) => [title, document].filter(Boolean).join(' ')).join('；')}
          </span>
        )}
        <span className="space" />
        <Reports year={year} today={today} organizationId={organizationId} name={name} />
      </div>
      <WithPanel
        open={opened !== undefined}
        width={336}
        label="名单"
        panel={opened && <PeoplePanel opened={opened} row={openedRow} mayWrite={mayWrite} onClose={close} />}
        onClose={close}
      >
        <Card fill label="发展计划与进度" style={{ minHeight: 0 }}>
          <div ref={frame} className="dev-frame">
            {view === 'months' ? (
              <MonthsTable year={year} organizationId={organizationId} name={name} opened={opened} onOpen={open} />
            ) : (
              board && (
                <Grid
                  label="发展计划与进度"
                  columns={spread(
                    boardColumns({
                      elapsed: board.elapsed,
                      opened,
                      total: board.total,
                      scope: organizationId,
                      editable: mayWrite,
                      onOpen: open,
                      onScope: scopeTo,
                    }),
                    width,
                    0,
                    1.6,
                  )}
                  count={rows.length}
                  rowAt={i => rows[i]}
                  idOf={row => `${row.id}${row.self ? ' self' : ''}`}
                  readOnly={!mayWrite}
                  onChange={changes => numbers.change(rows, changes)}
                  onUndo={undo}
                  faultOf={numbers.faultOf}
                  foot={
                    <span>
                      {rows.length - 1} 个{view === 'units' ? '下级党组织' : '党支部'}　灰色的计划是下级合计，直接输入就是本级的数
                    </span>
                  }
                  empty={<EmptyState icon="tree" title="没有下级党组织。" />}
                />
              )
            )}
          </div>
        </Card>
      </WithPanel>
      {sharing && board && (
        <DistributeDialog
          view={shown}
          total={board.total.own?.planned ?? board.documents.map(({ target }) => target).find(target => target !== null) ?? board.total.planned}
          onClose={() => setSharing(false)}
          onDone={written => {
            setSharing(false)
            done(`已写入 ${written} 个计划数`)
          }}
        />
      )}
    </div>
  )
}
