import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { stepAmong } from './nav-keys.ts'
import { NavList } from './NavItem.tsx'
import type { Place, PlaceGroup } from './places.ts'

interface Props {
  readonly group: PlaceGroup
  readonly open: boolean
  /** The place in view is one of its. */
  readonly holds: boolean
  isCurrent(place: Place): boolean
  onOpen(): void
  onClose(): void
  onPointer(inside: boolean): void
}

/** A group in the rail: its icon, and beside it the list of its places while one points at it, has the keyboard there or clicked it. */
export function NavRailGroup({ group, open, holds, isCurrent, onOpen, onClose, onPointer }: Props) {
  const id = useId()
  const holder = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const pointed = useRef(false)
  const point = (inside: boolean) => {
    pointed.current = inside
    onPointer(inside)
  }
  useLayoutEffect(() => {
    if (open && button.current && list.current) place(list.current, button.current)
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    const inside = list.current?.contains(document.activeElement) ?? false
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      button.current?.focus()
      onClose()
    } else if (event.key === 'ArrowLeft' && inside) {
      button.current?.focus()
    } else if ((event.key === 'ArrowRight' || event.key === 'Enter' || event.key === ' ') && !inside) {
      event.preventDefault()
      onOpen()
      // The list is there after this render.
      setTimeout(() => (list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current?.querySelector('a'))?.focus())
    } else if (inside) stepAmong(event, list.current)
  }
  const onBlur = (event: FocusEvent) => {
    // A page that has just come takes the keyboard; the pointer may still be on its way to the list.
    if (!pointed.current && !holder.current?.contains(event.relatedTarget)) onClose()
  }
  return (
    <div ref={holder} onPointerEnter={() => point(true)} onPointerLeave={() => point(false)} onBlur={onBlur} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={holds ? 'nav-item holds' : 'nav-item'}
        aria-label={group.label}
        aria-expanded={open}
        aria-controls={id}
        onFocus={onOpen}
        onClick={onOpen}
      >
        <Icon name={group.icon} />
      </button>
      {open && (
        <div ref={list} id={id} className="nav-fly" role="group" aria-label={group.label} data-steps>
          <h2>{group.label}</h2>
          <div className="nav-fly-list">
            <NavList places={group.places} isCurrent={isCurrent} onChosen={onClose} />
          </div>
        </div>
      )}
    </div>
  )
}

/** Beside its icon, moved up where it would leave the window. */
function place(list: HTMLElement, beside: HTMLElement) {
  const { top, right } = beside.getBoundingClientRect()
  list.style.left = `${right}px`
  list.style.top = `${Math.max(8, Math.min(top - 4, window.innerHeight - list.offsetHeight - 8))}px`
}
