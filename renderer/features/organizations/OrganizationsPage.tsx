import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useQuery } from '../../api/hooks.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { useExport } from '../../records/use-export.ts'
import { fieldColumns } from '../../records/list-column.tsx'
import { recordType } from '../../records/record-name.ts'
import { useWidth } from '../../records/use-width.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNarrow, WithPanel } from '../../ui/SidePanel.tsx'
import { treeColumns } from './columns.tsx'
import { OrganizationPanel } from './OrganizationPanel.tsx'
import { termOn } from './term.ts'
import { rowsOf, type TreeRow } from './tree.ts'
import { useFound } from './use-found.ts'
import './organizations.css'

const none: readonly string[] = []
const tableOf = '.organization-tree .table-scroll'

/** 党组织: every body as a tree, with who leads it, how many it has, and when its term ends. */
export function OrganizationsPage() {
  const { today, organizationId, organization } = useScope()
  const { mayWrite, office } = useSession()
  const done = useSayDone()
  const narrow = useNarrow()
  const [search, setSearch] = useKept('search', '')
  const [folded, setFolded] = useKept<readonly string[]>('folded', none)
  const [withClosed, setWithClosed] = useKept('closed', false)
  const [due, setDue] = useKept('due', false)
  const [current, setCurrent] = useKept('current', -1)
  const [frame, width] = useWidth()
  const [creating, setCreating] = useState(false)
  const scroll = useKeptScroll('organizations')
  const reply = useQuery('organization.tree', { closed: withClosed })
  const tree = useMemo(() => within(reply.data ?? [], organizationId), [reply.data, organizationId])
  const found = useFound(search, tree)
  const ending = useMemo(
    () => new Set(tree.filter(node => ['ending', 'over'].includes(termOn(node.termEndsOn, today).state)).map(node => node.id)),
    [tree, today],
  )
  const closed = useMemo(() => new Set(folded), [folded])
  const asked = useMemo(() => (!due ? found : found ? new Set([...found].filter(id => ending.has(id))) : ending), [due, found, ending])
  const rows = useMemo(() => rowsOf(tree, closed, asked), [tree, closed, asked])
  const row = rows[current]
  const exporting = useExport({ type: 'organization', ...(organizationId ? { organizationId } : {}) })
  const branches = tree.filter(node => node.kind === 'branch').length

  const fold = (id: string, shut: boolean) => setFolded(shut ? [...folded, id] : folded.filter(other => other !== id))
  const open = ({ node }: TreeRow) => navigate(`/organizations/${node.id}`)
  const keys = (event: KeyboardEvent) => {
    if (!row || asked || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    if (event.key === 'ArrowRight') {
      if (row.parents && !row.open) fold(row.node.id, false)
      else if (row.parents) setCurrent(current + 1)
    } else if (row.parents && row.open) fold(row.node.id, true)
    else
      setCurrent(
        Math.max(
          0,
          rows.findIndex(other => other.node.id === row.node.parentId),
        ),
      )
  }
  useEffect(() => {
    if (!narrow && current < 0 && rows.length > 0) setCurrent(0)
    else if (current >= rows.length && rows.length > 0) setCurrent(rows.length - 1)
  }, [narrow, current, rows.length, setCurrent])
  const placed = current >= 0
  useEffect(() => {
    if (placed && document.activeElement === document.body) document.querySelector<HTMLElement>(tableOf)?.focus({ preventScroll: true })
  }, [placed])
  useActions([{ name: '新增党组织', keys: 'N', command: 'new', when: () => mayWrite && !creating, perform: () => setCreating(true) }])

  const parent = row?.node ?? organization
  return (
    <div className="page">
      <PageHead
        title="党组织"
        sub={`${tree.length} 个组织 · 其中党支部 ${branches} 个`}
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href="#/import/organizations">
                导入
              </Button>
            )}
            <Button
              icon="download"
              disabled={exporting.busy}
              onClick={() =>
                void exporting.run({ name: `${organization?.name ?? office}党组织`, columns: fieldColumns(recordType('organization')), unit: '个' })
              }
            >
              导出
            </Button>
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setCreating(true)}>
                新增党组织
              </Button>
            )}
          </>
        }
      />
      <div className="tools">
        <FilterBox value={search} placeholder="名称、拼音首字母" onChange={setSearch} onDown={() => document.querySelector<HTMLElement>(tableOf)?.focus()} />
        <ToggleChip label="届满临近或已过" count={ending.size} on={due} onToggle={() => setDue(!due)} />
        <ToggleChip label="含已撤销" on={withClosed} onToggle={() => setWithClosed(!withClosed)} />
        <span className="space" />
        {!asked && (
          <Button
            kind="text"
            onClick={() => setFolded(folded.length > 0 ? none : tree.filter(node => tree.some(n => n.parentId === node.id)).map(node => node.id))}
          >
            {folded.length > 0 ? '全部展开' : '全部收起'}
          </Button>
        )}
      </div>
      <WithPanel
        open={row !== undefined}
        width={320}
        label="党组织"
        panel={row && <OrganizationPanel id={row.node.id} onOpen={() => open(row)} />}
        onClose={() => setCurrent(-1)}
      >
        <Card fill className="organization-tree" label="党组织树">
          {reply.error ? (
            <div style={{ padding: 16 }}>
              <ErrorBanner error={reply.error} />
            </div>
          ) : (
            <div ref={frame} className="organization-frame" onKeyDown={keys}>
              <DataTable<TreeRow>
                label="党组织"
                columns={treeColumns(fold, asked !== undefined, width)}
                count={rows.length}
                rowAt={index => rows[index]}
                idOf={({ node }) => node.id}
                unit="个"
                scroll={scroll}
                current={current}
                onCurrent={setCurrent}
                onOpen={open}
                toneOf={({ node }) => (node.closedOn ? 'void' : undefined)}
                foot={<span className="ink-3">← → 收起展开</span>}
                empty={
                  reply.isPending ? undefined : tree.length > 0 ? (
                    <EmptyState
                      icon="search"
                      title="没有符合条件的党组织"
                      action={
                        <Button small onClick={() => (setSearch(''), setDue(false))}>
                          去掉条件
                        </Button>
                      }
                    >
                      名称可用拼音首字母查找。
                    </EmptyState>
                  ) : (
                    <EmptyState
                      icon="tree"
                      title="还没有党组织"
                      action={
                        mayWrite && (
                          <Button icon="upload" href="#/import/organizations">
                            导入党组织
                          </Button>
                        )
                      }
                    >
                      先建上级，再建支部；也可从组织名册导入。
                    </EmptyState>
                  )
                }
              />
            </div>
          )}
        </Card>
      </WithPanel>
      {creating && (
        <RecordDialog
          type="organization"
          title="新增党组织"
          again
          preset={{ kind: 'branch', parentId: parent && parent.kind !== 'branch' ? parent.id : (parent?.parentId ?? null), termYears: 3 }}
          presetTitles={Object.fromEntries(tree.map(node => [node.id, node.name]))}
          onSaved={(record, another) => {
            done(`已新增${String(record['name'])}`)
            if (!another) setCreating(false)
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  )
}

/** The part of the tree that the top bar chose, with its root at the left edge. */
function within<N extends { readonly id: string; readonly parentId: string | null; readonly depth: number }>(
  tree: readonly N[],
  rootId: string | undefined,
): readonly N[] {
  const root = tree.find(node => node.id === rootId)
  if (!root) return tree
  const inside = new Set([root.id])
  return tree.flatMap(node => {
    if (node.id !== root.id && !(node.parentId && inside.has(node.parentId))) return []
    inside.add(node.id)
    return [{ ...node, depth: node.depth - root.depth }]
  })
}
