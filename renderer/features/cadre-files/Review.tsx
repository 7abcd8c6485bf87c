import { useState } from 'react'
import { fileStates } from '../../../shared/api/cadre-files.ts'
import { AppError } from '../../../shared/errors.ts'
import { useCommand } from '../../api/command.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { useKept } from '../../app/router.ts'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CountsBar } from '../../ui/CountsBar.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { WithPanel } from '../../ui/SidePanel.tsx'
import { fileColumns } from './file-columns.tsx'
import { FilePanel } from './FilePanel.tsx'
import { stateWords } from './file-words.ts'
import type { Chosen } from './FilesPage.tsx'
import { type Decisions, type PlannedFile, type PlannedFiles, type Show, usePlanned } from './use-planned.ts'

interface Props {
  readonly chosen: Chosen
  onAgain(): void
  onClose(): void
}

const noDecisions: Decisions = {}

/** Files in hand: whose each is and what it would change; nothing is written before 写入. */
export function Review({ chosen, onAgain, onClose }: Props) {
  const done = useSayDone()
  const [decisions, setDecisions] = useKept<Decisions>('decisions', noDecisions)
  const [show, setShow] = useKept<Show>('show', 'all')
  const [current, setCurrent] = useState(0)
  const planned = usePlanned(chosen.tokens, decisions, show, chosen.turn)
  const writing = useCommand('cadre.importFiles')
  const [job, setJob] = useState<string>()
  const { counts } = planned
  const file = planned.fileAt(current)
  const good = (counts?.created ?? 0) + (counts?.updated ?? 0)
  const open = (counts?.faulty ?? 0) + (counts?.asked ?? 0)
  const ready = !planned.pending && !planned.error && !writing.isPending
  const write = (goodFiles: boolean) => {
    const id = newJobId()
    setJob(id)
    writing.mutate(
      { sources: [...chosen.tokens], decisions: { ...decisions }, goodFiles, job: id },
      {
        onSuccess: outcome => {
          if (!outcome.written) return onAgain()
          const left = outcome.counts.faulty + outcome.counts.asked
          done(`已写入 ${outcome.counts.created + outcome.counts.updated} 份${left > 0 ? `，${left} 份没有写` : ''}`)
          if (left > 0) onAgain()
          else onClose()
        },
      },
    )
  }
  useActions([
    { name: '写入', keys: 'Ctrl Enter', typing: true, when: () => ready && open === 0 && good > 0, perform: () => write(false) },
    { name: '重新读取文件', keys: 'F5', command: 'refresh', perform: onAgain },
  ])
  return (
    <div className="page">
      <PageHead
        title="导入任免表文件"
        sub={chosen.name}
        actions={
          <>
            <Button kind="text" icon="refresh" keys="F5" title="文件改好并保存后，重新读取" onClick={onAgain}>
              重新读取
            </Button>
            <Button kind="text" onClick={onClose}>
              放弃
            </Button>
          </>
        }
      />
      {writing.error && (
        <div className="files-gap">
          <Failed error={writing.error} />
        </div>
      )}
      <WithPanel
        open={file !== undefined}
        width={440}
        label={file?.name || '文件'}
        panel={
          file && (
            <FilePanel
              key={file.file}
              file={file}
              decision={decisions[file.file] ?? {}}
              onDecide={decision => setDecisions({ ...decisions, [file.file]: decision })}
            />
          )
        }
        onClose={() => setCurrent(-1)}
      >
        <Card fill label="逐份预览">
          <CountsBar<Show>
            items={(['all', ...fileStates] as const).map(state => ({
              key: state,
              label: state === 'all' ? '读取' : stateWords[state].word,
              count: counts?.[state === 'all' ? 'read' : state],
              bad: state === 'faulty',
            }))}
            value={show}
            onChange={next => (setShow(next), setCurrent(0))}
          />
          {planned.error && (
            <div className="files-pad">
              <ErrorBanner
                error={planned.error}
                action={
                  <Button small onClick={onClose}>
                    另选文件
                  </Button>
                }
              />
            </div>
          )}
          <Working planned={planned} writing={writing.isPending ? job : undefined} />
          <DataTable<PlannedFile>
            leads
            label="任免表文件"
            columns={fileColumns}
            count={planned.total}
            rowAt={planned.fileAt}
            idOf={one => one.file}
            onView={planned.show}
            current={current}
            onCurrent={setCurrent}
            toneOf={one => (one.state === 'faulty' ? 'bad' : one.state === 'skipped' ? 'void' : undefined)}
            unit="份"
            empty={
              planned.pending || planned.error ? null : <EmptyState title="没有这一类的文件" action={<Button onClick={() => setShow('all')}>看全部</Button>} />
            }
          />
          <footer className="files-bar">
            <span className="t13">{counts && <Says open={open} good={good} read={counts.read} />}</span>
            <span className="space" />
            {open > 0 && good > 0 && (
              <Button disabled={!ready} onClick={() => write(true)}>
                只写无误的 {good} 份
              </Button>
            )}
            <Button kind="primary" keys="Ctrl ↵" disabled={!ready || open > 0 || good === 0} onClick={() => write(false)}>
              {good > 0 && open === 0 ? `写入 ${good} 份` : '写入'}
            </Button>
          </footer>
        </Card>
      </WithPanel>
    </div>
  )
}

/** Reading, comparing or writing, with 取消; only when it lasts. */
function Working({ planned, writing }: { readonly planned: PlannedFiles; readonly writing: string | undefined }) {
  const id = writing ?? planned.job
  const job = useJob(id)
  const lasting = useLasting(writing !== undefined || (planned.pending && !planned.error))
  if (!lasting || !job) return null
  return (
    <div className="files-pad">
      <JobPanel job={job} unit="份" onCancel={() => cancelJob(id)} />
    </div>
  )
}

function Says({ open, good, read }: { readonly open: number; readonly good: number; readonly read: number }) {
  if (open > 0)
    return (
      <>
        {open} 份有误或待认人，<b>未写入任何一份</b>
      </>
    )
  if (good === 0) return <>{read} 份都与现有记录相同或不导入，不用写入</>
  return (
    <>
      没有有误的文件，<b>还没有写入</b>
    </>
  )
}

function Failed({ error }: { readonly error: Error }) {
  if (error instanceof AppError && error.code === 'import.cancelled') return <Banner kind="info">已取消，没有写入任何一份。</Banner>
  return <ErrorBanner error={error} />
}
