import type { OrganizationNode } from '../../../shared/api/people.ts'
import { Check } from '../../ui/Check.tsx'
import type { Expected, RollPreview } from './use-roll-preview.ts'

interface Props {
  readonly unit: string
  readonly organizations: readonly OrganizationNode[]
  /** Those that are left out. */
  readonly left: ReadonlySet<string>
  readonly preview: RollPreview
  onLeft(left: ReadonlySet<string>): void
}

const countOf = (expected: Expected | undefined, part: string) => expected?.rows.filter(row => row.part === part).length ?? 0

/** 王芳（退休）、李强（失联）: who does not take part, and why; said where one asks. */
const reasonsOf = (expected: Expected | undefined): string =>
  expected?.rows
    .filter(row => row.part !== 'graded' || row.reason !== null)
    .map(row => (row.reason === null ? row.name : `${row.name}（${row.reason}）`))
    .join('、') ?? ''

/** Which organizations, all to begin with, and how many stand on the list of each. */
export function RollPreviewList({ unit, organizations, left, preview, onLeft }: Props) {
  const chosen = organizations.filter(node => !left.has(node.id))
  const sum = (part: string) => chosen.reduce((all, node) => all + countOf(preview.of.get(node.id), part), 0)
  const sums = [
    `参评 ${sum('graded')} ${unit}`,
    sum('ungraded') > 0 ? `投票不定等次 ${sum('ungraded')} ${unit}` : '',
    sum('excused') > 0 ? `不参评 ${sum('excused')} ${unit}` : '',
  ]
    .filter(Boolean)
    .join('，')
  const toggle = (id: string, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(id)
    else next.add(id)
    onLeft(next)
  }
  if (organizations.length === 0) return <p className="t13 ink-3">这个组织下没有可以开始的党组织。换上面的组织，或先在“党组织”里登记。</p>
  return (
    <div className="roll-preview">
      <div className="roll-preview-head">
        <Check
          label={`党组织 ${chosen.length} / ${organizations.length}`}
          checked={chosen.length === organizations.length}
          mixed={chosen.length > 0 && chosen.length < organizations.length}
          onChange={on => onLeft(on ? new Set() : new Set(organizations.map(node => node.id)))}
        />
        <span className="space" />
        <span role="status" className="t12 ink-2">
          {preview.loading ? '正在取花名册' : preview.of.size === 0 ? '党组织较多，名单在开始以后逐个核对' : sums}
        </span>
      </div>
      <ul>
        {organizations.map(node => {
          const expected = preview.of.get(node.id)
          const reasons = reasonsOf(expected)
          return (
            <li key={node.id} className={left.has(node.id) ? 'left-out' : ''}>
              <Check label={node.name} checked={!left.has(node.id)} onChange={on => toggle(node.id, on)} />
              <span className="ink-3 ellipsis" title={reasons}>
                {reasons}
              </span>
              <b>{expected ? countOf(expected, 'graded') : ''}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
