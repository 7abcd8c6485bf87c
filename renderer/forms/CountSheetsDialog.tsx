import { useState } from 'react'
import { ballotKinds } from '../../shared/domain/ballot-words.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays } from '../../shared/rules/days.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
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
  readonly organizationId: string | undefined
  /** The round to begin with; else the newest of the year. */
  readonly roundId?: string | undefined
  onClose(): void
}

type Shape = 'each' | 'one'
const outside = '不在轮次里的'
/** So many of a list come at once. */
const most = 500

/** 发计票表: for each ballot of a round that is still to be counted, a workbook of its own or a sheet in one. Mounted while it is open. */
export function CountSheetsDialog({ organizationId, roundId, onClose }: Props) {
  const { year, today } = useScope()
  const { office } = useSession()
  const say = useSay()
  const within = organizationId === undefined ? {} : { organizationId }
  const rounds = useQuery('ballot.rounds', { year, ...within })
  const [chosenRound, setRound] = useState(roundId)
  const round = chosenRound ?? rounds.data?.[0]?.id ?? ''
  const asked = { year, ...within, ...(round !== '' && { roundId: round }) }
  const list = useQuery('ballot.list', { ...asked, offset: 0, limit: most })
  // A county has more branches than one piece of a list holds.
  const rest = useQuery('ballot.list', { ...asked, offset: most, limit: most }, { enabled: (list.data?.total ?? 0) > most })
  const [shape, setShape] = useState<Shape>('each')
  const [backBy, setBackBy] = useState<string | null>(null)
  const [backTo, setBackTo] = useState(office)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const progress = useJob(job)
  const all = [...(list.data?.rows ?? []), ...((list.data?.total ?? 0) > most ? (rest.data?.rows ?? []) : [])]
  const waiting = all.filter(row => (row.state === 'planned' || row.state === 'counting') && row.rows > 0 && (round !== '' || row.roundId === null))
  const chosen = waiting.filter(row => !left.has(row.id))
  const day = readDate(backBy ?? addDays(today, 10), today)
  const title = rounds.data?.find(found => found.id === round)?.name ?? `${year}年测评`

  const write = async () => {
    if (!day) return
    setError(null)
    const id = newJobId()
    try {
      const place = await choosePlace(shape, title)
      if (!place) return
      setJob(id)
      const { files, ballots } = await call('import.countSheets', {
        ballotIds: chosen.map(row => row.id),
        ...place.given,
        backBy: day,
        backTo: backTo.trim(),
        job: id,
      })
      say(shape === 'one' ? `已把 ${ballots} 次测评的计票表写到“${place.path}”` : `已在“${place.path}”写好 ${files} 份计票表`)
      onClose()
    } catch (cause) {
      setJob(undefined)
      if (!(cause instanceof AppError && cause.code === 'job.cancelled')) setError(cause)
    }
  }
  return (
    <Dialog
      open
      size={720}
      title="发计票表"
      sub="名单、等次和合计都写好，支部只填票数；填好后在“数据导入”整本导回。"
      closeLabel={job ? '停止' : '取消'}
      busy={job !== undefined}
      onClose={() => (job ? cancelJob(job) : onClose())}
      note={<span className="t12 ink-3">{shape === 'one' ? `${chosen.length} 次测评，一个文件` : `${chosen.length} 次测评，每次一个文件`}</span>}
      primary={{
        label: shape === 'one' ? '存为…' : '写到文件夹…',
        disabled: chosen.length === 0 || !day || backTo.trim() === '',
        perform: () => void write(),
      }}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={error ?? rounds.error ?? list.error ?? rest.error} />
        {progress && <JobPanel job={progress} unit="次测评" onCancel={() => cancelJob(progress.id)} />}
        <div className="record-fields">
          <Field label="轮次">
            <SelectBox
              label={`${year} 年的轮次`}
              value={round}
              options={[
                ...(rounds.data ?? []).map(({ id, name, kind }) => ({ value: id, label: `${name}（${ballotKinds[kind]}）` })),
                { value: '', label: outside },
              ]}
              onChange={value => {
                setRound(value ?? '')
                setLeft(new Set())
              }}
            />
          </Field>
          <Field label="怎样发">
            <Segmented<Shape>
              label="怎样发"
              value={shape}
              options={[
                { value: 'each', label: '每次测评一个文件' },
                { value: 'one', label: '合成一个文件' },
              ]}
              onChange={setShape}
            />
          </Field>
          <BackByField value={backBy ?? addDays(today, 10)} isDay={day !== null} today={today} onChange={setBackBy} />
          <BackToField value={backTo} onChange={setBackTo} />
        </div>
        <Field label="还没有封票的测评">
          <ChosenList
            items={waiting.map(row => ({ id: row.id, name: row.organization }))}
            left={left}
            placeholder="党组织名称"
            empty={list.isPending ? '正在取数' : '这里没有还要计票的测评'}
            onLeave={setLeft}
          />
        </Field>
      </div>
    </Dialog>
  )
}

async function choosePlace(shape: Shape, title: string): Promise<{ path: string; given: { folder: string } | { save: string } } | null> {
  if (shape === 'one') {
    const file = await call('shell.chooseSave', { kind: 'workbook', name: `${title}计票表.xlsx` })
    return file && { path: file.name, given: { save: file.token } }
  }
  const folder = await call('shell.chooseFolder', { title: '计票表放在哪个文件夹' })
  return folder && { path: folder.path, given: { folder: folder.token } }
}
