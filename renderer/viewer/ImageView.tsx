import { useEffect, useMemo, useState } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRoom } from './use-room.ts'
import { lying, scaleOf, type Size, type Turn, type Zoom } from './zoom.ts'

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly name: string
  readonly zoom: Zoom
  readonly turn: Turn
  onScale(scale: number): void
}

const margin = 32

/** One picture, as large as asked, turned as asked. */
export function ImageView({ bytes, type, name, zoom, turn, onScale }: Props) {
  const { follow, room } = useRoom()
  const [size, setSize] = useState<Size>()
  const [broken, setBroken] = useState(false)
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type })), [bytes, type])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  const lies = size && lying(size, turn)
  const scale = lies ? scaleOf(zoom, lies, { width: room.width - margin, height: room.height - margin }) : 1
  useEffect(() => onScale(scale), [scale, onScale])
  if (broken)
    return (
      <EmptyState icon="warn" title="这张图片损坏，显示不出来。">
        可以另存后用别的程序试试，或重新扫描后换上。
      </EmptyState>
    )
  return (
    <div className="viewer-room" ref={follow} tabIndex={0} role="group" aria-label={name}>
      <div className="viewer-image" style={lies ? { width: lies.width * scale, height: lies.height * scale } : { visibility: 'hidden' }}>
        <img
          src={url}
          alt={name}
          draggable={false}
          style={size ? { width: size.width * scale, height: size.height * scale, transform: `translate(-50%, -50%) rotate(${turn}deg)` } : {}}
          onLoad={({ currentTarget }) => setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
          onError={() => setBroken(true)}
        />
      </div>
    </div>
  )
}
