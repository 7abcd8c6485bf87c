import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '../api/hooks.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import type { Scope } from './scope.tsx'
import { useWhenAnswered } from './when-answered.ts'

interface Line {
  readonly id: string | undefined
  readonly name: string
  readonly depth: number
  readonly members: number
}

/** Every organization, or those a search finds with what stands above them. */
function linesOf(scope: Scope, office: string, search: string, found: ReadonlySet<string> | undefined): readonly Line[] {
  const wanted = new Set<string>()
  if (found) {
    const parents = new Map(scope.tree.map(node => [node.id, node.parentId]))
    for (const id of found) for (let at: string | null | undefined = id; at && !wanted.has(at); at = parents.get(at)) wanted.add(at)
  }
  const nodes = scope.tree.filter(node => !found || wanted.has(node.id))
  const lines = nodes.map(node => ({ id: node.id, name: node.name, depth: node.depth + 1, members: node.membersBelow }))
  const roots = scope.tree.filter(node => node.parentId === null)
  const all = { id: undefined, name: `${office}（全部）`, depth: 0, members: roots.reduce((sum, node) => sum + node.membersBelow, 0) }
  return found && !all.name.includes(search) ? lines : [all, ...lines]
}

/** Every organization with its members; typing narrows it to those found by name or 拼音. */
export function OrganizationTree({ scope, office, onPick }: { readonly scope: Scope; readonly office: string; onPick(id: string | undefined): void }) {
  const [text, setText] = useState('')
  const [moved, setMoved] = useState<{ readonly among: readonly Line[]; readonly to: number }>()
  const list = useRef<HTMLDivElement>(null)
  const search = text.trim()
  const reply = useQuery('records.titles', { type: 'organization', search, limit: 50 }, { enabled: search !== '' })
  const found = useMemo(() => (search === '' || !reply.data ? undefined : new Set(reply.data.map(o => o.id))), [search, reply.data])
  const lines = useMemo(() => linesOf(scope, office, search, found), [scope, office, search, found])
  // What was found is what Enter takes, not what stands above it; before that, where one is.
  const start = Math.max(
    0,
    lines.findIndex(line => (found ? line.id !== undefined && found.has(line.id) : line.id === scope.organizationId)),
  )
  const at = moved?.among === lines ? moved.to : start
  const take = useWhenAnswered(search !== '' && (reply.isPending || reply.isPlaceholderData), () => {
    const line = lines[at]
    if (line) onPick(line.id)
  })
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setMoved({ among: lines, to: Math.min(lines.length - 1, Math.max(0, at + step)) })
    else if (event.key === 'Enter') take()
    else return
    event.preventDefault()
  }
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' })
  }, [at, lines])
  return (
    <div className="tree-pop" onKeyDown={keys}>
      <div className="tree-pop-search">
        <TextBox value={text} autoFocus label="找组织" placeholder="名称或拼音首字母" before={<Icon name="search" />} onChange={setText} />
      </div>
      <div ref={list} className="tree-list" role="tree" aria-label="组织">
        {lines.map((line, i) => (
          <div
            key={line.id ?? 'all'}
            role="treeitem"
            aria-level={line.depth + 1}
            aria-selected={line.id === scope.organizationId}
            style={{ paddingLeft: 16 + line.depth * 16 }}
            className={['tree-row', i === at ? 'at' : '', line.id === scope.organizationId ? 'chosen' : ''].filter(Boolean).join(' ')}
            onClick={() => onPick(line.id)}
          >
            <span className="ellipsis">{line.name}</span>
            <span className="count">{line.members} 人</span>
          </div>
        ))}
        {lines.length === 0 && <div className="tree-row ink-3">没有找到</div>}
      </div>
    </div>
  )
}
