import { Icon } from '../../ui/Icon.tsx'
import type { Column } from '../../ui/columns.ts'
import { spread } from '../../records/table-columns.ts'
import { TermText } from './TermChip.tsx'
import { kindWord, type TreeRow } from './tree.ts'

const number = (n: number) => (n === 0 ? <span className="zero">0</span> : n)
const text = (value: string | null) => value ?? <span className="dash">—</span>

/** The tree's columns; the first holds the indent and the fold. */
export function treeColumns(fold: (id: string, shut: boolean) => void, searching: boolean, width: number): readonly Column<TreeRow>[] {
  return spread(
    [
      {
        key: 'name',
        head: '名称',
        width: 232,
        grow: true,
        text: ({ node }) => node.name,
        cell: ({ node, parents, open, under }) => (
          <span className="organization-name" style={{ paddingLeft: node.depth * 20 }}>
            {parents && !searching ? (
              <button
                type="button"
                tabIndex={-1}
                aria-label={open ? `收起${node.name}` : `展开${node.name}`}
                onClick={event => {
                  event.stopPropagation()
                  fold(node.id, open)
                }}
              >
                <Icon name={open ? 'down' : 'right'} size={14} />
              </button>
            ) : (
              <i />
            )}
            <b className={parents ? 'bold' : ''}>{node.name}</b>
            {under && <span className="t12 ink-3">属{under}</span>}
            {node.closedOn && <span className="tag">{node.closedOn} 撤销</span>}
          </span>
        ),
      },
      { key: 'kind', head: '类别', width: 64, cell: ({ node }) => kindWord(node.kind) },
      { key: 'secretary', head: '书记', width: 76, cell: ({ node }) => text(node.secretary), text: ({ node }) => node.secretary ?? '' },
      { key: 'officers', head: '班子', width: 48, align: 'r', cell: ({ node }) => number(node.officers), text: ({ node }) => String(node.officers) },
      { key: 'members', head: '党员', width: 56, align: 'r', cell: ({ node }) => number(node.membersBelow), text: ({ node }) => String(node.membersBelow) },
      {
        key: 'branches',
        head: '支部数',
        width: 60,
        align: 'r',
        cell: ({ node }) => (node.kind === 'branch' ? <span className="dash">—</span> : number(node.branchesBelow)),
        text: ({ node }) => String(node.branchesBelow),
      },
      { key: 'electedOn', head: '当选日期', width: 96, cell: ({ node }) => text(node.electedOn), text: ({ node }) => node.electedOn ?? '' },
      {
        key: 'termEndsOn',
        head: '届满日期',
        width: 180,
        cell: ({ node }) => <TermText termEndsOn={node.termEndsOn} />,
        text: ({ node }) => node.termEndsOn ?? '',
      },
    ],
    width,
  )
}
