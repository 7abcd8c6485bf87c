import { useMemo, useState } from 'react'
import { ballots } from '../../../shared/ballots/index.ts'
import { type Check, checksOf, closingFaults, type Count, rowState, TallyIndex } from '../../../shared/rules/ballot-checks.ts'
import { type EnteredPaper, talliesOf, differencesOf } from '../../../shared/rules/ballot-papers.ts'
import type { CallOutput } from '../../api/client.ts'
import { onPaper, planFor } from '../../ballots/plan.ts'
import { cellKey, type CountLine, linesOf, returnOf, withReturn } from './count-content.ts'
import { stackOf } from './paper-model.ts'
import { type HeldCount, useCount } from './use-count.ts'
import { type HeldPapers, usePapers } from './use-papers.ts'

export type BallotReply = CallOutput<'ballot.get'>

export interface Counting extends HeldCount {
  readonly kind: (typeof ballots)[keyof typeof ballots]
  readonly plan: ReturnType<typeof planFor>
  readonly lines: readonly CountLine[]
  readonly papers: HeldPapers
  readonly group: string
  setGroup(code: string): void
  readonly index: TallyIndex
  /** Everything of the count, as it is checked. */
  readonly count: Count
  /** Of the group in view. */
  readonly checks: readonly Check[]
  readonly closed: boolean
  /** Entered paper by paper, and still open. */
  readonly byPapers: boolean
  /** Papers of the group in view are still to come. */
  readonly entering: boolean
  /** Lines of the group in view that agree. */
  readonly done: number
  /** What keeps the count, as far as it is here, from being closed; who signs it is asked then. */
  readonly faults: readonly string[]
  /** What only the papers of the group in view can say against closing. */
  readonly paperFaults: readonly string[]
}

/** Names that keep nothing from being closed: who signs is asked when everything else agrees. */
const someone = { first: '1', second: '2', scrutineer: '3' }

/** A ballot while it is counted: what stands on the paper, what has been entered of it, and what does not agree yet. */
export function useCounting(reply: BallotReply, reread: () => Promise<BallotReply | undefined>): Counting {
  const held = useCount(String(reply.ballot['id']), reply, reread)
  const { content, saver, edit } = held
  const [group, setGroup] = useState(reply.groups[0]?.code ?? 'all')
  const kind = ballots[reply.kind]
  const plan = useMemo(() => planFor(reply.kind, reply.items), [reply.kind, reply.items])
  const rows = useMemo(() => onPaper(reply.rows), [reply.rows])
  const lines = useMemo(() => linesOf(plan, rows), [plan, rows])
  const closed = typeof reply.count?.closedOn === 'string'
  const byPapers = content.way !== 'totals' && !closed
  const papers = usePapers(saver, group, byPapers, ({ first }) => {
    const { entered, invalid } = stackOf(first)
    edit(before => {
      const others = [...before.tallies].filter(([, line]) => line.groupCode !== group)
      const own = talliesOf(plan, rows, first).map(line => [cellKey(line.groupCode, line.row, line.item, line.option), line] as const)
      return { ...withReturn(before, group, { valid: entered - invalid, invalid }), tallies: new Map([...others, ...own]) }
    })
  })
  const tallies = useMemo(() => {
    if (!byPapers) return [...content.tallies.values()]
    // Papers make the tallies: those that are here by themselves, the others as they are on file.
    const others = reply.tallies.filter(line => !papers.all.has(line.groupCode))
    return [...others, ...[...papers.all.values()].flatMap(stack => talliesOf(plan, rows, stack.first))]
  }, [byPapers, content.tallies, reply.tallies, papers.all, plan, rows])
  const index = useMemo(() => new TallyIndex(tallies), [tallies])
  const count = useMemo<Count>(
    () => ({ plan, groups: reply.groups, rows, returns: content.returns, tallies }),
    [plan, reply.groups, rows, content.returns, tallies],
  )
  const { valid, returned } = returnOf(content.returns, group)
  const entering = byPapers && returned !== null && papers.first.length < returned
  const checks = useMemo(() => {
    const own = checksOf(count).filter(check => check.groupCode === group)
    if (!byPapers) return own
    // Papers add up by themselves; while some are still to come, that they do not make up the stack is no fault yet.
    return own
      .filter(({ code, state }) => state === 'wrong' || (code !== 'rows' && code !== 'complete'))
      .map((check): Check => (entering && check.code === 'valid' && check.state === 'wrong' ? { ...check, state: 'open', figures: '' } : check))
  }, [count, group, byPapers, entering])
  const done = lines.filter(({ row, item }) => rowState(index, plan, item, group, row.number, valid).state === 'full').length
  const faults = useMemo(() => (closed ? [] : closingFaults(count, someone)), [count, closed])
  return {
    ...held,
    kind,
    plan,
    lines,
    papers,
    group,
    setGroup,
    index,
    count,
    checks,
    closed,
    byPapers,
    entering,
    done,
    faults,
    paperFaults: byPapers ? faultsOf(papers, content.way === 'twice', returned) : [],
  }
}

function faultsOf(
  { first, second }: { readonly first: readonly EnteredPaper[]; readonly second: readonly EnteredPaper[] },
  twice: boolean,
  returned: number | null,
): readonly string[] {
  const faults: string[] = []
  if (returned !== null && first.length !== returned) faults.push(`收回 ${returned} 张，录入 ${first.length} 张`)
  const differing = twice ? differencesOf(first, second).length : 0
  if (differing > 0) faults.push(`两遍录入有 ${differing} 张不同，在“对照”里逐张解决`)
  return faults
}
