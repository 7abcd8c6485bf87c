import { type FormEvent, useState } from 'react'
import type { BackupFacts } from '../../../shared/api/backup.ts'
import { call } from '../../api/client.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { JobPanel } from '../../ui/JobPanel.tsx'
import { LobbyFrame } from './LobbyFrame.tsx'
import { BackupFactsList, Chosen, Opener, type OpenerDraft, Restored } from './RestoreSteps.tsx'
import type { LobbyStatus } from './UnlockForm.tsx'
import { useLobbyJob } from './use-lobby-job.ts'
import { WizardSteps } from './WizardSteps.tsx'

const steps = ['选备份', '放在哪里', '口令或恢复码', '恢复']

interface Props {
  readonly version: string
  /** The office is there, and locked. */
  onRestored(status: LobbyStatus): void
  onBack(): void
}

interface Done {
  readonly status: LobbyStatus
  readonly folder: string
  readonly aside: string | null
}

/** 从备份恢复: which backup, what is in it, where to, who opens it; then it is unpacked and proved. Nothing is overwritten. */
export function RestoreWizard({ version, onRestored, onBack }: Props) {
  const [file, setFile] = useState<{ readonly token: string; readonly facts: BackupFacts }>()
  const [folder, setFolder] = useState<{ readonly token: string; readonly path: string }>()
  const [opener, setOpener] = useState<OpenerDraft>({ by: 'password', user: '', secret: '' })
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<Done>()
  const progress = useLobbyJob(job)

  const guarded = async (work: () => Promise<void>) => {
    setError(null)
    try {
      await work()
    } catch (cause) {
      setError(cause)
    }
  }
  const chooseFile = () =>
    guarded(async () => {
      const chosen = await call('shell.chooseFile', { kind: 'backup' })
      if (!chosen) return
      setFile(undefined)
      setFile({ token: chosen.token, facts: await call('lobby.lookIntoBackup', { file: chosen.token }) })
    })
  const chooseFolder = () =>
    guarded(async () => {
      const chosen = await call('shell.chooseFolder', { title: '恢复出来的台账放在哪里' })
      if (chosen) setFolder(chosen)
    })
  const named = opener.by === 'code' || opener.user.trim() !== ''
  const ready = file !== undefined && folder !== undefined && named && opener.secret !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || job) return
    const id = crypto.randomUUID()
    setJob(id)
    const user = opener.by === 'code' ? null : opener.user
    await guarded(async () => setDone(await call('lobby.restore', { file: file.token, folder: folder.token, user, secret: opener.secret, job: id })))
    setJob(undefined)
  }
  const at = done ? 4 : job ? 3 : [file, folder].filter(Boolean).length
  return (
    <LobbyFrame foot={`组工台账 ${version}`} left={<WizardSteps title="从备份恢复" steps={steps} at={at} />}>
      {done ? (
        <Restored facts={file?.facts} folder={done.folder} aside={done.aside} onEnter={() => onRestored(done.status)} />
      ) : (
        <form className="lobby-form wide" noValidate onSubmit={event => void submit(event)}>
          <h2>从备份恢复</h2>
          <p>换电脑、磁盘坏了、台账损坏或误删时用。先核对整份备份，无误才放到位；原有的台账改名留着，不覆盖。</p>
          <ErrorBanner error={error} />
          <Chosen
            label="备份文件"
            value={file?.facts.name}
            empty="以 .zgb 结尾，在 U 盘或备份文件夹里"
            verb="选备份"
            disabled={Boolean(job)}
            onChoose={chooseFile}
          >
            {file && <BackupFactsList facts={file.facts} />}
          </Chosen>
          <Chosen
            label="放在哪个文件夹"
            value={folder?.path}
            empty="空文件夹，或原来存放台账的文件夹"
            verb="选文件夹"
            disabled={Boolean(job)}
            onChoose={chooseFolder}
          />
          <Opener draft={opener} disabled={Boolean(job)} onChange={setOpener} />
          {progress && <JobPanel job={progress} onCancel={() => void call('lobby.cancelJob', { job: progress.id }).catch(() => {})} />}
          <div className="lobby-foot">
            <Button kind="text" icon="left" disabled={Boolean(job)} onClick={onBack}>
              返回
            </Button>
            <span className="space" />
            <Button kind="primary" submit disabled={!ready || Boolean(job)}>
              {job ? '正在恢复' : '核对并恢复'}
            </Button>
          </div>
        </form>
      )}
    </LobbyFrame>
  )
}
