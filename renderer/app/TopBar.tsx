import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useRef, useState } from 'react'
import { PasswordDialog } from '../features/lobby/PasswordDialog.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { OrganizationPicker } from './OrganizationPicker.tsx'
import { useSession } from './session.tsx'
import { YearStepper } from './YearStepper.tsx'

/** Organization, year, search, lock, user: on every screen, in this order. */
export function TopBar({ onSearch, onLock }: { onSearch(): void; onLock(): void }) {
  const { mayRead } = useSession()
  return (
    <header className="top">
      {mayRead && <OrganizationPicker />}
      {mayRead && <YearStepper />}
      <span className="space" />
      {mayRead && (
        <button type="button" className="find" aria-label="查找 Ctrl K" onClick={onSearch}>
          <Icon name="search" />
          <span className="ellipsis">找人、组织、活动</span>
          <span className="space" />
          <Kbd keys="Ctrl K" />
        </button>
      )}
      <IconAction icon="lock" title="锁定 Ctrl L" onClick={onLock} />
      <UserMenu onLock={onLock} />
    </header>
  )
}

function UserMenu({ onLock }: { onLock(): void }) {
  const { user, roleLabel } = useSession()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [changing, setChanging] = useState(false)
  const choose = (then: () => void) => () => {
    setOpen(false)
    then()
  }
  return (
    <>
      <button ref={button} type="button" className="who" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="user" />
        <span>
          {user} <span className="ink-3">{roleLabel}</span>
        </span>
      </button>
      <Menu
        open={open}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => setOpen(false)}
      >
        <MenuItem onClick={choose(() => setChanging(true))}>
          <Icon name="key" />
          改口令
        </MenuItem>
        <MenuItem onClick={choose(onLock)}>
          <Icon name="lock" />
          锁定
          <span style={{ marginLeft: 24 }}>
            <Kbd keys="Ctrl L" />
          </span>
        </MenuItem>
      </Menu>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  )
}
