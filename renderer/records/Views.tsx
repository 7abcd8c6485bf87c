import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { FilterChip } from '../ui/FilterChip.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import type { ListState } from './use-list-state.ts'

/** 视图: the named sets of conditions, order and columns that this user keeps; absent while there are none. */
export function ViewChip({ state }: { readonly state: ListState }) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  if (state.views.length === 0) return null
  const close = () => setAnchor(undefined)
  return (
    <>
      <FilterChip
        label="视图"
        value={state.view ?? '不限'}
        onOpen={event => setAnchor(event.currentTarget)}
        {...(state.view ? { onClear: () => state.openView(null) } : {})}
      />
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={close}>
        {state.views.map(view => (
          <MenuItem
            key={view.name}
            selected={view.name === state.view}
            onKeyDown={event => event.key === 'Delete' && state.dropView(view.name)}
            onClick={() => {
              state.openView(view.name)
              close()
            }}
          >
            {view.name}
            <span className="space" style={{ minWidth: 24 }} />
            <span onClick={event => event.stopPropagation()}>
              <IconAction icon="cross" size={14} title={`删去视图“${view.name}” Delete`} onClick={() => state.dropView(view.name)} />
            </span>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** Keeps the conditions, order and columns in force under a name. */
export function ViewSaver({ state }: { readonly state: ListState }) {
  const say = useSay()
  const [name, setName] = useState<string>()
  const given = name?.trim() ?? ''
  const known = state.views.some(view => view.name === given)
  return (
    <>
      <Button kind="text" onClick={() => setName(state.view ?? '')}>
        存为视图
      </Button>
      <Dialog
        open={name !== undefined}
        title="存为视图"
        sub="记下现在的条件、排序和列，下次一点就到。"
        onClose={() => setName(undefined)}
        primary={{
          label: known ? '替换' : '保存',
          disabled: given === '',
          perform: () => {
            state.saveView(given)
            setName(undefined)
            say(`已存为视图“${given}”`)
          },
        }}
      >
        <Field label="名称" required help={known ? '已有同名视图，将以现在的代替' : '如：年底重点'}>
          <TextBox value={name ?? ''} autoFocus maxLength={20} onChange={setName} />
        </Field>
      </Dialog>
    </>
  )
}
