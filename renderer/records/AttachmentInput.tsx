import { useEffect, useRef, useState } from 'react'
import { secretHolderOf } from '../../shared/domain/ownership.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { sizeText } from '../ui/say-size.ts'
import { useSay } from '../ui/Snackbar.tsx'
import { useViewer } from '../viewer/use-viewer.tsx'
import type { InputProps } from './inputs.tsx'
import { useSaveAttachment } from './use-save-attachment.ts'

/** A file kept with the record, encrypted with everything else. */
export function AttachmentInput({ field, value, disabled, onChange, onBlur }: InputProps) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const save = useSaveAttachment()
  const { look, viewer } = useViewer()
  const id = typeof value === 'string' ? value : undefined
  const names = useQuery('attachment.names', { ids: id ? [id] : [] }, { enabled: id !== undefined, keep: false })
  const file = id ? names.data?.[id] : undefined

  // The button that was pressed goes as soon as there is a file, or none: the keyboard goes on at the one in its place.
  const frame = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    if (!pressed.current || busy) return
    pressed.current = false
    frame.current?.querySelector<HTMLElement>('[data-choose] button')?.focus()
  }, [busy, id])

  const choose = async () => {
    const chosen = await call('shell.chooseFile', { kind: 'attachment' })
    if (!chosen) return
    pressed.current = true
    setBusy(true)
    try {
      onChange((await call('attachment.add', { file: chosen.token, holder: secretHolderOf(field) })).id)
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
      onBlur()
    }
  }
  if (!id)
    return (
      <div ref={frame} data-choose>
        <Button icon="clip" disabled={disabled || busy} onClick={() => void choose()}>
          {busy ? '正在存入' : '选择文件'}
        </Button>
      </div>
    )
  return (
    <div ref={frame} className="row" style={{ gap: 4, minHeight: 32 }}>
      <span className="ellipsis">{file?.name ?? '附件'}</span>
      <span className="t12 ink-3">{file && sizeText(file.size)}</span>
      <span className="space" />
      <IconAction icon="eye" title="查看" disabled={!file} onClick={() => id && file && look([{ id, name: file.name }])} />
      <IconAction icon="download" title="另存为" disabled={!file} onClick={() => id && file && void save(id, file.name)} />
      {!disabled && (
        <span data-choose>
          <Button small disabled={busy} onClick={() => void choose()}>
            换一个
          </Button>
        </span>
      )}
      {!disabled && <IconAction icon="cross" title="去掉附件" onClick={() => ((pressed.current = true), onChange(null))} />}
      {viewer}
    </div>
  )
}
