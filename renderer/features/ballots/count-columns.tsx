import type { ReactNode } from 'react'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { rowState, type TallyIndex } from '../../../shared/rules/ballot-checks.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import type { CallOutput } from '../../api/client.ts'
import { Grade } from '../../ballots/Grade.tsx'
import type { GridColumn } from '../../ui/grid-cells.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { type Content, type CountLine, cellText, optionAt, type Slot, slotsOf } from './count-content.ts'

export type Fact = CallOutput<'ballot.get'>['rows'][number]['facts'][number]

interface Shape {
  readonly kind: BallotKind
  readonly plan: Plan
  readonly group: string
  readonly content: Content
  readonly index: TallyIndex
  readonly valid: number | null
  /** Facts by row number. */
  readonly facts: ReadonlyMap<number, readonly Fact[]>
  /** 组织评定 by row number, where any has been made. */
  readonly grades: ReadonlyMap<number, BallotGrade> | undefined
}

const slotKey = (slot: Slot): string => (slot.kind === 'option' ? `option ${slot.at}` : slot.kind)
export const slotOf = (plan: Plan, key: string): Slot | undefined => slotsOf(plan).find(slot => slotKey(slot) === key)

/** What is said once for all the items of a row. */
const led = (line: CountLine, says: ReactNode): ReactNode => (line.leads ? says : '')

/** Who it is: number, name, office; the post where there are several, the item where a paper has more than one. */
export function whoColumns(kind: BallotKind, plan: Plan, lines: readonly CountLine[]): readonly GridColumn<CountLine>[] {
  const sections = lines.some(({ row }) => row.section !== null)
  const posts = lines.some(({ row }) => row.post !== null)
  const columns: GridColumn<CountLine>[] = [
    { key: 'number', head: '序', width: 48, align: 'r', cell: line => led(line, <span className="ink-3">{line.place}</span>) },
    {
      key: 'name',
      head: kind.subjects === 'organizations' ? '名称' : '姓名',
      width: kind.subjects === 'organizations' ? 168 : 92,
      grow: !posts && plan.items.length === 1,
      cell: line => led(line, nameOf(line, kind)),
    },
  ]
  if (sections) columns.push({ key: 'section', head: '职位', width: 132, cell: line => led(line, sectionOf(line)) })
  if (posts)
    columns.push({
      key: 'post',
      head: '职务',
      width: 84,
      grow: plan.items.length === 1,
      cell: line => led(line, <span className="ink-3">{line.row.post}</span>),
    })
  if (plan.items.length > 1)
    columns.push({ key: 'item', head: '项目', width: 116, grow: true, cell: ({ item }) => <span title={item.area ?? undefined}>{item.label}</span> })
  return columns
}

function nameOf({ row }: CountLine, kind: BallotKind): ReactNode {
  const to = row.personId
    ? `/people/${encodeURIComponent(row.personId)}`
    : row.organizationId
      ? `/organizations/${encodeURIComponent(row.organizationId)}`
      : undefined
  const name = to ? (
    <Link to={to} className="bold study-name">
      {row.name}
    </Link>
  ) : (
    <b>{row.name}</b>
  )
  return row.written ? (
    <>
      {name}
      <span className="tag">{kind.name === 'election' ? '另选' : '另填'}</span>
    </>
  ) : (
    name
  )
}

const sectionOf = ({ row }: CountLine): string => (row.section === null ? '' : row.places === null ? row.section : `${row.section}（${row.places} 名）`)

/** 今年学时 61: what is known of who is voted on, a column to a fact. */
export function factColumns(lines: readonly CountLine[], facts: ReadonlyMap<number, readonly Fact[]>, most: number): readonly GridColumn<CountLine>[] {
  const labels = [...new Set(lines.flatMap(({ row }) => (facts.get(row.number) ?? []).map(fact => fact.label)))].slice(0, most)
  return labels.map(label => ({
    key: `fact ${label}`,
    head: label,
    width: 84,
    align: 'r',
    cell: (line: CountLine) => {
      const fact = line.leads ? facts.get(line.row.number)?.find(f => f.label === label) : undefined
      return fact && <span className={fact.tone === 'short' ? 'tone-short' : 'ink-2'}>{fact.value}</span>
    },
  }))
}

/** The columns of a count by totals: who, what is known, a figure for each option, their sum and its check. */
export function countColumns(shape: Shape, lines: readonly CountLine[], narrow: boolean): readonly GridColumn<CountLine>[] {
  const { kind, plan, group, content, index, valid, facts, grades } = shape
  const slots = slotsOf(plan)
  const stateOf = ({ row, item }: CountLine) => rowState(index, plan, item, group, row.number, valid)
  const scored = slots.some(slot => slot.kind === 'points')
  return [
    ...whoColumns(kind, plan, lines),
    ...factColumns(lines, facts, narrow ? (plan.items.length > 1 || grades ? 0 : 1) : 3),
    ...slots.map(slot => slotColumn(shape, slot, slots.length > 5 || (narrow && (plan.items.length > 1 || grades)) ? 72 : 84)),
    ...(scored ? [] : [{ key: 'sum', head: '合计', width: 68, align: 'r' as const, cell: (line: CountLine) => <Sum state={stateOf(line)} valid={valid} /> }]),
    { key: 'check', head: '', width: 32, cell: line => <Mark state={stateOf(line).state} /> },
    ...(grades
      ? [{ key: 'grade', head: kind.decision.label, width: 104, cell: (line: CountLine) => led(line, <Grade grade={grades.get(line.row.number) ?? null} />) }]
      : []),
  ]

  function slotColumn({ plan: { items, blank } }: Shape, slot: Slot, width: number): GridColumn<CountLine> {
    const common = items[0]?.options
    const head =
      slot.kind === 'votes' ? '打分票数' : slot.kind === 'points' ? '分数合计' : slot.kind === 'blank' ? blank.label : (common?.[slot.at]?.label ?? '')
    return {
      key: slotKey(slot),
      head,
      width: scored ? 112 : width,
      align: 'r',
      // 弃权 is a vote like the others; 未评 is what is left, and seldom.
      edit: { kind: 'number', aside: slot.kind === 'blank' && !kind.thresholds.some(({ code }) => code === 'passing') },
      value: line => cellText(content, group, line, slot),
      cell: line => {
        if (optionAt(line.item, slot) === undefined) return <span className="no-cell" aria-label="没有这一项" />
        const text = cellText(content, group, line, slot)
        const own = slot.kind === 'option' && line.item.options !== common ? line.item.options[slot.at]?.label : undefined
        return (
          <>
            {own !== undefined && own !== head && <span className="own-option">{own}</span>}
            <span className={text === '0' ? 'zero' : 'figure-cell'}>{text}</span>
          </>
        )
      },
    }
  }
}

interface State {
  readonly state: 'empty' | 'partial' | 'full' | 'wrong'
  readonly sum: number
}

function Sum({ state: { state, sum }, valid }: { readonly state: State; readonly valid: number | null }) {
  if (state === 'empty') return <span className="dash">—</span>
  if (state === 'wrong') return <b className="tone-short">{sum}</b>
  if (state === 'full' || valid === null) return <b>{sum}</b>
  return (
    <>
      <b>{sum}</b>
      <span className="ink-3"> / {valid}</span>
    </>
  )
}

function Mark({ state }: { readonly state: State['state'] }) {
  if (state === 'full') return <Icon name="check" size={14} className="tone-ok" />
  if (state === 'wrong') return <Icon name="warn" size={14} className="tone-short" />
  return null
}
