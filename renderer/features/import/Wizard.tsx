import { useEffect, useMemo, useState } from 'react'
import { importLabel, type ImportKind, isHandedOut } from '../../../shared/api/import.ts'
import { AppError } from '../../../shared/errors.ts'
import { call } from '../../api/client.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { navigate, useKept } from '../../app/router.ts'
import { useActions } from '../../app/shortcuts.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { foundText } from './found.ts'
import { sizeText } from '../../ui/say-size.ts'
import { wordsOf } from './kinds.ts'
import { choose, layoutsOf, remember } from './mapping.ts'
import { MappingPanel } from './MappingPanel.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { saidOf, untouched } from './repairs.ts'
import { ResultView } from './ResultView.tsx'
import { SheetsView } from './SheetsView.tsx'
import { Steps } from './Steps.tsx'
import { useFiles } from './use-files.ts'
import { useInspection } from './use-inspection.ts'
import { type Show, usePreview } from './use-preview.ts'
import { forgetWrite, useWrite, write } from './writes.ts'

interface Props {
  readonly kind: ImportKind
  /** The file's token. */
  readonly file: string
  readonly name: string
  readonly size: number
}

/** A file in hand: headings, mapping with preview, writing, result. */
export function Wizard({ kind, file, name, size }: Props) {
  const say = useSay()
  const files = useFiles()
  const [turn, setTurn] = useState(newJobId)
  const [atSheets, setAtSheets] = useKept('sheets', false)
  const [chosen, setShow] = useKept<Show | undefined>('show', undefined)
  const [instead, setInstead] = useState<Show>()
  const show = chosen ?? instead ?? 'notable'
  const [remembers, setRemembers] = useKept('remembers', true)
  const [repairs, setRepairs] = useKept('repairs', untouched)
  const [failure, setFailure] = useState<unknown>(null)
  const inspection = useInspection({ kind, file }, turn)
  const { reading, mapping, told } = inspection
  const layouts = useMemo(() => layoutsOf(reading?.sheets ?? []), [reading])
  const written = useWrite(file)
  const looking = reading !== undefined && layouts.length > 0 && !atSheets && written?.state !== 'writing' && written?.state !== 'done'
  const said = useMemo(() => saidOf(repairs), [repairs])
  // What the program handed out has the columns that it was given.
  const ours = isHandedOut(kind)
  // The sheets of 支部上报表 are not alike: one at a time.
  const [chosenSheet, setSheet] = useKept<string | undefined>('sheet', undefined)
  const sheet = kind === 'branch' ? (chosenSheet ?? reading?.sheets.find(s => s.rows > 0)?.sheet) : undefined
  const preview = usePreview({ kind, file, mapping: told, repairs: said, sheet }, show, turn, looking)
  // Without a faulty or changed row the new ones are shown, or all where all are new or known, until the user chooses otherwise.
  const { read = 0, created = 0 } = preview.counts ?? {}
  const dull = !preview.pending && show === 'notable' && preview.total === 0 && read > 0
  useEffect(() => {
    if (dull) setInstead(created > 0 && created < read ? 'created' : 'all')
  }, [dull, created, read])

  const again = () => {
    forgetWrite(file)
    setFailure(null)
    setInstead(undefined)
    // Another file may have other rows at these numbers.
    setRepairs({ ...repairs, skipped: {} })
    setTurn(newJobId())
  }
  useActions([{ name: '重新读取文件', keys: 'F5', command: 'refresh', perform: again }])

  const saveFaults = async () => {
    setFailure(null)
    try {
      const place = await call('shell.chooseSave', { kind: 'workbook', name: `${name.replace(/\.xlsx$/i, '')}（有误的行）.xlsx` })
      if (!place) return
      const { rows } = await call('import.faults', { kind, file, mapping: told, repairs: said, save: place.token })
      say(`已把有误的 ${rows} 行存为“${place.name}”`)
    } catch (error) {
      setFailure(error)
    }
  }
  const doWrite = async (goodRows: boolean) => {
    if (remembers && !ours) await remember(kind, layouts).catch(() => undefined)
    await write({ kind, file, mapping: told, repairs: said, goodRows }, preview.year)
  }
  const labelOf = (field: string) => (preview.columns.find(c => c.field === field) ?? reading?.fields.find(f => f.field === field))?.label ?? '整行'

  const step = written?.state === 'done' ? 5 : written?.state === 'writing' ? 4 : looking ? 3 : 2
  const sheets = reading?.sheets ?? []
  const sub = [name, sheets.length > 0 ? `${sheets.length} 张表` : '', size > 0 ? sizeText(size) : ''].filter(Boolean).join(' · ')
  return (
    <div className="page">
      <PageHead
        title={`导入${importLabel(kind)}`}
        sub={sub}
        actions={
          <>
            {step < 4 && (
              <Button kind="text" icon="refresh" keys="F5" title="文件改好并保存后，重新读取" onClick={again}>
                重新读取
              </Button>
            )}
            {step < 4 && (
              <Button kind="text" onClick={() => navigate('/import')}>
                放弃
              </Button>
            )}
          </>
        }
      />
      <Steps at={step} note={reading && step < 4 ? foundText(sheets) : undefined} />
      {written?.state === 'failed' && <WriteFailed error={written.error} onAgain={again} />}
      {Boolean(failure ?? files.error) && (
        <div className="import-gap">
          <ErrorBanner error={failure ?? files.error} />
        </div>
      )}
      {Boolean(inspection.error) && (
        <div className="import-gap">
          <ErrorBanner
            error={inspection.error}
            action={
              <Button small icon="upload" onClick={() => void files.choose(kind)}>
                换一个文件
              </Button>
            }
          />
        </div>
      )}
      {!reading && !inspection.error && <Waiting />}
      {step === 2 && reading && <SheetsView sheets={sheets} onNext={() => setAtSheets(false)} onBack={() => void files.choose(kind)} />}
      {looking && (
        <div className={ours ? 'import-work whole' : 'import-work'}>
          {!ours && (
            <MappingPanel
              layouts={layouts}
              fields={reading.fields}
              fromMemory={inspection.fromMemory}
              remember={remembers}
              onRemember={setRemembers}
              onForgetMemory={inspection.forgetMemory}
              onChoose={(layout, column, field) => inspection.setMapping(choose(mapping, layout, column, field))}
            />
          )}
          <PreviewPanel
            preview={preview}
            show={show}
            sheets={sheet === undefined && sheets.length > 1}
            sheet={sheet}
            onSheet={setSheet}
            busy={inspection.loading}
            leading={ours ? [] : wordsOf(kind).headings}
            labelOf={labelOf}
            repairs={repairs}
            onRepairs={setRepairs}
            onShow={setShow}
            onAgain={again}
            onBack={() => setAtSheets(true)}
            onSaveFaults={() => void saveFaults()}
            onWrite={goodRows => void doWrite(goodRows)}
          />
        </div>
      )}
      {written?.state === 'writing' && <Writing job={written.job} />}
      {written?.state === 'done' && (
        <ResultView kind={kind} outcome={written.outcome} onSaveFaults={() => void saveFaults()} onAgain={() => void files.choose(kind)} />
      )}
    </div>
  )
}

const Waiting = () => (useLasting(true) ? <p className="t13 ink-3">正在读文件、认表头</p> : null)

function Writing({ job }: { readonly job: string }) {
  const progress = useJob(job)
  const lasting = useLasting(true)
  if (!lasting) return null
  return (
    <div className="import-writing">
      {progress ? <JobPanel job={progress} unit="行" onCancel={() => cancelJob(job)} /> : <p className="t13 ink-3">正在写入</p>}
      <p className="t12 ink-3">写完之前取消，一行也不会留下。可以先去看别的，写完回到这里看结果。</p>
    </div>
  )
}

function WriteFailed({ error, onAgain }: { readonly error: unknown; onAgain(): void }) {
  const again = (
    <Button small onClick={onAgain}>
      重新预览
    </Button>
  )
  const cancelled = error instanceof AppError && (error.code === 'job.cancelled' || error.code === 'import.cancelled')
  return (
    <div className="import-gap">
      {cancelled ? (
        <Banner kind="info" action={again}>
          已取消，没有写入任何一行。
        </Banner>
      ) : (
        <ErrorBanner error={error} action={again} />
      )}
    </div>
  )
}
