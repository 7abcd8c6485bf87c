import { type ReactNode, useEffect, useState } from 'react'
import { IconAction } from './IconAction.tsx'

/** True while the window is narrower than so many pixels. */
export function useNarrow(width = 1400): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < width)
  useEffect(() => {
    const measure = () => setNarrow(window.innerWidth < width)
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [width])
  return narrow
}

interface Props {
  readonly open: boolean
  readonly width?: number
  readonly label: string
  readonly panel: ReactNode
  readonly children: ReactNode
  onClose(): void
}

/**
 * Work on the left, the thing selected explained on the right. In a window under 1400 px the panel is a drawer that closes with its
 * cross or Esc; the list gives it room, so that no column lies under it.
 */
export function WithPanel({ open, width = 320, label, panel, children, onClose }: Props) {
  const narrow = useNarrow()
  const columns = open ? `minmax(0,1fr) ${width}px` : 'minmax(0,1fr)'
  return (
    <div className={narrow ? 'with-panel narrow' : 'with-panel'} style={{ gridTemplateColumns: columns }}>
      {children}
      {open && (
        <aside
          className={narrow ? 'card side-panel drawer' : 'card side-panel'}
          aria-label={label}
          onKeyDown={event => narrow && event.key === 'Escape' && onClose()}
        >
          {narrow && (
            <div className="side-title">
              {label}
              <span className="space" />
              <IconAction icon="cross" title="关闭 Esc" onClick={onClose} />
            </div>
          )}
          {panel}
        </aside>
      )}
    </div>
  )
}
