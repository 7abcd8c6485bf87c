import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly address: string | null
  onDone(): void
  onClose(): void
}

/** 更新服务器: where the office's own web server keeps what sign-update made; empty for none. Mounted while it is open. */
export function ServerDialog({ address, onDone, onClose }: Props) {
  const [text, setText] = useState(address ?? '')
  const set = useCommand('update.setServer')
  const perform = () => set.mutate({ address: text.trim() === '' ? null : text.trim() }, { onSuccess: onDone })
  return (
    <Dialog
      open
      title="更新服务器"
      sub="只在点“检查更新”时连这一个地址，不发送任何台账内容。"
      primary={{ label: '保存', perform }}
      busy={set.isPending}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={set.error} />
        <Field label="服务器地址" help="单位内网放更新文件的网页目录，问网络管理员；不用就清空">
          <TextBox value={text} maxLength={300} autoFocus placeholder="http://10.1.2.3/zugong" onChange={setText} />
        </Field>
      </div>
    </Dialog>
  )
}
