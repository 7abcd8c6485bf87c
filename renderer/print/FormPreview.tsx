import { useEffect, useRef, useState } from 'react'
import { layOut } from './lay-out.ts'
import './forms.css'

interface Props {
  readonly template: string
  readonly props: unknown
  /** 1 is the size of the paper. */
  readonly zoom?: number
  onPages?(pages: number): void
}

/** The pages exactly as they will be printed, on a grey desk. */
export function FormPreview({ template, props, zoom = 1, onPages }: Props) {
  const desk = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(true)
  const report = useRef(onPages)
  report.current = onPages

  useEffect(() => {
    let current = true
    setBusy(true)
    layOut(template, props, document).then(
      pages => {
        if (!current) return
        desk.current?.replaceChildren(...pages)
        setBusy(false)
        report.current?.(pages.length)
      },
      (cause: unknown) => {
        if (current) setFailure(cause)
      },
    )
    return () => {
      current = false
    }
  }, [template, props])

  if (failure !== undefined) throw failure
  return <div ref={desk} className="form-desk" style={{ zoom }} aria-busy={busy} role="document" aria-label="打印预览" tabIndex={0} />
}
