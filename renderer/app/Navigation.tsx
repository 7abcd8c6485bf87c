import { useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { stepAmong } from './nav-keys.ts'
import { NavItem, NavList } from './NavItem.tsx'
import { NavRailGroup } from './NavRailGroup.tsx'
import { type Place, type PlaceGroup, type PlaceName, placesFor } from './places.ts'
import { useSession } from './session.tsx'
import './navigation.css'

/** How long the pointer may be on its way from an icon to its list, in milliseconds. */
const onTheWay = 200

interface GroupsProps {
  readonly groups: readonly PlaceGroup[]
  /** The group that holds the place in view. */
  readonly home: string | undefined
  isCurrent(place: Place): boolean
}

/** The places this role has a right to. Groups in the middle, one open at a time; what serves all of them stays at the bottom. */
export function Navigation({ current, rail }: { readonly current: PlaceName | null; readonly rail: boolean }) {
  const { front, groups, tools } = placesFor(useSession())
  const nav = useRef<HTMLElement>(null)
  const isCurrent = (place: Place) => place.name === current
  const given = { groups, isCurrent, home: groups.find(group => group.places.some(isCurrent))?.label }
  return (
    <nav ref={nav} className="nav" aria-label="主导航" data-steps onKeyDown={event => void stepAmong(event, nav.current)}>
      {front.length > 0 && (
        <div className="nav-front">
          {front.map(place => (
            <NavItem key={place.name} place={place} current={isCurrent(place)} rail={rail} />
          ))}
        </div>
      )}
      {groups.length > 0 && <div className="nav-groups">{rail ? <RailGroups {...given} /> : <Accordion {...given} />}</div>}
      <div className="nav-tools">
        {tools.map(place => (
          <NavItem key={place.name} place={place} current={isCurrent(place)} rail={rail} />
        ))}
      </div>
    </nav>
  )
}

function Accordion({ groups, home, isCurrent }: GroupsProps) {
  const [open, setOpen] = useState(home ?? groups[0]?.label)
  useEffect(() => {
    if (home) setOpen(home)
  }, [home])
  return groups.map(group => {
    const isOpen = open === group.label
    const looks = ['nav-item', isOpen ? 'open' : '', home === group.label && !isOpen ? 'holds' : ''].filter(Boolean).join(' ')
    return (
      <div key={group.label} className={isOpen ? 'nav-group open' : 'nav-group'}>
        <button type="button" className={looks} aria-expanded={isOpen} onClick={() => setOpen(isOpen ? undefined : group.label)}>
          <Icon name={group.icon} />
          {group.label}
          <Icon name={isOpen ? 'up' : 'down'} size={14} className="chevron" />
        </button>
        {isOpen && (
          <div className="nav-list">
            <NavList places={group.places} isCurrent={isCurrent} />
          </div>
        )}
      </div>
    )
  })
}

function RailGroups({ groups, home, isCurrent }: GroupsProps) {
  const [open, setOpen] = useState<string>()
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(leaving.current), [])
  const onPointer = (label: string) => (inside: boolean) => {
    clearTimeout(leaving.current)
    if (inside) setOpen(label)
    else leaving.current = setTimeout(() => setOpen(now => (now === label ? undefined : now)), onTheWay)
  }
  return groups.map(group => (
    <NavRailGroup
      key={group.label}
      group={group}
      open={open === group.label}
      holds={home === group.label}
      isCurrent={isCurrent}
      onOpen={() => setOpen(group.label)}
      onClose={() => setOpen(now => (now === group.label ? undefined : now))}
      onPointer={onPointer(group.label)}
    />
  ))
}
