import { overall } from '../../shared/ballots/kind.ts'
import { ballots } from '../../shared/ballots/index.ts'
import { encodeMarks } from '../../shared/rules/ballot-papers.ts'
import { planOf } from '../../shared/rules/ballot-plan.ts'
import type { Contract } from '../../shared/api/contract.ts'
import type { CallOf, OutputOf } from '../../shared/api/endpoint.ts'
import { yearOf } from '../../shared/rules/days.ts'
import type { Desk, Maker } from './acts.ts'
import type { Touched } from './messages.ts'

const grades = ['excellent', 'qualified', 'basic', 'unqualified', 'blank'] as const
const tellers = { firstTeller: '唐立', secondTeller: '何雨晴', scrutineer: '许文博' }
const plan = planOf(ballots.memberAppraisal.paper, [])

/** 民主评议 begun, counted by totals and paper by paper as the screens save it, closed, corrected and concluded. */
export const ballotActs: Readonly<Record<string, Maker>> = {
  async startRound(desk) {
    const { rows } = await desk.call('records.list', { type: 'organization', filters: [{ field: 'kind', op: 'is', value: 'branch' }] })
    const organizationIds = desk.random.some(rows, desk.random.int(1, 6)).map(row => String(row['id']))
    if (organizationIds.length === 0) return
    const year = yearOf(desk.today)
    const asked = {
      kind: 'memberAppraisal' as const,
      year,
      name: `评议 ${desk.random.int(1, 1_000_000)}`,
      startsOn: null,
      endsOn: null,
      heldOn: null,
      schemeId: null,
    }
    return {
      async run() {
        const { roundId } = await desk.call('ballot.startRound', { ...asked, organizationIds })
        return [{ type: 'ballotRound', id: roundId, version: 1 }]
      },
    }
  },
  async countTotals(desk) {
    const whole = await oneBallot(desk, ['planned', 'counting'], 'totals')
    if (!whole) return
    const figures = figuresOf(desk, whole)
    return {
      run: async () => [
        await counted(desk, whole, { ...figures, way: 'totals', tallies: figures.tallies.slice(0, desk.random.int(0, figures.tallies.length)) }),
      ],
    }
  },
  async countPapers(desk) {
    const whole = await oneBallot(desk, ['planned', 'counting'], 'papers')
    if (!whole) return
    const papers = stackOf(desk, whole)
    return {
      async run() {
        let touched: Touched | undefined
        for (const n of [1, 2, papers.length])
          touched = await counted(desk, whole, { way: 'papers', papers: { groupCode: 'members', entry: 1, lines: papers.slice(0, n) } }, touched)
        return touched ? [touched] : []
      },
    }
  },
  async closeBallot(desk) {
    const way = desk.random.pick(['totals', 'papers'])
    const whole = await oneBallot(desk, ['planned', 'counting'], way)
    if (!whole) return
    const papers = stackOf(desk, whole)
    const { returns, tallies } = figuresOf(desk, whole, papers.length)
    const figures = way === 'totals' ? { tallies } : { papers: { groupCode: 'members', entry: 1, lines: papers } }
    return {
      async run() {
        const { id, version } = await counted(desk, whole, { way, returns, ...figures })
        const closed = await desk.call('ballot.close', { countId: id, version, closedOn: desk.today })
        return [{ type: 'ballotCount', id, version: closed.version }]
      },
    }
  },
  async correctBallot(desk) {
    const whole = await oneBallot(desk, ['closed', 'decided'])
    if (!whole) return
    return {
      async run() {
        const { countId, version } = await desk.call('ballot.correct', { ballotId: idOf(whole), reason: '票数有误，重新核对' })
        return [{ type: 'ballotCount', id: countId, version }]
      },
    }
  },
  async decideBallot(desk) {
    const whole = await oneBallot(desk, ['closed', 'decided'])
    if (!whole) return
    const decisions = onPaper(whole).map(row => ({
      row,
      grade: desk.random.chance(0.9) ? ('qualified' as const) : ('basic' as const),
      reason: '支部委员会研究',
    }))
    return {
      async run() {
        await desk.call('ballot.decide', { ballotId: idOf(whole), decidedOn: desk.today, decisions })
        return []
      },
    }
  },
}

type Whole = OutputOf<Contract['ballot.get']>
type Given = Omit<CallOf<Contract['ballot.count']>, 'ballotId' | 'countId' | 'version'>

const idOf = ({ ballot }: Whole): string => String(ballot['id'])
const onPaper = ({ rows }: Whole): number[] => rows.flatMap(({ line }) => (line.part === 'graded' ? [line.number] : []))

/** A ballot of 民主评议 as far as this, with no count yet or one that goes the same way. */
async function oneBallot({ call, random, today }: Desk, states: readonly Whole['state'][], way?: 'totals' | 'papers'): Promise<Whole | undefined> {
  const { rows } = await call('ballot.list', { year: yearOf(today), kind: 'memberAppraisal', limit: 500 })
  const found = random.some(
    rows.filter(row => states.includes(row.state) && row.rows > 0),
    4,
  )
  for (const { id } of found) {
    const whole = await call('ballot.get', { ballotId: id })
    if (way === undefined || whole.count === null || whole.count.way === way) return whole
  }
  return
}

/** Writes what has been counted as the screen does: the first call opens the count, the next ones go on from what they were told. */
async function counted(desk: Desk, whole: Whole, given: Given, before?: Touched): Promise<Touched> {
  const on = before ? { countId: before.id, version: before.version } : whole.count ? { countId: whole.count.id, version: whole.count.version } : {}
  const { countId, version } = await desk.call('ballot.count', { ballotId: idOf(whole), ...on, ...tellers, ...given })
  return { type: 'ballotCount', id: countId, version }
}

/** As many papers as were handed out, and how each row was marked on them: sums that agree. */
function figuresOf({ random }: Desk, whole: Whole, papers = Math.max(1, whole.rows.length - random.int(0, 2))) {
  const tallies = onPaper(whole).flatMap(row => {
    let left = papers
    return grades.map((option, i) => {
      const votes = i === grades.length - 1 ? left : random.int(0, left)
      left -= votes
      return { groupCode: 'members', row, item: overall, option, votes, points: null }
    })
  })
  return { returns: [{ groupCode: 'members', issued: papers, returned: papers, valid: papers, invalid: 0 }], tallies }
}

function stackOf({ random }: Desk, whole: Whole) {
  const rows = onPaper(whole)
  return Array.from({ length: Math.max(1, whole.rows.length - 1) }, (_, i) => {
    const marks = rows.map(() => [random.pick(grades)].map(mark => (mark === 'blank' ? null : mark)))
    return { groupCode: 'members', entry: 1, number: i + 1, marks: encodeMarks(plan, marks), invalid: false }
  })
}
