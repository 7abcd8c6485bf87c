import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { photoLimitKb } from '../../../shared/rules/sheet-photo.ts'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useSayDone } from '../../app/undo.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Crop, cutOut, frame, heldIn, placeOf } from './crop.ts'

interface Props {
  readonly record: Cadre
  readonly name: string
  onClose(): void
}

const whole: Crop = { zoom: 1, x: 0, y: 0 }
const mostZoom = 4

/** 照片: chosen, moved and enlarged behind a frame of 4:5, kept as a small JPEG. */
export function PhotoDialog({ record, name, onClose }: Props) {
  const done = useSayDone()
  const command = useCommand('cadre.setPhoto')
  const [chosen, setChosen] = useState<{ readonly name: string; readonly url: string }>()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>()
  const [crop, setCrop] = useState(whole)
  const [error, setError] = useState<unknown>()
  const [unreadable, setUnreadable] = useState(false)
  const picture = useRef<HTMLImageElement>(null)
  const held = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined)

  const choose = async () => {
    const file = await call('shell.chooseFile', { kind: 'attachment' })
    if (!file) return
    setError(undefined)
    setUnreadable(false)
    try {
      const opened = await call('cadre.openPicture', { file: file.token })
      setSize(undefined)
      setCrop(whole)
      setChosen({ name: opened.name, url: `data:${opened.type};base64,${opened.data}` })
    } catch (cause) {
      setError(cause)
    }
  }
  const to = (next: Crop) => size && setCrop(heldIn(size, { ...next, zoom: Math.min(mostZoom, Math.max(1, next.zoom)) }))
  const drag = (event: PointerEvent) => {
    if (!held.current) return
    const { x, y } = held.current
    held.current = { x: event.clientX, y: event.clientY }
    to({ ...crop, x: crop.x + event.clientX - x, y: crop.y + event.clientY - y })
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 20 : 4
    const moves: Readonly<Record<string, Partial<Crop>>> = {
      ArrowLeft: { x: crop.x - step },
      ArrowRight: { x: crop.x + step },
      ArrowUp: { y: crop.y - step },
      ArrowDown: { y: crop.y + step },
      '+': { zoom: crop.zoom * 1.1 },
      '=': { zoom: crop.zoom * 1.1 },
      '-': { zoom: crop.zoom / 1.1 },
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    to({ ...crop, ...move })
  }
  const save = async () => {
    const data = picture.current && size ? await cutOut(picture.current, crop) : undefined
    if (data === undefined) return
    command.mutate(
      { cadreId: record.id, version: record.version, data },
      {
        onSuccess: () => {
          done(`已换${name}的照片`)
          onClose()
        },
      },
    )
  }
  const place = size && placeOf(size, crop)
  return (
    <Dialog
      open
      title={`${name}的照片`}
      sub={`近期免冠照片，按 4:5 裁切，存为不大于 ${photoLimitKb} KB 的 JPEG。`}
      busy={command.isPending}
      primary={{ label: '存为照片', disabled: !size, perform: () => void save() }}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={error ?? command.error} />
        {unreadable && (
          <Banner kind="error">
            <b>这个文件打不开。</b>换一张 JPEG 或 PNG 图片。
          </Banner>
        )}
        <div className="cadre-crop">
          <div
            className="cadre-crop-frame"
            style={frame}
            tabIndex={chosen ? 0 : -1}
            role="application"
            aria-label="裁切：方向键移动，+ − 缩放"
            onKeyDown={keys}
            onPointerDown={event => {
              if (!chosen) return
              held.current = { x: event.clientX, y: event.clientY }
              event.currentTarget.setPointerCapture(event.pointerId)
            }}
            onPointerMove={drag}
            onPointerUp={() => (held.current = undefined)}
            onWheel={event => to({ ...crop, zoom: crop.zoom * (event.deltaY < 0 ? 1.06 : 1 / 1.06) })}
          >
            {chosen ? (
              <img
                ref={picture}
                alt={chosen.name}
                src={chosen.url}
                draggable={false}
                style={place ?? { visibility: 'hidden' }}
                onLoad={event => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })}
                onError={() => {
                  setChosen(undefined)
                  setUnreadable(true)
                }}
              />
            ) : (
              <Button icon="photo" autoFocus onClick={() => void choose()}>
                选择照片
              </Button>
            )}
          </div>
          <div className="col" style={{ gap: 12 }}>
            {chosen && (
              <>
                <label className="t12 ink-2">
                  缩放
                  <input
                    type="range"
                    min={1}
                    max={mostZoom}
                    step={0.01}
                    value={crop.zoom}
                    onChange={event => to({ ...crop, zoom: Number(event.target.value) })}
                  />
                </label>
                <p className="t12 ink-3">拖动照片移动，滚轮缩放；键盘用方向键和 + −。</p>
                <div>
                  <Button small onClick={() => void choose()}>
                    换一张
                  </Button>
                </div>
              </>
            )}
          </div>
        </div>
      </div>
    </Dialog>
  )
}
