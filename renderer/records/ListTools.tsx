import Popover from '@mui/material/Popover'
import { type ComponentType, type MouseEvent, type ReactNode, useState } from 'react'
import { useSession } from '../app/session.tsx'
import { Button } from '../ui/Button.tsx'
import { FilterBox } from '../ui/FilterBox.tsx'
import { FilterChip } from '../ui/FilterChip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { ConditionEditor, type ConditionEditorProps } from './ConditionEditor.tsx'
import { nameField } from './list-column.tsx'
import { recordType } from './record-name.ts'
import type { ListState } from './use-list-state.ts'
import { ViewChip, ViewSaver } from './Views.tsx'
import './records.css'

/** A condition that only the screen knows how to ask. */
export interface OwnCondition {
  readonly key: string
  readonly label: string
  readonly Editor: ComponentType<ConditionEditorProps>
}

interface Props {
  readonly state: ListState
  readonly placeholder: string
  /** Conditions always in sight, by field or by the name of an own one. */
  readonly standing: readonly string[]
  readonly own?: readonly OwnCondition[]
  /** Conditions offered first. */
  readonly often?: readonly string[]
  /** Before the columns. */
  readonly after?: ReactNode
  /** ↓ in the search box goes on into the list. */
  onDown?(): void
}

interface Open {
  readonly key: string
  readonly anchor: HTMLElement
}

/** Search, conditions as chips, views and columns: what stands above a list. */
export function ListTools({ state, placeholder, standing, own = [], often = [], after, onDown }: Props) {
  const [open, setOpen] = useState<Open>()
  const [adding, setAdding] = useState<HTMLElement>()
  const { fields } = recordType(state.type)
  const labelOf = (key: string) => own.find(o => o.key === key)?.label ?? fields[key]?.label ?? key
  const keys = [...standing, ...state.conditions.map(c => c.key).filter(key => !standing.includes(key))]
  const opened = open && !keys.includes(open.key) ? [...keys, open.key] : keys
  const openAt = (key: string) => (event: MouseEvent<HTMLElement>) => setOpen({ key, anchor: event.currentTarget })
  const rest = [
    ...own,
    ...state.all.flatMap(column => (fields[column.key] && column.key !== nameField(recordType(state.type)) ? [{ key: column.key, label: column.head }] : [])),
  ]
  return (
    <div className="tools list-tools">
      <FilterBox value={state.search} placeholder={placeholder} width={280} onChange={state.setSearch} {...(onDown ? { onDown } : {})} />
      <ViewChip state={state} />
      {opened.map(key => {
        const condition = state.conditions.find(c => c.key === key)
        return (
          <FilterChip
            key={key}
            label={labelOf(key)}
            value={condition?.says ?? '不限'}
            onOpen={openAt(key)}
            {...(condition ? { onClear: () => state.setCondition(key, undefined) } : {})}
          />
        )
      })}
      {state.voided && <FilterChip label="状态" value="已作废" onClear={() => state.setVoided(false)} />}
      <FilterChip label="条件" icon="plus" onOpen={event => setAdding(event.currentTarget)} />
      <span className="space" />
      {after}
      <ViewSaver state={state} />
      <ColumnChooser state={state} />

      <Popover
        open={open !== undefined}
        anchorEl={open?.anchor ?? null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setOpen(undefined)}
      >
        {open && (
          <div className="list-popover">
            <b className="t12 ink-2">{labelOf(open.key)}</b>
            <Editor state={state} name={open.key} own={own} />
          </div>
        )}
      </Popover>
      <Popover
        open={adding !== undefined}
        anchorEl={adding ?? null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAdding(undefined)}
      >
        <ConditionMenu
          choices={oftenFirst(
            rest.filter(choice => !keys.includes(choice.key)),
            often,
          )}
          voided={state.voided}
          onVoided={() => {
            state.setVoided(!state.voided)
            setAdding(undefined)
          }}
          onChoose={key => {
            if (adding) setOpen({ key, anchor: adding })
            setAdding(undefined)
          }}
        />
      </Popover>
    </div>
  )
}

const oftenFirst = <T extends { readonly key: string }>(choices: readonly T[], often: readonly string[]): readonly T[] => [
  ...choices.filter(choice => often.includes(choice.key)),
  ...choices.filter(choice => !often.includes(choice.key)),
]

function Editor({ state, name, own }: { readonly state: ListState; readonly name: string; readonly own: readonly OwnCondition[] }) {
  const { today } = useSession()
  const value = state.conditions.find(c => c.key === name)
  const props = { name, value, today, onChange: (next: typeof value) => state.setCondition(name, next) }
  const Own = own.find(o => o.key === name)?.Editor
  if (Own) return <Own {...props} />
  const field = recordType(state.type).fields[name]
  return field ? <ConditionEditor {...props} field={field} /> : null
}

interface MenuProps {
  readonly choices: readonly { readonly key: string; readonly label: string }[]
  readonly voided: boolean
  onChoose(key: string): void
  onVoided(): void
}

function ConditionMenu({ choices, voided, onChoose, onVoided }: MenuProps) {
  const [text, setText] = useState('')
  const found = choices.filter(choice => choice.label.includes(text.trim()))
  return (
    <div className="list-popover">
      <TextBox
        value={text}
        autoFocus
        placeholder="找条件"
        label="找条件"
        before={<Icon name="search" />}
        onChange={setText}
        onKeyDown={event => event.key === 'Enter' && found[0] && onChoose(found[0].key)}
      />
      <div className="list-choices">
        {found.map(choice => (
          <button key={choice.key} type="button" onClick={() => onChoose(choice.key)}>
            {choice.label}
          </button>
        ))}
        {found.length === 0 && <span className="t12 ink-3">没有叫这个名字的条件</span>}
      </div>
      <div className="list-popover-foot">
        <Button kind="text" small icon={voided ? 'undo' : 'exempt'} onClick={onVoided}>
          {voided ? '回到在册的' : '看已作废的'}
        </Button>
      </div>
    </div>
  )
}
