import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { Icon } from './Icon.tsx'
import { IconAction } from './IconAction.tsx'
import type { IconName } from './icons.ts'

export interface MoreItem {
  readonly icon: IconName
  readonly label: string
  /** It takes something away. */
  readonly danger?: boolean
  perform(): void
}

interface Props {
  readonly items: readonly MoreItem[]
  /** Beside buttons with a frame it has one too. */
  readonly framed?: boolean
}

/** 更多: what is done here now and then. */
export function MoreMenu({ items, framed = false }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  const button = <IconAction icon="dots" title="更多" onClick={event => setAnchor(event.currentTarget)} />
  return (
    <>
      {framed ? <span className="profile-more">{button}</span> : button}
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        {items.map(({ icon, label, danger, perform }) => (
          <MenuItem
            key={label}
            sx={danger ? { color: 'var(--red)' } : {}}
            onClick={() => {
              setAnchor(undefined)
              perform()
            }}
          >
            <Icon name={icon} />
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
