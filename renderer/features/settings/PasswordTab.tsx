import { type FormEvent, useState } from 'react'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { emptyPassword, NewPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { useSession } from '../../app/session.tsx'
import { failedWith } from '../../records/failed-with.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordBox } from '../../ui/PasswordBox.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { valueText } from './parameters.ts'
import { useParameters } from './use-parameters.ts'

/** 口令与锁定: one's own password, and how the ledger locks itself. */
export function PasswordTab({ onParameter }: { onParameter(key: string): void }) {
  return (
    <div className="settings-cards">
      <ChangePassword />
      <Locking onParameter={onParameter} />
    </div>
  )
}

/** What to say below 当前口令; nothing for failures that are not about it. */
function currentFault(error: unknown): string | undefined {
  if (failedWith(error, 'session.wrongPassword'))
    return `当前口令不对，口令没有改。${error.facts.waitSeconds > 0 ? `连错 ${error.facts.failures} 次，请等 ${error.facts.waitSeconds} 秒再试。` : ''}`
  if (failedWith(error, 'session.wait')) return `连续输错，还要等 ${error.facts.waitSeconds} 秒。口令没有改。`
  return undefined
}

function ChangePassword() {
  const { user } = useSession()
  const say = useSay()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(emptyPassword)
  const change = useCommand('session.changePassword')
  const ready = usePasswordReady(user, next) && current !== '' && !change.isPending
  const fault = currentFault(change.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    change.mutate(
      { current, next: next.password },
      {
        onSuccess: () => {
          say('口令已改，下次解锁用新口令')
          setCurrent('')
          setNext(emptyPassword)
        },
      },
    )
  }
  return (
    <Card title="改口令" note={`${user}，只改本人的`}>
      <form className="settings-form" noValidate onSubmit={submit}>
        {change.error && !fault && <ErrorBanner error={change.error} />}
        <Field label="当前口令" required fault={fault}>
          <PasswordBox value={current} onChange={typed => (setCurrent(typed), change.reset())} />
        </Field>
        <NewPassword user={user} value={next} label="新口令" onChange={setNext} />
        <p className="t12 ink-3">忘记口令时请系统管理员重设，或用建台账时打印的恢复码。口令不存在任何地方，谁也查不到。</p>
        <div>
          <Button kind="primary" submit disabled={!ready}>
            改口令
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Locking({ onParameter }: { onParameter(key: string): void }) {
  const { idleMinutes, mayRead, mayWrite, today } = useSession()
  const { living } = useParameters(mayRead)
  const listed = parameterOn(living, 'security.listUsers', today)
  const marked = parameterOn(living, 'security.screenMark', today)
  const idle = parameterOn(living, 'security.idleMinutes', today)
  return (
    <Card title="锁定">
      <dl className="settings-rows">
        <Row label="闲置多久自动锁定" value={`${idleMinutes} 分钟`} onOpen={mayWrite ? () => onParameter('security.idleMinutes') : undefined}>
          {idle && idle.value !== idleMinutes ? `已改为 ${idle.value} 分钟，下次解锁起生效` : '没有键盘和鼠标动作就锁；正在导入、打印时不锁'}
        </Row>
        {mayRead && (
          <Row
            label="锁定时列出使用人"
            value={valueText('security.listUsers', listed?.value)}
            onOpen={mayWrite ? () => onParameter('security.listUsers') : undefined}
          >
            列出便于选人；不列出，别人看不到谁在用
          </Row>
        )}
        {mayRead && (
          <Row
            label="屏幕上显示水印"
            value={valueText('security.screenMark', marked?.value)}
            onOpen={mayWrite ? () => onParameter('security.screenMark') : undefined}
          >
            淡淡一层姓名、电脑、时间，拍屏查得到出处；下次解锁起生效
          </Row>
        )}
      </dl>
      <div className="section row">
        <Button icon="lock" keys="Ctrl L" onClick={() => void call('lobby.lock', {}).catch(() => {})}>
          立即锁定
        </Button>
        {!mayWrite && <span className="t12 ink-3">由经办人或部长在“指标与参数”里改</span>}
      </div>
    </Card>
  )
}

function Row({
  label,
  value,
  children,
  onOpen,
}: {
  readonly label: string
  readonly value: string
  readonly children: string
  readonly onOpen: (() => void) | undefined
}) {
  return (
    <div>
      <dt>
        {label}
        <span className="t12 ink-3">{children}</span>
      </dt>
      <dd>{value}</dd>
      {onOpen && (
        <Button small onClick={onOpen}>
          改{label === '锁定时列出使用人' ? '这一项' : '时长'}
        </Button>
      )}
    </div>
  )
}
