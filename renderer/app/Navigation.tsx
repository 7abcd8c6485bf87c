import { useEffect, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { type Place, type PlaceName, placesFor } from './places.ts'
import { useSession } from './session.tsx'

function Item({ place, current, rail, sub }: { readonly place: Place; readonly current: boolean; readonly rail: boolean; readonly sub?: boolean }) {
  const link = (
    <a
      href={`#${place.path}`}
      className={sub && !rail ? 'nav-item sub' : 'nav-item'}
      aria-current={current ? 'page' : undefined}
      aria-label={rail ? place.label : undefined}
    >
      {(rail || !sub) && <Icon name={place.icon} />}
      {!rail && place.label}
    </a>
  )
  return rail ? (
    <Tooltip title={place.label} beside>
      {link}
    </Tooltip>
  ) : (
    link
  )
}

/** The places this role has a right to. One group open at a time; in a narrow window a rail of icons. */
export function Navigation({ current, rail }: { readonly current: PlaceName | null; readonly rail: boolean }) {
  const { role } = useSession()
  const { groups, tools } = placesFor(role)
  const home = groups.find(group => group.places.some(place => place.name === current))?.label
  const [open, setOpen] = useState(home ?? groups[0]?.label)
  useEffect(() => {
    if (home) setOpen(home)
  }, [home])
  return (
    <nav className="nav" aria-label="主导航">
      {groups.map(group => {
        const isOpen = rail || open === group.label
        return (
          <div key={group.label}>
            {!rail && (
              <button
                type="button"
                className={isOpen ? 'nav-item open' : 'nav-item'}
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? undefined : group.label)}
              >
                <Icon name={group.icon} />
                {group.label}
                <Icon name={isOpen ? 'up' : 'down'} size={14} className="chevron" />
              </button>
            )}
            {isOpen && group.places.map(place => <Item key={place.name} place={place} current={place.name === current} rail={rail} sub />)}
          </div>
        )
      })}
      {groups.length > 0 && <hr />}
      {tools.map(place => (
        <Item key={place.name} place={place} current={place.name === current} rail={rail} />
      ))}
    </nav>
  )
}
