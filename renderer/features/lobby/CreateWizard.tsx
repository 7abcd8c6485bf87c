import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Session } from '../../../shared/api/lobby.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { type OfficeDraft, PlaceStep, PresetStep, UserStep } from './CreateSteps.tsx'
import { LobbyFrame } from './LobbyFrame.tsx'
import { emptyPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { RecoveryCode } from '../../app/RecoveryCode.tsx'
import { WizardSteps } from './WizardSteps.tsx'

const steps = ['预置', '名称与位置', '系统管理员', '经办人', '恢复码'] as const
const person = { name: '', password: emptyPassword }

interface Props {
  readonly version: string
  onEnter(session: Session): void
  onBack(): void
}

/** 新建台账: preset, name and folder, two users, and the recovery code that is shown once. */
export function CreateWizard({ version, onEnter, onBack }: Props) {
  const [draft, setDraft] = useState<OfficeDraft>({ preset: 'national', name: '', folder: null, admin: person, clerk: person })
  const [step, setStep] = useState(0)
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const form = useRef<HTMLFormElement>(null)
  // What is missing gets the keyboard, so that one can go on typing.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const create = useCommand('lobby.create')
  const adminReady = usePasswordReady(draft.admin.name, draft.admin.password) && draft.admin.name.trim() !== ''
  const clerkReady =
    usePasswordReady(draft.clerk.name, draft.clerk.password) && draft.clerk.name.trim() !== '' && draft.clerk.name.trim() !== draft.admin.name.trim()
  const ready = [true, draft.name.trim().length >= 2 && draft.folder !== null, adminReady, clerkReady][step] ?? false

  const go = (to: number) => {
    setStep(to)
    setTries(0)
    create.reset()
  }
  const next = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return setTries(tries + 1)
    if (step < 3) return go(step + 1)
    if (!draft.folder || create.isPending) return
    create.mutate(
      {
        folder: draft.folder.token,
        preset: draft.preset,
        name: draft.name,
        admin: { name: draft.admin.name, password: draft.admin.password.password },
        clerk: { name: draft.clerk.name, password: draft.clerk.password.password },
      },
      { onSuccess: () => setStep(4) },
    )
  }
  const stepProps = { draft, tried, onChange: setDraft }
  return (
    <LobbyFrame foot={`组工台账 ${version}`} left={<WizardSteps title="新建台账" steps={steps} at={step} />}>
      {create.data ? (
        <RecoveryStep office={draft.name.trim()} code={create.data.recoveryCode} onEnter={onEnter} />
      ) : (
        <form ref={form} className="lobby-form wide" noValidate onSubmit={next}>
          <ErrorBanner error={create.error} />
          {step === 0 && <PresetStep {...stepProps} />}
          {step === 1 && <PlaceStep {...stepProps} />}
          {step === 2 && <UserStep {...stepProps} who="admin" />}
          {step === 3 && <UserStep {...stepProps} who="clerk" />}
          <div className="lobby-foot">
            <Button kind="text" icon="left" disabled={create.isPending} onClick={() => (step === 0 ? onBack() : go(step - 1))}>
              {step === 0 ? '返回' : '上一步'}
            </Button>
            <span className="space" />
            <Button kind="primary" submit disabled={create.isPending}>
              {create.isPending ? '正在建立' : step === 3 ? '建立台账' : '下一步'}
            </Button>
          </div>
        </form>
      )}
    </LobbyFrame>
  )
}

function RecoveryStep({ office, code, onEnter }: { readonly office: string; readonly code: string; onEnter(session: Session): void }) {
  const [sealed, setSealed] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (sealed) call('session.current', {}).then(onEnter, setError)
  }
  return (
    <form className="lobby-form wide" onSubmit={enter}>
      <h2>恢复码</h2>
      <p>忘记口令时，凭它打开台账。只在这里出现一次，程序不留底，遗失不补。</p>
      <ErrorBanner error={error} />
      <RecoveryCode office={office} code={code} />
      <Check checked={sealed} label="已抄写或打印，并封存" onChange={setSealed} />
      <div className="lobby-foot">
        <Button icon="print" autoFocus onClick={() => window.print()}>
          打印恢复码
        </Button>
        <span className="space" />
        <Button kind="primary" submit disabled={!sealed}>
          进入台账
        </Button>
      </div>
    </form>
  )
}
