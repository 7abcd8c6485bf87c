import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { emptyPassword, NewPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { PasswordBox } from '../../ui/PasswordBox.tsx'

/** 改口令: one's own, with the current one. Records stay as they are. */
export function PasswordDialog({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  return open ? <Form onClose={onClose} /> : null
}

function Form({ onClose }: { onClose(): void }) {
  const { user } = useSession()
  const say = useSay()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(emptyPassword)
  const change = useCommand('session.changePassword')
  const ready = usePasswordReady(user, next) && current !== ''
  const perform = () =>
    change.mutate(
      { current, next: next.password },
      {
        onSuccess: () => {
          say('口令已改，下次解锁用新口令')
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      title="改口令"
      sub={`${user}，只改本人的口令，台账里的记录不变。`}
      primary={{ label: '改口令', disabled: !ready, perform }}
      busy={change.isPending}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={change.error} />
        <Field label="当前口令" required>
          <PasswordBox value={current} autoFocus onChange={setCurrent} />
        </Field>
        <NewPassword user={user} value={next} label="新口令" onChange={setNext} />
      </div>
    </Dialog>
  )
}
