import Dialog from '@mui/material/Dialog'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useQuery } from '../api/hooks.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { useLayer } from '../ui/layer.ts'
import { type Action, activeActions, keyLabel } from './shortcuts.ts'
import { placesFor } from './places.ts'
import { navigate } from './router.ts'
import { useSession } from './session.tsx'
import { useWhenAnswered } from './when-answered.ts'

interface Line {
  readonly key: string
  readonly group: string
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  perform(): void
}

const kinds = {
  person: { group: '人员', icon: 'user', path: '/people' },
  organization: { group: '党组织', icon: 'tree', path: '/organizations' },
  activity: { group: '活动', icon: 'book', path: '/activities' },
} as const

/** Everything by one box: people, organizations, activities, places, and what this screen can do. Ctrl K. */
export function SearchPalette({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  useLayer(open)
  // The dialog takes the keyboard from the screen; what could be done before is what it offers.
  const actions = useRef<readonly Action[]>([])
  if (!open) actions.current = []
  else if (actions.current.length === 0) actions.current = activeActions()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-label="查找"
      transitionDuration={{ enter: 100, exit: 80 }}
      slotProps={{ paper: { sx: { width: 640, maxWidth: 'none', position: 'absolute', top: 56 } } }}
    >
      {open && <Finder onClose={onClose} actions={actions.current} />}
    </Dialog>
  )
}

function Finder({ onClose, actions }: { onClose(): void; readonly actions: readonly Action[] }) {
  const session = useSession()
  const { mayRead } = session
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const search = text.trim()
  const reply = useQuery('search.all', { text: search, limit: 12 }, { enabled: mayRead && search !== '' })
  const places = placesFor(session)
  const found =
    search === ''
      ? []
      : (reply.data ?? []).map((hit): Line => {
          const kind = kinds[hit.kind]
          return { key: hit.id, group: kind.group, icon: kind.icon, title: hit.title, detail: hit.detail, perform: () => navigate(`${kind.path}/${hit.id}`) }
        })
  const words = (name: string) => search === '' || name.includes(search)
  const there = [...places.front, ...places.groups.flatMap(g => g.places), ...places.tools]
    .filter(place => words(place.label))
    .map((place): Line => ({ key: place.name, group: '前往', icon: place.icon, title: place.label, detail: '', perform: () => navigate(place.path) }))
  const doable = actions
    .filter(action => search !== '' && words(action.name))
    .map((action): Line => ({ key: action.name, group: '操作', icon: 'go', title: action.name, detail: keyLabel(action.keys), perform: action.perform }))
  const lines = [...found, ...there, ...doable]

  const choose = (line: Line | undefined) => {
    if (!line) return
    onClose()
    line.perform()
  }
  const take = useWhenAnswered(mayRead && search !== '' && (reply.isPending || reply.isPlaceholderData), () => choose(lines[at]))
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && lines.length > 0) {
      event.preventDefault()
      const next = (at + step + lines.length) % lines.length
      setAt(next)
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView?.({ block: 'nearest' })
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      take()
    }
  }
  return (
    <>
      <div className="palette-input">
        <Icon name="search" />
        <input
          autoFocus
          value={text}
          aria-label="找人、组织、活动"
          placeholder="找人、组织、活动：姓名、拼音首字母、证号后四位"
          spellCheck={false}
          autoComplete="off"
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
        <kbd>Esc</kbd>
      </div>
      <div ref={list} className="palette-list" role="listbox" aria-label="找到的">
        {lines.map((line, i) => (
          <div key={`${line.group} ${line.key}`}>
            {line.group !== lines[i - 1]?.group && <div className="palette-group">{line.group}</div>}
            <div
              role="option"
              aria-selected={i === at}
              className={i === at ? 'palette-row at' : 'palette-row'}
              onMouseMove={() => setAt(i)}
              onClick={() => choose(line)}
            >
              <Icon name={line.icon} />
              <span className="bold">{line.title}</span>
              <span className="detail ellipsis">{line.detail}</span>
            </div>
          </div>
        ))}
        {lines.length === 0 && !reply.isFetching && <div className="palette-row ink-3">没有找到“{search}”。换个写法，或输入拼音首字母。</div>}
      </div>
    </>
  )
}
