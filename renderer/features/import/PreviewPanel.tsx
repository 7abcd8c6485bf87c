import type { Repairs } from '../../../shared/api/import.ts'
import { useJob, cancelJob } from '../../app/jobs.tsx'
import { AppError } from '../../../shared/errors.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CountsBar } from '../../ui/CountsBar.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { mean, skip } from './repairs.ts'
import { RepairsBar } from './RepairsBar.tsx'
import type { Preview, PreviewCounts, Show } from './use-preview.ts'
import { WriteBar } from './WriteBar.tsx'

interface Props {
  readonly preview: Preview
  readonly show: Show
  readonly sheets: boolean
  /** The sheet in view, where one is looked at at a time. */
  readonly sheet: string | undefined
  readonly busy: boolean
  readonly leading: readonly string[]
  readonly labelOf: (field: string) => string
  /** What was said about single names and rows. */
  readonly repairs: Repairs
  onRepairs(repairs: Repairs): void
  onSheet(sheet: string): void
  onShow(show: Show): void
  onAgain(): void
  onBack(): void
  onSaveFaults(): void
  onWrite(goodRows: boolean): void
}

const nothing: Record<Show, string> = {
  all: '表里没有数据行',
  created: '没有新增的行',
  updated: '没有有改动的行',
  unchanged: '没有无变化的行',
  faulty: '没有有误的行',
  notable: '没有有误或改动的行',
}

/** What would be written, row by row, with the counts on top as filters. Nothing is written here. */
export function PreviewPanel(props: Props) {
  const { preview, show, sheets, sheet, busy, leading, labelOf, repairs, onRepairs, onSheet, onShow, onAgain, onBack, onSaveFaults, onWrite } = props
  const job = useJob(preview.job)
  const lasting = useLasting(preview.pending && !preview.error)
  const { counts, error } = preview
  return (
    <Card fill className="import-result" label="预览">
      {sheet !== undefined && preview.sheets.length > 0 && <SheetTabs sheet={sheet} sheets={preview.sheets} onSheet={onSheet} />}
      <Counts counts={counts} show={show} onShow={onShow} />
      <RepairsBar repairs={repairs} onRepairs={onRepairs} />
      {error && <Failed error={error} onAgain={onAgain} />}
      {lasting && (
        <div className="import-working">
          {job ? <JobPanel job={job} unit="行" onCancel={() => cancelJob(job.id)} /> : <p className="t13 ink-3">正在核对每一行</p>}
        </div>
      )}
      {counts && !error && (
        <PreviewTable
          preview={preview}
          sheets={sheets}
          labelOf={labelOf}
          leading={leading}
          onMean={(field, from, to) => onRepairs(mean(repairs, field, from, to))}
          onSkip={row => onRepairs(skip(repairs, row.sheet, row.row))}
          usualLines={show === 'notable' || show === 'faulty' || show === 'updated' ? 1 : 0}
          key={`${sheet ?? ''} ${show}`}
          empty={
            preview.pending ? null : (
              <EmptyState title={nothing[show]} action={show === 'all' ? undefined : <Button onClick={() => onShow('all')}>看全部 {counts.read} 行</Button>} />
            )
          }
        />
      )}
      {!counts && <div className="import-filler" />}
      <WriteBar
        counts={preview.sheets.length > 0 ? together(preview.sheets) : counts}
        ready={!preview.pending && !error && !busy}
        onBack={onBack}
        onSaveFaults={onSaveFaults}
        onWrite={onWrite}
      />
    </Card>
  )
}

/** What all sheets come to: they are written in one go. */
function together(sheets: readonly PreviewCounts[]): PreviewCounts {
  const sum = (of: keyof PreviewCounts) => sheets.reduce((total, sheet) => total + sheet[of], 0)
  return { read: sum('read'), created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged'), faulty: sum('faulty') }
}

/** The sheets of a workbook that are not alike, with how many rows each has and how many of them are faulty. */
function SheetTabs({ sheet, sheets, onSheet }: { readonly sheet: string; readonly sheets: Preview['sheets']; onSheet(sheet: string): void }) {
  const tabs = sheets.map(s => ({ value: s.sheet, label: s.sheet, count: s.faulty > 0 ? `${s.read} 行，${s.faulty} 有误` : `${s.read} 行` }))
  return <Tabs<string> label="工作表" value={sheet} tabs={tabs} onChange={onSheet} />
}

const kinds = [
  { show: 'all', label: '读取', of: 'read' },
  { show: 'created', label: '新增', of: 'created' },
  { show: 'updated', label: '有改动', of: 'updated' },
  { show: 'unchanged', label: '无变化', of: 'unchanged' },
  { show: 'faulty', label: '有误', of: 'faulty' },
] as const satisfies readonly { readonly show: Show; readonly label: string; readonly of: keyof PreviewCounts }[]

function Counts({ counts, show, onShow }: { readonly counts: PreviewCounts | undefined; readonly show: Show; onShow(show: Show): void }) {
  return (
    <CountsBar<Show>
      items={kinds.map(kind => ({ key: kind.show, label: kind.label, count: counts?.[kind.of], bad: kind.of === 'faulty' }))}
      value={show}
      onChange={onShow}
    >
      <span className="space" />
      <Segmented<Show>
        label="显示哪些行"
        value={show}
        options={[
          { value: 'all', label: '全部' },
          { value: 'notable', label: '只看有误和改动' },
        ]}
        onChange={onShow}
      />
    </CountsBar>
  )
}

function Failed({ error, onAgain }: { readonly error: Error; onAgain(): void }) {
  const again = (
    <Button small onClick={onAgain}>
      重新预览
    </Button>
  )
  const cancelled = error instanceof AppError && (error.code === 'job.cancelled' || error.code === 'import.cancelled')
  return (
    <div style={{ padding: 16 }}>
      {cancelled ? (
        <Banner kind="info" action={again}>
          预览已取消，没有写入任何一行。
        </Banner>
      ) : (
        <ErrorBanner error={error} action={again} />
      )}
    </div>
  )
}
