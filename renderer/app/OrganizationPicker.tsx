import Popover from '@mui/material/Popover'
import { useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useLayer } from '../ui/layer.ts'
import { OrganizationTree } from './OrganizationTree.tsx'
import { useActions } from './shortcuts.ts'
import { useScope } from './scope.tsx'
import { useSession } from './session.tsx'

/** 当前组织: a tree to choose from, found by name or 拼音. Alt 1. */
export function OrganizationPicker() {
  const scope = useScope()
  const { office } = useSession()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useLayer(open)
  useActions([{ name: '切换组织', keys: 'Alt 1', typing: true, perform: () => setOpen(true) }])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <button ref={button} type="button" className="pick" title="切换组织 Alt 1" aria-haspopup="tree" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="tree" />
        <b className="ellipsis">{scope.name}</b>
        <span className="t12 ink-3">
          {scope.branches > 0 ? `${scope.branches} 个支部 · ` : ''}
          {scope.members} 名党员
        </span>
        <Icon name="down" size={14} />
      </button>
      <Popover open={open} anchorEl={() => button.current} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} onClose={close}>
        <OrganizationTree
          scope={scope}
          office={office}
          onPick={id => {
            scope.setOrganization(id)
            close()
          }}
        />
      </Popover>
    </>
  )
}
