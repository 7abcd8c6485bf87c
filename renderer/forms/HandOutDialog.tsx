import { useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { monthOf, periodEnd } from '../../shared/rules/days.ts'
import { call } from '../api/client.ts'
import { cancelJob, newJobId, useJob } from '../app/jobs.tsx'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { JobPanel } from '../ui/JobPanel.tsx'
import { readDate } from '../ui/read-date.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { SelectBox } from '../ui/SelectBox.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { BackByField, BackToField } from './BackFields.tsx'
import { ChosenList } from './ChosenList.tsx'

interface Props {
  /** Every open branch at or below it is offered; of the whole office without one. */
  readonly organizationId: string | undefined
  onClose(): void
}

type Span = 'quarter' | 'month'
const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']

/** 发上报表: one workbook for each chosen branch into a folder. Mounted while it is open. */
export function HandOutDialog({ organizationId, onClose }: Props) {
  const { tree, year, today } = useScope()
  const { office } = useSession()
  const say = useSay()
  const [span, setSpan] = useState<Span>('quarter')
  const [month, setMonth] = useState(monthOf(today))
  const quarter = Math.ceil(month / 3)
  const last = periodEnd(`${year}-${String(month).padStart(2, '0')}-01`, span === 'quarter' ? 3 : 1)
  const [backBy, setBackBy] = useState<string | null>(null)
  const [backTo, setBackTo] = useState(office)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const progress = useJob(job)
  const below = idsBelow(tree, organizationId)
  const branches = tree.filter(node => node.kind === 'branch' && below.has(node.id))
  const chosen = branches.filter(node => !left.has(node.id))
  const day = readDate(backBy ?? last, today)
  const write = async () => {
    if (!day) return
    setError(null)
    const id = newJobId()
    try {
      const folder = await call('shell.chooseFolder', { title: '上报表放在哪个文件夹' })
      if (!folder) return
      setJob(id)
      const { files } = await call('import.handOut', {
        organizationId,
        ...(chosen.length < branches.length && { branchIds: chosen.map(node => node.id) }),
        year,
        ...(span === 'quarter' ? { quarter } : { month }),
        backBy: day,
        backTo: backTo.trim(),
        folder: folder.token,
        job: id,
      })
      say(`已在“${folder.path}”写好 ${files} 个支部的上报表`)
      onClose()
    } catch (cause) {
      setJob(undefined)
      if (!(cause instanceof AppError && cause.code === 'job.cancelled')) setError(cause)
    }
  }
  const close = () => (job ? cancelJob(job) : onClose())
  return (
    <Dialog
      open
      size={720}
      title="发支部上报表"
      sub="每个支部一个工作簿：应开的会、党员名单都写好，填好后在“数据导入”整本导回。"
      closeLabel={job ? '停止' : '取消'}
      busy={job !== undefined}
      onClose={close}
      note={<span className="t12 ink-3">{chosen.length} 个支部，每个一个文件</span>}
      primary={{ label: `写到文件夹…`, disabled: chosen.length === 0 || !day || backTo.trim() === '', perform: () => void write() }}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={error} />
        {progress && <JobPanel job={progress} unit="个支部" onCancel={() => cancelJob(progress.id)} />}
        <div className="record-fields">
          <Field label="上报期间" required>
            <div className="row" style={{ gap: 8 }}>
              <Segmented<Span>
                label="按季度或按月"
                value={span}
                options={[
                  { value: 'quarter', label: '按季度' },
                  { value: 'month', label: '按月' },
                ]}
                onChange={setSpan}
              />
              <SelectBox
                label={`${year} 年的哪一段`}
                value={String(span === 'quarter' ? quarter : month)}
                options={
                  span === 'quarter'
                    ? quarters.map((label, i) => ({ value: String(i + 1), label: `${year} 年${label}` }))
                    : Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: `${year} 年 ${i + 1} 月` }))
                }
                onChange={value => setMonth(span === 'quarter' ? Number(value) * 3 : Number(value))}
              />
            </div>
          </Field>
          <BackByField value={backBy ?? last} isDay={day !== null} today={today} onChange={setBackBy} />
        </div>
        <BackToField value={backTo} onChange={setBackTo} />
        <Field label="党支部">
          <ChosenList items={branches} left={left} placeholder="支部名称" empty="这里还没有党支部" onLeave={setLeft} />
        </Field>
      </div>
    </Dialog>
  )
}

function idsBelow(tree: readonly { readonly id: string; readonly parentId: string | null }[], top: string | undefined): ReadonlySet<string> {
  if (top === undefined) return new Set(tree.map(node => node.id))
  const ids = new Set([top])
  // The tree comes with whatever stands above first.
  for (const node of tree) if (node.parentId !== null && ids.has(node.parentId)) ids.add(node.id)
  return ids
}
