import { Icon } from '../ui/Icon.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import type { Place } from './places.ts'

interface Props {
  readonly place: Place
  readonly current: boolean
}

const lit = (current: boolean) => (current ? 'page' : undefined)

/** A place in the first or last part of the navigation: with its icon, or in the rail the icon alone. */
export function NavItem({ place, current, rail }: Props & { readonly rail: boolean }) {
  const link = (
    <a href={`#${place.path}`} className="nav-item" aria-current={lit(current)} aria-label={rail ? place.label : undefined}>
      <Icon name={place.icon} />
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

/** Places of one group: screens made for it first, its registers under a line. */
export function NavList({ places, isCurrent, onChosen }: { readonly places: readonly Place[]; isCurrent(place: Place): boolean; onChosen?(): void }) {
  const firstRegister = places.findIndex(place => place.name.startsWith('register '))
  return places.map((place, i) => (
    <a
      key={place.name}
      href={`#${place.path}`}
      className={i > 0 && i === firstRegister ? 'nav-item sub apart' : 'nav-item sub'}
      aria-current={lit(isCurrent(place))}
      ref={isCurrent(place) ? scrollTo : undefined}
      onClick={onChosen}
    >
      {place.label}
    </a>
  ))
}

/** A place low in a long list is not lit out of sight. */
const scrollTo = (link: HTMLElement | null) => link?.scrollIntoView?.({ block: 'nearest' })
